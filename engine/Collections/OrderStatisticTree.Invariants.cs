namespace Catalog.Engine.Collections;

/// <content>The invariants, checked from the root down.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>Checks the invariants of the type's documentation, for tests. O(n log n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        if (_root == Nil)
        {
            Require(Count == 0 && Weight == 0 && _first == Nil && _last == Nil && _height == 0, "5. empty");
            Require(_leaves.Count == 0 && _inners.Count == 0, "5. no nodes without entries");
            return;
        }

        Require(_height == 0 || Inner(_root).Count > 1, "6. a root has more than one child");
        int walked = Nil, entries = 0, leaves = 0;
        CheckNode(_root, _height, Nil, ref walked);
        Require(walked == _last && Leaf(_last).Header.Next == Nil, "2. the list ends at the last leaf");
        for (int leaf = _first; leaf != Nil; leaf = Leaf(leaf).Header.Next, leaves++) entries += Leaf(leaf).Count;
        Require(entries == Count && Count <= Capacity && leaves == _leaves.Count, "5. the number of entries");
        Require(Weight == (_height == 0 ? Leaf(_root).Header.Weight : SumOf(_root)), "3. the root's sum");
        CheckOrder();
        if (CountsGroups) CheckGroups();
    }

    private void CheckNode(int node, int level, int parent, ref int walked)
    {
        if (level == 0)
        {
            CheckLeaf(node, parent, walked);
            walked = node;
            return;
        }

        InnerView<TKey> inner = Inner(node);
        Require(inner.Header.Parent == parent && inner.Header.Level == level && inner.Count > 0, "3. inner nodes");
        for (int slot = 0; slot < inner.Count; slot++)
        {
            int child = inner.Children[slot];
            CheckNode(child, level - 1, node, ref walked);
            Require(inner.Weights[slot] == (level == 1 ? Leaf(child).Header.Weight : SumOf(child)), "3. sums");
            if (CountsGroups) Require(inner.Groups[slot] == GroupsIn(child, level - 1), "3. groups");
            TKey key = level == 1 ? Leaf(child).Keys[0] : Inner(child).FirstKeys[0];
            int item = level == 1 ? Leaf(child).Items[0] : Inner(child).FirstItems[0];
            Require(inner.FirstItems[slot] == item && inner.FirstKeys[slot].Equals(key), "3. first entries");
        }
    }

    private void CheckLeaf(int leaf, int parent, int before)
    {
        LeafView<TKey> view = Leaf(leaf);
        Require(view.Header.Parent == parent, "3. a leaf's parent");
        Require(view.Count > 0 && view.Count <= LeafView<TKey>.Capacity, "2. no leaf is empty");
        Require(view.Header.Prev == before, "2. the list runs backwards");
        Require(before == Nil ? _first == leaf : Leaf(before).Header.Next == leaf, "2. the list runs forwards");
        Require(view.Header.Weight == WeightIn(view.Keys), "3. a leaf's weight");
        foreach (int item in view.Items) Require(_leafOf[item] == leaf, "4. the map names the leaf");
    }

    private void CheckOrder()
    {
        TreePlace place = First;
        for (TreePlace next = Next(place); !next.IsEnd; (place, next) = (next, Next(next)))
        {
            TKey left = KeyAt(place), right = KeyAt(next);
            int leftItem = ItemAt(place), rightItem = ItemAt(next);
            bool isBefore = _order.IsBefore(in left, leftItem, in right, rightItem);
            Require(isBefore && !_order.IsBefore(in right, rightItem, in left, leftItem), "1. strict order");
        }

        Require(_leafOf.Count == Count, "4. the map knows no other item");
    }

    private void CheckGroups()
    {
        TKey previous = default;
        bool hasPrevious = false;
        for (int leaf = _first; leaf != Nil; leaf = Leaf(leaf).Header.Next)
        {
            LeafView<TKey> view = Leaf(leaf);
            Require(view.Header.Groups == Groups(view.Keys, hasPrevious, ref previous), "3. a leaf's groups");
            hasPrevious |= view.Header.Weight > 0;
        }
    }

    private int SumOf(int inner) => InnerView<TKey>.Sum(Inner(inner).Weights[..Inner(inner).Count]);

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant {invariant}.");
    }
}
