using System.Runtime.CompilerServices;

namespace Catalog.Engine.Collections;

/// <content>Inner nodes: what they know of their children, and how those come and go.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    // Carries a change of a node's sums up to the root.
    private void Carry(int node, bool isLeaf, int weight, int groups)
    {
        ref TreeNodeHeader header = ref isLeaf ? ref Leaf(node).Header : ref Inner(node).Header;
        while (header.Parent != Nil)
        {
            int parent = header.Parent;
            InnerView<TKey> inner = Inner(parent);
            int slot = inner.SlotOf(node, ref header, isLeaf);
            inner.Weights[slot] += weight;
            if (groups != 0) inner.Groups[slot] += groups;
            isLeaf = false;
            node = parent;
            header = ref inner.Header;
        }
    }

    // Tells the nodes above what a leaf's first entry is, as far up as it is theirs too.
    private void FixFirst(int leaf)
    {
        LeafView<TKey> view = Leaf(leaf);
        CarryFirst(leaf, view.Header.Parent, in view.AllKeys[0], view.AllItems[0]);
    }

    private void CarryFirst(int node, int parent, in TKey key, int item)
    {
        while (parent != Nil)
        {
            InnerView<TKey> inner = Inner(parent);
            int slot = inner.SlotOf(node);
            inner.FirstKeys[slot] = key;
            inner.FirstItems[slot] = item;
            if (slot > 0) return;
            node = parent;
            parent = inner.Header.Parent;
        }
    }

    // Writes what the parent knows of a leaf anew; sums above the parent are not its business.
    private void Describe(int leaf)
    {
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        InnerView<TKey> parent = Inner(header.Parent);
        int slot = parent.SlotOf(leaf);
        parent.Weights[slot] = header.Weight;
        parent.Groups[slot] = header.Groups;
        FixFirst(leaf);
    }

    private void StartInner(int child)
    {
        int root = _inners.Allocate();
        Inner(root).Header.Level = (ushort)++_height;
        _root = root;
        Insert(root, 0, child);
    }

    // Puts a child into an inner node and its sums into those above.
    private void AddChild(int parent, int slot, int child)
    {
        if (Inner(parent).Count == InnerView<TKey>.Capacity) SplitInner(ref parent, ref slot);
        Insert(parent, slot, child);
        InnerView<TKey> inner = Inner(parent);
        Carry(parent, isLeaf: false, inner.Weights[slot], inner.Groups[slot]);
        if (slot == 0) CarryFirst(parent, inner.Header.Parent, in inner.FirstKeys[0], inner.FirstItems[0]);
    }

    private void Insert(int parent, int slot, int child)
    {
        InnerView<TKey> inner = Inner(parent);
        inner.Open(slot);
        inner.Children[slot] = child;
        if (inner.Header.Level == 1) DescribeLeaf(inner, slot, child);
        else DescribeInner(inner, slot, child);
        SetParent(child, inner.Header.Level - 1, parent);
    }

    private void DescribeLeaf(InnerView<TKey> inner, int slot, int child)
    {
        LeafView<TKey> leaf = Leaf(child);
        inner.Weights[slot] = leaf.Header.Weight;
        inner.Groups[slot] = leaf.Header.Groups;
        inner.FirstKeys[slot] = leaf.AllKeys[0];
        inner.FirstItems[slot] = leaf.AllItems[0];
    }

    private void DescribeInner(InnerView<TKey> inner, int slot, int child)
    {
        InnerView<TKey> below = Inner(child);
        inner.Weights[slot] = InnerView<TKey>.Sum(below.Weights[..below.Count]);
        inner.Groups[slot] = CountsGroups ? InnerView<TKey>.Sum(below.Groups[..below.Count]) : 0;
        inner.FirstKeys[slot] = below.FirstKeys[0];
        inner.FirstItems[slot] = below.FirstItems[0];
    }

    // Halves a full inner node; when a child is to come behind its last one, that one alone goes, and it stays full.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SplitInner(ref int parent, ref int slot)
    {
        if (Inner(parent).Header.Parent == Nil) StartInner(parent);
        int added = _inners.Allocate();
        InnerView<TKey> left = Inner(parent), right = Inner(added);
        ushort level = left.Header.Level;
        right.Header.Level = level;
        int half = slot == left.Count ? left.Count - 1 : left.Count / 2;
        left.MoveTail(half, right);
        foreach (int child in right.Children[..right.Count]) SetParent(child, level - 1, added);
        int above = left.Header.Parent;
        int own = Inner(above).SlotOf(parent);
        int weight = InnerView<TKey>.Sum(right.Weights[..right.Count]);
        int groups = CountsGroups ? InnerView<TKey>.Sum(right.Groups[..right.Count]) : 0;
        Carry(parent, isLeaf: false, -weight, -groups);
        AddChild(above, own + 1, added);
        if (slot <= half) return;
        slot -= half;
        parent = added;
    }

    // Takes a child away whose sums are zero.
    private void RemoveChild(int parent, int slot)
    {
        InnerView<TKey> inner = Inner(parent);
        inner.Close(slot);
        int count = inner.Count, above = inner.Header.Parent;
        if (above == Nil)
        {
            if (count == 1) CollapseRoot();
            return;
        }

        if (count == 0)
        {
            RemoveChild(above, Inner(above).SlotOf(parent));
            _inners.Free(parent);
            return;
        }

        if (slot == 0) CarryFirst(parent, above, in inner.FirstKeys[0], inner.FirstItems[0]);
        if (4 * count < InnerView<TKey>.Capacity) MergeInner(parent, above);
    }

    private void CollapseRoot()
    {
        while (_height > 0 && Inner(_root).Count == 1)
        {
            int child = Inner(_root).Children[0];
            _inners.Free(_root);
            _root = child;
            _height--;
            SetParent(child, _height, Nil);
        }
    }

    // Joins an inner node that is a quarter full with a sibling, if three quarters hold both.
    private void MergeInner(int node, int above)
    {
        InnerView<TKey> parent = Inner(above);
        if (parent.Count == 1) return;
        int slot = Math.Max(1, parent.SlotOf(node));
        int left = parent.Children[slot - 1], right = parent.Children[slot];
        InnerView<TKey> source = Inner(right), target = Inner(left);
        if (4 * (source.Count + target.Count) > 3 * InnerView<TKey>.Capacity) return;
        foreach (int child in source.Children[..source.Count]) SetParent(child, source.Header.Level - 1, left);
        source.MoveTail(0, target);
        parent.Weights[slot - 1] += parent.Weights[slot];
        parent.Groups[slot - 1] += parent.Groups[slot];
        parent.Weights[slot] = parent.Groups[slot] = 0;
        RemoveChild(above, slot);
        _inners.Free(right);
    }
}
