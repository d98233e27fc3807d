namespace Catalog.Engine.Collections;

/// <summary>The first bytes of every node of an order-statistic tree.</summary>
// mutable: it lives in a slab and is changed in place.
internal struct TreeNodeHeader
{
    public const int SizeBytes = 24;

    /// <summary>The inner node above, or nil at the root.</summary>
    public int Parent;

    /// <summary>Leaves: the leaf before. Inner nodes: <see cref="Slot"/>.</summary>
    public int Prev;

    /// <summary>Leaves: the leaf behind. Free nodes of both kinds: the next free one.</summary>
    public int Next;

    /// <summary>Leaves: the sum of the entries' weights.</summary>
    public int Weight;

    /// <summary>Leaves: the number of groups that begin here, when groups are counted.</summary>
    public int Groups;

    /// <summary>Number of entries, or of children. A free node has none.</summary>
    public ushort Count;

    /// <summary>Inner nodes: distance from the leaves. Leaves: <see cref="Slot"/>.</summary>
    public ushort Level;

    /// <summary>
    /// Which child of its parent a node was when it was last asked, so that mostly one number is read and not all.
    /// </summary>
    public int Slot(bool isLeaf) => isLeaf ? Level : Prev;

    /// <summary>Notes which child of its parent a node is.</summary>
    public void NoteSlot(bool isLeaf, int slot)
    {
        if (isLeaf) Level = (ushort)slot;
        else Prev = slot;
    }
}
