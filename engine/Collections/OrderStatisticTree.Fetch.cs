using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <content>
/// Having memory fetched for operations that come soon. A rank on a large tree waits for three lines one after the
/// other; whoever has many ranks to find asks for the first line of one, for the second of one before it, and so on, so
/// that their waits overlap. All of these change nothing, and none is needed for a right result.
/// </content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>First: where an item's leaf is written. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchItem(int item) => _leafOf.Prefetch(item);

    /// <summary>Second: the front of an item's leaf, where its items stand. O(1); 0 B.</summary>
    /// <returns>The leaf, for <see cref="FetchPlace"/>; -1 when the item is not in.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FetchItems(int item)
    {
        int leaf = _leafOf[item];
        if (leaf != Nil) _leaves.Node(leaf).Prefetch(0, LeafView<TKey>.KeysAt);
        return leaf;
    }

    /// <summary>Third, for a change: an item's key and its neighbours' in the leaf. O(1); 0 B.</summary>
    /// <param name="leaf">What <see cref="FetchItems"/> answered.</param>
    /// <param name="item">The item.</param>
    /// <returns>Where the item stands, or the end when it is not there any more.</returns>
    public TreePlace FetchPlace(int leaf, int item)
    {
        if (leaf == Nil) return TreePlace.End;
        int position = PositionOf(leaf, item);
        if (position < 0) return TreePlace.End;
        FetchKeys(leaf, Math.Max(position - 1, 0), Math.Min(position + 2, LeafView<TKey>.Capacity));
        return new TreePlace(leaf, position);
    }

    /// <summary>Second, for a change or for neighbours: an item's leaf. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchLeaf(int item)
    {
        int leaf = _leafOf[item];
        if (leaf != Nil) _leaves.Node(leaf).Prefetch(0, 1 << LeafView<TKey>.SizeShift);
    }

    /// <summary>Third: what the node above an item's leaf knows of its children's ranks. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchParent(int item)
    {
        int leaf = _leafOf[item];
        if (leaf != Nil) FetchParentOf(leaf);
    }

    /// <summary>Third, for neighbours: those in an item's leaf and beyond, and what its rank reads. O(1).</summary>
    /// <param name="leaf">What <see cref="FetchItems"/> answered.</param>
    /// <param name="item">The item.</param>
    /// <param name="before">How many in front of it.</param>
    /// <param name="behind">How many behind it.</param>
    /// <returns>Where the item stands, or the end when it is not there any more.</returns>
    public TreePlace FetchAround(int leaf, int item, int before, int behind)
    {
        if (leaf == Nil) return TreePlace.End;
        LeafView<TKey> view = Leaf(leaf);
        int position = view.Items.IndexOf(item), count = view.Count;
        if (position < 0) return TreePlace.End;
        int first = position - before, end = position + behind + 1;
        FetchKeys(leaf, Math.Max(first, 0), Math.Min(end, count));
        if (first < 0 && view.Header.Prev is var prev && prev != Nil)
        {
            _leaves.Node(prev).Prefetch(0, LeafView<TKey>.KeysAt);
            FetchKeys(prev, LeafView<TKey>.Capacity / 2, LeafView<TKey>.Capacity);
        }

        if (end > count && view.Header.Next is var next && next != Nil)
        {
            _leaves.Node(next).Prefetch(0);
            FetchKeys(next, 0, Math.Min(end - count, LeafView<TKey>.Capacity));
        }

        FetchParentOf(leaf);
        return new TreePlace(leaf, position);
    }

    /// <summary>Fourth, for a change: the rest of a leaf that an entry moves in, or away from. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchKeys(TreePlace place) => FetchKeys(place.Leaf, 0, LeafView<TKey>.Capacity);

    /// <summary>
    /// Fifth, for a change: the lowest inner node on the way to the leaf a key would come into. O(log n); 0 B.
    /// </summary>
    /// <param name="place">Where the item stands, or the end.</param>
    /// <param name="item">The item.</param>
    /// <param name="key">The key it will get.</param>
    /// <returns>
    /// The node, for <see cref="FetchTarget"/>; -1 when the item stays in its leaf, or there is none.
    /// </returns>
    public int FetchAbove(TreePlace place, int item, in TKey key)
    {
        if (_height == 0) return Nil;
        if (!place.IsEnd)
        {
            if (IsWithin(Leaf(place.Leaf), in key, item)) return Nil;
            FetchSlot(place.Leaf);
        }

        var probe = new EntryProbe(_order, key, item);
        int node = _root;
        for (int level = _height; level > 1; level--) node = Inner(node).Children[SlotFor(Inner(node), in probe)];
        InnerView<TKey>.FetchSearch(_inners.Node(node));
        return node;
    }

    /// <summary>Sixth, for a change: the leaf a key would come into, if it is another one. O(log n); 0 B.</summary>
    /// <param name="item">The item, in or not.</param>
    /// <param name="key">The key it will get.</param>
    /// <param name="above">What <see cref="FetchAbove"/> answered.</param>
    /// <returns>
    /// The leaf, for <see cref="ChangeAt"/> and <see cref="TryInsert"/> to look into first; -1 when it is not known.
    /// </returns>
    public int FetchTarget(int item, in TKey key, int above)
    {
        if (above == Nil) return Nil;
        InnerView<TKey> inner = Inner(above);
        // The tree has changed since, and the node may be a free one or one higher up.
        if (inner.Header.Level != 1) return Nil;
        int slot = SlotFor(inner, new EntryProbe(_order, key, item));
        int leaf = inner.Children[slot];
        _leaves.Node(leaf).Prefetch(0, 1 << LeafView<TKey>.SizeShift);
        InnerView<TKey>.FetchSum(_inners.Node(above), slot);
        return leaf;
    }

    // What adding to a leaf's sum reads of its parent.
    private void FetchSlot(int leaf)
    {
        if (TryFetchChild(leaf, out BlockSpan parent, out int slot)) InnerView<TKey>.FetchSum(parent, slot);
    }

    // What a rank reads of the node above a leaf.
    private void FetchParentOf(int leaf)
    {
        if (TryFetchChild(leaf, out BlockSpan parent, out int slot)) InnerView<TKey>.FetchSums(parent, slot);
    }

    // Where the node above a leaf counts it among its children, if it is still the child it was.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryFetchChild(int leaf, out BlockSpan parent, out int slot)
    {
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        slot = Math.Min(header.Slot(isLeaf: true), InnerView<TKey>.Capacity - 1);
        parent = default;
        if (header.Parent == Nil) return false;
        parent = _inners.Node(header.Parent);
        parent.Prefetch(0);
        parent.Prefetch(TreeNodeHeader.SizeBytes + (slot * sizeof(int)));
        return true;
    }

    private void FetchKeys(int leaf, int first, int end)
    {
        int at = LeafView<TKey>.KeyAt(first);
        BlockSpan node = _leaves.Node(leaf);
        node.Prefetch(at, LeafView<TKey>.KeyAt(end) - at);
        node.Prefetch(LeafView<TKey>.KeyAt(end) - 1);
    }
}
