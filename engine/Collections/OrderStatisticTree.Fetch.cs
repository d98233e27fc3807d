using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <content>
/// Having memory fetched for operations that come soon. A rank on a large tree waits for three lines one after the
/// other; whoever has many ranks to find asks for the first line of each, then for the second of each, and their waits
/// overlap. All of these change nothing, and none is needed for a right result.
/// </content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>First: where an item's leaf is written. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchItem(int item) => _leafOf.Prefetch(item);

    /// <summary>Second, for a rank: the front of an item's leaf, where its items stand. O(1); 0 B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchItems(int item)
    {
        int leaf = _leafOf[item];
        if (leaf != Nil) _leaves.Node(leaf).Prefetch(0, LeafView<TKey>.KeysAt);
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

    /// <summary>
    /// Third, for a change: the leaf a key would come into, if it is not the one the item is in. O(log n); 0 B.
    /// </summary>
    /// <param name="item">The item, in or not.</param>
    /// <param name="key">The key it will get.</param>
    /// <returns>The leaf, for <see cref="ChangeAt"/> and <see cref="TryInsert"/> to look into first.</returns>
    public int FetchTarget(int item, in TKey key)
    {
        if (_root == Nil) return Nil;
        TreePlace place = PlaceOf(item);
        if (!place.IsEnd && PositionWithin(Leaf(place.Leaf), place.Position, item, in key) >= 0) return place.Leaf;
        if (!place.IsEnd) FetchSlot(place.Leaf);
        int target = LeafFor(in key, item, Nil);
        _leaves.Node(target).Prefetch(0, 1 << LeafView<TKey>.SizeShift);
        return target;
    }

    // What adding to a leaf's sum reads of its parent, if the leaf is still the child it was.
    private void FetchSlot(int leaf)
    {
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        if (header.Parent == Nil) return;
        BlockSpan parent = _inners.Node(header.Parent);
        int slot = Math.Min(header.Slot(isLeaf: true), InnerView<TKey>.Capacity - 1);
        parent.Prefetch(0);
        parent.Prefetch(TreeNodeHeader.SizeBytes + (slot * sizeof(int)));
        parent.Prefetch(TreeNodeHeader.SizeBytes + ((InnerView<TKey>.Capacity + slot) * sizeof(int)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FetchParentOf(int leaf)
    {
        int parent = Leaf(leaf).Header.Parent;
        if (parent != Nil) _inners.Node(parent).Prefetch(0, InnerView<TKey>.RanksEnd);
    }
}
