namespace Catalog.Engine.Collections;

/// <summary>The first bytes of every node of an order-statistic tree.</summary>
// mutable: it lives in a slab and is changed in place.
internal struct TreeNodeHeader
{
    public const int SizeBytes = 24;

    /// <summary>The inner node above, or nil at the root.</summary>
    public int Parent;

    /// <summary>Leaves: the leaf before.</summary>
    public int Prev;

    /// <summary>Leaves: the leaf behind. Free nodes of both kinds: the next free one.</summary>
    public int Next;

    /// <summary>Leaves: the sum of the entries' weights.</summary>
    public int Weight;

    /// <summary>Leaves: the number of groups that begin here, when groups are counted.</summary>
    public int Groups;

    /// <summary>Number of entries, or of children. A free node has none.</summary>
    public ushort Count;

    /// <summary>Distance from the leaves.</summary>
    public ushort Level;
}
