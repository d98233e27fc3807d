using System.Diagnostics;

namespace Catalog.Engine.Collections;

/// <content>Inserting, changing and removing entries.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>Inserts an entry in its order. O(log n), O(1) behind the last; 0 B but for growth.</summary>
    /// <param name="key">The key; with the item unlike that of any other entry.</param>
    /// <param name="item">The item, not in yet.</param>
    /// <param name="hint">A leaf it may belong into, from <see cref="FetchTarget"/>; or -1.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryInsert(in TKey key, int item, int hint = Nil)
    {
        Debug.Assert(!Contains(item), "An item is in once.");
        if (Count == Capacity) return false;
        if (_root == Nil) StartRoot();
        Put(LeafFor(in key, item, hint), in key, item);
        return true;
    }

    /// <summary>
    /// Inserts an entry in front of a place, for sequences whose order is where things were put. O(log n).
    /// </summary>
    /// <param name="place">The place; the end for behind everything.</param>
    /// <param name="key">The key, which must order the entry there.</param>
    /// <param name="item">The item, not in yet.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryInsertAt(TreePlace place, in TKey key, int item)
    {
        Debug.Assert(!Contains(item), "An item is in once.");
        if (Count == Capacity) return false;
        if (_root == Nil) StartRoot();
        if (place.IsEnd) InsertIn(_last, Leaf(_last).Count, in key, item);
        else InsertIn(place.Leaf, place.Position, in key, item);
        return true;
    }

    /// <summary>
    /// Gives an item that is in another key, and so perhaps another place and weight. O(1) between the same
    /// neighbours, O(capacity of a leaf) within a leaf, else O(log n); 0 B but for growth.
    /// </summary>
    public void Change(int item, in TKey key) => ChangeAt(PlaceOf(item), item, in key);

    /// <summary>Removes an item. O(log n); 0 B.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Remove(int item)
    {
        TreePlace place = PlaceOf(item);
        if (place.IsEnd) return false;
        RemoveAt(place);
        return true;
    }

    /// <summary>Removes the entry at a place. O(log n); 0 B.</summary>
    public void RemoveAt(TreePlace place)
    {
        _leafOf.Remove(Leaf(place.Leaf).Items[place.Position]);
        TakeOut(place);
    }

    // The map is not told: the item goes elsewhere, or has been taken out of it.
    private void TakeOut(TreePlace place)
    {
        LeafView<TKey> leaf = Leaf(place.Leaf);
        int weight = _order.WeightOf(in leaf.Keys[place.Position]);
        leaf.Remove(place.Position);
        Count--;
        AddWeight(place.Leaf, -weight);
        AfterRemoval(place.Leaf, place.Position);
    }

    /// <summary>As <see cref="Change"/>, for whoever knows the item's place already.</summary>
    /// <param name="place">The item's place.</param>
    /// <param name="item">The item.</param>
    /// <param name="key">Its new key.</param>
    /// <param name="hint">A leaf it may belong into, from <see cref="FetchTarget"/>; or -1.</param>
    public void ChangeAt(TreePlace place, int item, in TKey key, int hint = Nil)
    {
        LeafView<TKey> leaf = Leaf(place.Leaf);
        Span<TKey> keys = leaf.Keys;
        int position = place.Position;
        int weight = _order.WeightOf(in key) - _order.WeightOf(in keys[position]);
        int target = PositionWithin(leaf, position, item, in key);
        if (target < 0)
        {
            TakeOut(place);
            if (_root == Nil) StartRoot();
            Put(LeafFor(in key, item, hint), in key, item);
            return;
        }

        if (target == position) keys[position] = key;
        else leaf.Move(position, target, in key);
        if (weight != 0) AddWeight(place.Leaf, weight);
        if (position == 0 || target == 0) FixFirst(place.Leaf);
        if (CountsGroups) FixGroups(place.Leaf);
    }

    /// <summary>Whether an entry would stay between its neighbours with another key, as its leaf tells. O(1).</summary>
    public bool IsBetweenNeighbours(TreePlace place, int item, in TKey key)
    {
        LeafView<TKey> leaf = Leaf(place.Leaf);
        ReadOnlySpan<TKey> keys = leaf.Keys;
        ReadOnlySpan<int> items = leaf.Items;
        int before = place.Position - 1, next = place.Position + 1;
        return (uint)before < (uint)keys.Length && (uint)next < (uint)keys.Length
            && _order.IsBefore(in keys[before], items[before], in key, item)
            && _order.IsBefore(in key, item, in keys[next], items[next]);
    }

    /// <summary>The keys of a leaf, to be changed without changing order, weights or groups. O(1).</summary>
    /// <remarks>After the last of them comes <see cref="RefreshFirstKeys"/>.</remarks>
    internal Span<TKey> MutableKeysOf(TreePlace leaf) => Leaf(leaf.Leaf).Keys;

    /// <summary>Tells the inner nodes the first keys of all leaves anew. O(n).</summary>
    internal void RefreshFirstKeys()
    {
        for (int leaf = _first; leaf != Nil; leaf = Leaf(leaf).Header.Next) FixFirst(leaf);
    }

    // Where in its own leaf an entry goes when its key changes, or nil when that cannot be told from the leaf alone.
    private int PositionWithin(LeafView<TKey> leaf, int position, int item, in TKey key)
    {
        ReadOnlySpan<TKey> keys = leaf.Keys;
        ReadOnlySpan<int> items = leaf.Items;
        if (position > 0 && _order.IsBefore(in key, item, in keys[position - 1], items[position - 1]))
        {
            if (_order.IsBefore(in key, item, in keys[0], in items[0])) return leaf.Header.Prev == Nil ? 0 : Nil;
            return LowerBound(keys[..position], items[..position], new EntryProbe(_order, key, item));
        }

        int next = position + 1;
        if (next < keys.Length && _order.IsBefore(in keys[next], items[next], in key, item))
        {
            int last = keys.Length - 1;
            if (_order.IsBefore(in keys[last], in items[last], in key, item))
                return leaf.Header.Next == Nil ? last : Nil;
            return position + LowerBound(keys[next..], items[next..], new EntryProbe(_order, key, item));
        }

        // Its neighbours still order it, unless one of them is in the next leaf and it moves that way.
        bool isFirst = position == 0 && leaf.Header.Prev != Nil;
        bool isLast = next == keys.Length && leaf.Header.Next != Nil;
        if (isFirst && _order.IsBefore(in key, item, in keys[position], item)) return Nil;
        if (isLast && _order.IsBefore(in keys[position], item, in key, item)) return Nil;
        return position;
    }

    private int LeafFor(in TKey key, int item, int hint)
    {
        if (hint != Nil && IsWithin(Leaf(hint), in key, item)) return hint;
        LeafView<TKey> last = Leaf(_last);
        int end = last.Count - 1;
        if (end < 0 || _order.IsBefore(in last.Keys[end], last.Items[end], in key, item)) return _last;
        return DescendTo(new EntryProbe(_order, key, item));
    }

    // Whatever a leaf has become since: what lies between two of its entries belongs into it.
    private bool IsWithin(LeafView<TKey> leaf, in TKey key, int item)
    {
        ReadOnlySpan<TKey> keys = leaf.Keys;
        ReadOnlySpan<int> items = leaf.Items;
        int last = keys.Length - 1;
        return last > 0 && _order.IsBefore(in keys[0], items[0], in key, item)
            && _order.IsBefore(in key, item, in keys[last], items[last]);
    }

    private void Put(int leaf, in TKey key, int item)
    {
        LeafView<TKey> view = Leaf(leaf);
        InsertIn(leaf, LowerBound(view.Keys, view.Items, new EntryProbe(_order, key, item)), in key, item);
    }

    private void InsertIn(int leaf, int position, in TKey key, int item)
    {
        if (Leaf(leaf).Count == LeafView<TKey>.Capacity) MakeRoom(ref leaf, ref position);
        Leaf(leaf).Insert(position, in key, item);
        _leafOf.Set(item, leaf);
        Count++;
        AddWeight(leaf, _order.WeightOf(in key));
        if (position == 0) FixFirst(leaf);
        if (CountsGroups) FixGroups(leaf);
    }

    private void StartRoot()
    {
        _root = _first = _last = _leaves.Allocate();
        _height = 0;
    }

    private void AddWeight(int leaf, int weight)
    {
        if (weight == 0) return;
        ref TreeNodeHeader header = ref Leaf(leaf).Header;
        header.Weight += weight;
        Weight += weight;
        Carry(leaf, isLeaf: true, weight, 0);
    }
}
