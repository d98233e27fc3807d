namespace Catalog.Engine.Collections;

/// <content>Building from entries that are sorted already.</content>
public sealed partial class OrderStatisticTree<TKey, TOrder>
{
    /// <summary>
    /// Appends entries that come in order and behind all others, leaf by leaf: what was saved is loaded this way.
    /// O(entries); allocates what they need.
    /// </summary>
    /// <param name="keys">Their keys, in order.</param>
    /// <param name="items">Their items, none of them in yet.</param>
    /// <returns>Whether there was room for all and they were in order; if not, those before the first that is not are
    /// in.</returns>
    public bool TryAppend(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> items)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(keys.Length, items.Length, nameof(items));
        while (keys.Length > 0)
        {
            int count = AppendSome(keys, items);
            if (count == 0) return false;
            keys = keys[count..];
            items = items[count..];
        }

        return true;
    }

    /// <summary>Gives back what the map from items to leaves has more than it needs. O(entries).</summary>
    internal void Trim() => _leafOf.Trim();

    private int AppendSome(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> items)
    {
        if (Count == Capacity || Contains(items[0])) return 0;
        if (_root == Nil) StartRoot();
        LeafView<TKey> last = Leaf(_last);
        int before = last.Count;
        if (before > 0 && !_order.IsBefore(in last.Keys[before - 1], last.Items[before - 1], in keys[0], items[0]))
            return 0;
        if (before == LeafView<TKey>.Capacity)
        {
            if (last.Header.Parent == Nil) StartInner(_last);
            AppendLeaf();
            last = Leaf(_last);
            before = 0;
        }

        int most = Math.Min(Math.Min(LeafView<TKey>.Capacity - before, Capacity - Count), keys.Length);
        int count = SortedPrefix(keys[..most], items);
        keys[..count].CopyTo(last.AllKeys[before..]);
        items[..count].CopyTo(last.AllItems[before..]);
        foreach (int item in items[..count]) _leafOf.Set(item, _last);
        last.Header.Count = (ushort)(before + count);
        Count += count;
        AddWeight(_last, WeightIn(keys[..count]));
        if (before == 0) FixFirst(_last);
        if (CountsGroups) FixGroups(_last);
        return count;
    }

    private int SortedPrefix(ReadOnlySpan<TKey> keys, ReadOnlySpan<int> items)
    {
        int count = 1;
        while (count < keys.Length && !Contains(items[count])
            && _order.IsBefore(in keys[count - 1], items[count - 1], in keys[count], items[count])) count++;
        return count;
    }
}
