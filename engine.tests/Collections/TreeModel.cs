using Catalog.Engine.Collections;

namespace Catalog.Engine.Tests.Collections;

/// <summary>A tree and the sorted list it must always equal, changed together.</summary>
internal sealed class TreeModel(int capacity, bool countsGroups = true)
{
    private readonly List<(NumberKey Key, int Item)> _list = [];

    public OrderStatisticTree<NumberKey, NumberOrder> Tree { get; } =
        new(default, capacity, countsGroups, new SlabPool(1 << 20));

    public int Count => _list.Count;

    public void Set(int item, long number, int weight)
    {
        var key = new NumberKey(number, weight);
        int at = _list.FindIndex(e => e.Item == item);
        if (at >= 0)
        {
            _list.RemoveAt(at);
            Insert(key, item);
            Tree.Change(item, in key);
            return;
        }

        bool hasRoom = _list.Count < capacity;
        Assert.Equal(hasRoom, Tree.TryInsert(in key, item));
        if (hasRoom) Insert(key, item);
    }

    public void Remove(int item)
    {
        int at = _list.FindIndex(e => e.Item == item);
        if (at >= 0) _list.RemoveAt(at);
        Assert.Equal(at >= 0, Tree.Remove(item));
    }

    public void RemoveAt(int index)
    {
        Tree.RemoveAt(Tree.PlaceOf(_list[index].Item));
        _list.RemoveAt(index);
    }

    public void Rebuild()
    {
        Tree.Clear();
        Assert.Equal(0, Tree.Count);
        NumberKey[] keys = [.. _list.Select(e => e.Key)];
        int[] items = [.. _list.Select(e => e.Item)];
        for (int i = 0; i < keys.Length; i += 7)
            Assert.True(Tree.TryAppend(keys.AsSpan(i, Math.Min(7, keys.Length - i)),
                items.AsSpan(i, Math.Min(7, keys.Length - i))));
    }

    public void Check()
    {
        Tree.CheckInvariants();
        Assert.Equal(_list.Count, Tree.Count);
        Assert.Equal(_list.Sum(e => e.Key.Weight), Tree.Weight);
        Assert.Equal(_list, Walk());
    }

    /// <summary>Every rank, selection and search, against adding up.</summary>
    public void CheckAll()
    {
        Check();
        int weight = 0, groups = 0;
        long? last = null;
        foreach ((NumberKey key, int item) in _list)
        {
            TreePlace place = Tree.PlaceOf(item);
            Assert.Equal((key, item), (Tree.KeyAt(place), Tree.ItemAt(place)));
            Assert.Equal(weight, Tree.WeightBefore(place));
            if (Tree.CountsGroups) Assert.Equal(groups, Tree.GroupsBefore(place));
            for (int within = 0; within < key.Weight; within++)
            {
                Assert.Equal(place, Tree.Select(weight + within, out int found));
                Assert.Equal(within, found);
            }

            weight += key.Weight;
            if (key.Weight > 0 && last != key.Number) groups++;
            if (key.Weight > 0) last = key.Number;
        }

        Assert.True(Tree.Select(weight, out _).IsEnd);
        Assert.True(Tree.Select(-1, out _).IsEnd);
        if (Tree.CountsGroups) Assert.Equal(groups, Tree.GroupCount);
        CheckBounds();
    }

    private void CheckBounds()
    {
        foreach (long number in _list.Select(e => e.Key.Number).Append(long.MinValue).Append(long.MaxValue).Distinct())
        {
            int index = _list.FindIndex(e => e.Key.Number >= number);
            TreePlace place = Tree.LowerBound(new NumberProbe(number));
            Assert.Equal(index < 0, place.IsEnd);
            if (index >= 0) Assert.Equal(_list[index].Item, Tree.ItemAt(place));
        }
    }

    private List<(NumberKey Key, int Item)> Walk()
    {
        var walked = new List<(NumberKey Key, int Item)>();
        for (TreePlace place = Tree.First; !place.IsEnd; place = Tree.Next(place))
            walked.Add((Tree.KeyAt(place), Tree.ItemAt(place)));
        int index = walked.Count;
        for (TreePlace place = Tree.Last; !place.IsEnd; place = Tree.Previous(place))
            Assert.Equal(walked[--index].Item, Tree.ItemAt(place));
        Assert.Equal(0, index);
        return walked;
    }

    private void Insert(NumberKey key, int item)
    {
        int at = _list.FindIndex(e => e.Key.Number > key.Number || (e.Key.Number == key.Number && e.Item > item));
        _list.Insert(at < 0 ? _list.Count : at, (key, item));
    }
}
