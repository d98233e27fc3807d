using System.Diagnostics;

namespace Catalog.Engine.Collections;

/// <content>Full leaves, and leaves that have become too empty.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    // Among so many neighbours entries are dealt out anew.
    private const int MostSpread = 4;

    // Four leaves become three when these are then no fuller than this, in sixteenths, so that the next insertions find
    // room. OrderStatisticTreeTests holds how full that keeps a tree whose keys change at random.
    private const int MergedFill = 15;

    // Makes room for one more entry at a position of a full leaf, and says where that now is.
    private void MakeRoom(ref int leaf, ref int position)
    {
        LeafView<TKey> view = Leaf(leaf);
        bool isAppended = position == view.Count && view.Header.Next == Nil;
        if (view.Header.Parent == Nil) StartInner(leaf);
        if (isAppended)
        {
            leaf = AppendLeaf();
            position = 0;
            return;
        }

        InnerView<TKey> parent = Inner(Leaf(leaf).Header.Parent);
        int slot = parent.SlotOf(leaf);
        if (GiveToSibling(parent, slot, ref leaf, ref position)) return;
        Split(ref leaf, ref position);
    }

    // An empty leaf behind the last one, which stays as full as it is: how a tree grows that is appended to.
    private int AppendLeaf()
    {
        int leaf = _leaves.Allocate();
        int last = _last;
        Link(leaf, last);
        AddChild(Leaf(last).Header.Parent, Inner(Leaf(last).Header.Parent).Count, leaf);
        return leaf;
    }

    private bool GiveToSibling(InnerView<TKey> parent, int slot, ref int leaf, ref int position)
    {
        int capacity = LeafView<TKey>.Capacity;
        int left = slot > 0 ? parent.Children[slot - 1] : Nil;
        int right = slot + 1 < parent.Count ? parent.Children[slot + 1] : Nil;
        int leftRoom = left == Nil ? 0 : capacity - Leaf(left).Count;
        int rightRoom = right == Nil ? 0 : capacity - Leaf(right).Count;
        int room = Math.Max(leftRoom, rightRoom);
        if (room < 2) return false;
        int moved = room / 2;
        if (leftRoom >= rightRoom)
        {
            int end = Leaf(left).Count;
            MoveEntries(leaf, left, moved, isToLeft: true);
            if (position <= moved) (leaf, position) = (left, end + position);
            else position -= moved;
        }
        else
        {
            MoveEntries(leaf, right, moved, isToLeft: false);
            int stay = capacity - moved;
            if (position > stay) (leaf, position) = (right, position - stay);
        }

        return true;
    }

    // Moves some entries of a leaf to the end of the one before it, or to the front of the one behind it.
    private void MoveEntries(int from, int to, int count, bool isToLeft)
    {
        LeafView<TKey> source = Leaf(from), target = Leaf(to);
        int sourceCount = source.Count, targetCount = target.Count, stay = sourceCount - count;
        int start = isToLeft ? 0 : stay, at = isToLeft ? targetCount : 0;
        if (!isToLeft)
        {
            target.AllItems[..targetCount].CopyTo(target.AllItems[count..]);
            target.AllKeys[..targetCount].CopyTo(target.AllKeys[count..]);
        }

        source.AllItems.Slice(start, count).CopyTo(target.AllItems[at..]);
        source.AllKeys.Slice(start, count).CopyTo(target.AllKeys[at..]);
        if (isToLeft)
        {
            source.AllItems[count..sourceCount].CopyTo(source.AllItems);
            source.AllKeys[count..sourceCount].CopyTo(source.AllKeys);
        }

        source.Header.Count = (ushort)stay;
        target.Header.Count = (ushort)(targetCount + count);
        foreach (int item in target.AllItems.Slice(at, count)) _leafOf.Set(item, to);
        int weight = WeightIn(target.AllKeys.Slice(at, count));
        source.Header.Weight -= weight;
        target.Header.Weight += weight;
        if (CountsGroups) CountGroups(isToLeft ? [to, from] : [from, to]);
        Describe(from);
        Describe(to);
    }

    // Deals the entries of a leaf and its neighbours out to one leaf more.
    private void Split(ref int leaf, ref int position)
    {
        int parent = Leaf(leaf).Header.Parent;
        InnerView<TKey> inner = Inner(parent);
        int slot = inner.SlotOf(leaf);
        int first = Math.Max(0, Math.Min(slot - 1, inner.Count - MostSpread));
        int count = Math.Min(MostSpread, inner.Count), own = slot - first;
        Span<int> leaves = stackalloc int[MostSpread + 1];
        inner.Children.Slice(first, count).CopyTo(leaves);
        // In the middle, where the fewest entries change their leaf.
        int added = (count + 1) / 2;
        leaves[added..count].CopyTo(leaves[(added + 1)..]);
        leaves[added] = _leaves.Allocate();
        Link(leaves[added], leaves[added - 1]);
        leaves = leaves[..(count + 1)];
        int index = IndexOf(leaves[..(own < added ? own : own + 1)], position);
        Deal(leaves, leaves);
        ref TreeNodeHeader header = ref Leaf(leaves[added]).Header;
        // Above the parent the sums forget what the new leaf holds until it is a child.
        Carry(parent, isLeaf: false, -header.Weight, -header.Groups);
        for (int i = 0; i <= count; i++)
            if (i != added) Describe(leaves[i]);
        AddChild(parent, first + added, leaves[added]);
        foreach (int target in leaves)
        {
            int size = Leaf(target).Count;
            if (index <= size)
            {
                (leaf, position) = (target, index);
                return;
            }

            index -= size;
        }
    }

    private int IndexOf(ReadOnlySpan<int> before, int position)
    {
        foreach (int leaf in before) position += Leaf(leaf).Count;
        return position;
    }

    // Deals the entries of the sources out evenly to the targets. Whose leaf stays the same is not written anew.
    private void Deal(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        Span<int> items = stackalloc int[MostSpread * LeafView<TKey>.Capacity];
        Span<TKey> keys = stackalloc TKey[MostSpread * LeafView<TKey>.Capacity];
        Span<int> olds = stackalloc int[MostSpread * LeafView<TKey>.Capacity];
        int total = 0;
        foreach (int source in sources)
        {
            LeafView<TKey> view = Leaf(source);
            view.Items.CopyTo(items[total..]);
            view.Keys.CopyTo(keys[total..]);
            olds.Slice(total, view.Count).Fill(source);
            total += view.Count;
        }

        int at = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            int end = (int)((long)total * (i + 1) / targets.Length);
            LeafView<TKey> view = Leaf(targets[i]);
            items[at..end].CopyTo(view.AllItems);
            keys[at..end].CopyTo(view.AllKeys);
            view.Header.Count = (ushort)(end - at);
            view.Header.Weight = WeightIn(keys[at..end]);
            for (; at < end; at++)
            {
                if (olds[at] != targets[i]) _leafOf.Set(items[at], targets[i]);
            }
        }

        if (CountsGroups) CountGroups(targets);
    }

    private void AfterRemoval(int leaf, int position)
    {
        int count = Leaf(leaf).Count;
        if (CountsGroups) FixGroups(leaf);
        if (count == 0)
        {
            RemoveEmpty(leaf);
            return;
        }

        if (position == 0) FixFirst(leaf);
        if (4 * count < 3 * LeafView<TKey>.Capacity && Leaf(leaf).Header.Parent != Nil) Merge(leaf);
    }

    // Deals the entries of four adjacent leaves out to three, or of fewer to one less, if they then are not full.
    private void Merge(int leaf)
    {
        int parent = Leaf(leaf).Header.Parent;
        InnerView<TKey> inner = Inner(parent);
        int slot = inner.SlotOf(leaf);
        int count = Math.Min(MostSpread, inner.Count);
        int first = Math.Max(0, Math.Min(slot - 1, inner.Count - count));
        Span<int> leaves = stackalloc int[MostSpread];
        leaves = leaves[..count];
        inner.Children.Slice(first, count).CopyTo(leaves);
        int most = (count - 1) * LeafView<TKey>.Capacity * MergedFill / 16;
        // Where entries weigh at most 1 they are no fewer than their weight, and no sibling need be looked at.
        int least = TOrder.HasUnitWeights ? InnerView<TKey>.Sum(inner.Weights.Slice(first, count)) : 0;
        if (count == 1 || least > most || IndexOf(leaves, 0) > most) return;

        int gone = count / 2;
        int removed = leaves[gone];
        Span<int> kept = stackalloc int[MostSpread - 1];
        kept = kept[..(count - 1)];
        leaves[..gone].CopyTo(kept);
        leaves[(gone + 1)..].CopyTo(kept[gone..]);
        Unlink(removed);
        Deal(leaves, kept);
        inner.Weights[first + gone] = inner.Groups[first + gone] = 0;
        foreach (int target in kept) Describe(target);
        RemoveChild(parent, first + gone);
        _leaves.Free(removed);
        Debug.Assert(Leaf(kept[0]).Count > 0, "Nobody merges nothing.");
    }

    private void RemoveEmpty(int leaf)
    {
        int parent = Leaf(leaf).Header.Parent;
        Unlink(leaf);
        if (parent == Nil) _root = Nil;
        else RemoveChild(parent, Inner(parent).SlotOf(leaf));
        _leaves.Free(leaf);
    }

    private void Link(int leaf, int prev)
    {
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        ref TreeNodeHeader before = ref Leaf(prev).Header;
        header.Prev = prev;
        header.Next = before.Next;
        if (before.Next == Nil) _last = leaf;
        else Leaf(before.Next).Header.Prev = leaf;
        before.Next = leaf;
    }

    private void Unlink(int leaf)
    {
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        if (header.Prev == Nil) _first = header.Next;
        else Leaf(header.Prev).Header.Next = header.Next;
        if (header.Next == Nil) _last = header.Prev;
        else Leaf(header.Next).Header.Prev = header.Prev;
    }
}
