namespace Catalog.Engine.Collections;

/// <content>
/// Groups: runs of visible entries (those that weigh something) that belong together. A group begins at its first
/// visible entry, and every leaf counts those that begin in it.
/// </content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>Number of groups. O(children of the root).</summary>
    /// <exception cref="InvalidOperationException">Groups are not counted.</exception>
    public int GroupCount => GroupsBefore(TreePlace.End);

    /// <summary>Number of groups that begin in front of a place. O(log n); 0 B.</summary>
    /// <exception cref="InvalidOperationException">Groups are not counted.</exception>
    public int GroupsBefore(TreePlace place)
    {
        if (!CountsGroups) throw new InvalidOperationException("This tree does not count groups.");
        if (_root == Nil) return 0;
        if (place.IsEnd) return GroupsIn(_root, _height);
        LeafView<TKey> leaf = Leaf(place.Leaf);
        TKey previous = default;
        bool hasPrevious = TryVisibleBefore(place.Leaf, ref previous);
        int sum = Groups(leaf.Keys[..place.Position], hasPrevious, ref previous);
        int node = place.Leaf;
        for (int parent = leaf.Header.Parent; parent != Nil;)
        {
            InnerView<TKey> inner = Inner(parent);
            sum += InnerView<TKey>.Sum(inner.Groups[..inner.SlotOf(node)]);
            node = parent;
            parent = inner.Header.Parent;
        }

        return sum;
    }

    private int GroupsIn(int node, int level)
    {
        if (level == 0) return Leaf(node).Header.Groups;
        InnerView<TKey> inner = Inner(node);
        return InnerView<TKey>.Sum(inner.Groups[..inner.Count]);
    }

    // A leaf's entries have changed: what it and the next visible leaf count is counted again, up to the root.
    private void FixGroups(int leaf)
    {
        RecountGroups(leaf);
        int next = Leaf(leaf).Header.Next;
        while (next != Nil && Leaf(next).Header.Weight == 0) next = Leaf(next).Header.Next;
        if (next != Nil) RecountGroups(next);
    }

    private void RecountGroups(int leaf)
    {
        int before = Leaf(leaf).Header.Groups;
        CountGroups([leaf]);
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        if (header.Groups != before) Carry(leaf, isLeaf: true, 0, header.Groups - before);
    }

    // Counts the groups of adjacent leaves, in the leaves alone.
    private void CountGroups(ReadOnlySpan<int> leaves)
    {
        TKey previous = default;
        bool hasPrevious = TryVisibleBefore(leaves[0], ref previous);
        foreach (int leaf in leaves)
        {
            LeafView<TKey> view = Leaf(leaf);
            view.Header.Groups = Groups(view.Keys, hasPrevious, ref previous);
            hasPrevious |= view.Header.Weight > 0;
        }
    }

    private int Groups(ReadOnlySpan<TKey> keys, bool hasPrevious, ref TKey previous)
    {
        int count = 0;
        foreach (ref readonly TKey key in keys)
        {
            if (_order.WeightOf(in key) == 0) continue;
            if (!hasPrevious || !_order.IsSameGroup(in previous, in key)) count++;
            previous = key;
            hasPrevious = true;
        }

        return count;
    }

    // The last visible entry in front of a leaf. O(1) but for leaves in which nothing is visible.
    private bool TryVisibleBefore(int leaf, ref TKey key)
    {
        for (int prev = Leaf(leaf).Header.Prev; prev != Nil; prev = Leaf(prev).Header.Prev)
        {
            ReadOnlySpan<TKey> keys = Leaf(prev).Keys;
            if (Leaf(prev).Header.Weight == 0) continue;
            int last = keys.Length - 1;
            while (_order.WeightOf(in keys[last]) == 0) last--;
            key = keys[last];
            return true;
        }

        return false;
    }
}
