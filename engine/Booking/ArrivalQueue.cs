using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Booking;

/// <summary>
/// A bounded queue of owners in the order they came, each at most once, that anyone can leave and everyone can ask for
/// their position in.
/// </summary>
/// <remarks>
/// <code>
/// _entries  – │ live │ – │ live │ live │            gaps where somebody left; squeezed out when the end is reached
/// _tree     a Fenwick tree over them: how many live ones stand before an index
/// _index    owner → index
/// </code>
/// <para>Invariants:
/// 1. the index holds exactly the live entries, each at its place;
/// 2. the tree's sum before each live entry is the number of live entries before it;
/// 3. no more entries live than the capacity, and none before the first or after the end.</para>
/// <para>Join, leave and position are O(log n), join amortised; nothing is allocated once it has grown to its working
/// size. Not thread-safe. Source of the tree: P. Fenwick, 1994.</para>
/// </remarks>
/// <typeparam name="T">What is remembered of each.</typeparam>
internal sealed class ArrivalQueue<T>
    where T : struct
{
    private const int FirstLength = 16;

    private readonly Dictionary<ulong, int> _index = [];
    private Entry[] _entries = new Entry[FirstLength];
    private int[] _tree = new int[FirstLength + 1];
    private int _first;
    private int _end;

    public ArrivalQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    public int Capacity { get; }

    public int Count => _index.Count;

    public bool IsFull => Count == Capacity;

    public bool Contains(ulong owner) => _index.ContainsKey(owner);

    /// <summary>How many stand before the owner, plus one; 0 when they are not here.</summary>
    public int PositionOf(ulong owner) => _index.TryGetValue(owner, out int index) ? SumBefore(index) + 1 : 0;

    public bool TryGet(ulong owner, out T item)
    {
        bool found = _index.TryGetValue(owner, out int index);
        item = found ? _entries[index].Item : default;
        return found;
    }

    /// <summary>The one who came first of those still here.</summary>
    public bool TryPeek(out ulong owner, out T item)
    {
        bool any = _first < _end;
        owner = any ? _entries[_first].Owner : 0;
        item = any ? _entries[_first].Item : default;
        return any;
    }

    /// <summary>Goes on to the next live entry from an index, which starts at 0; false at the end.</summary>
    public bool MoveNext(ref int index, out ulong owner, out T item)
    {
        index = Math.Max(index, _first);
        while (index < _end && !_entries[index].Live) index++;
        bool any = index < _end;
        owner = any ? _entries[index].Owner : 0;
        item = any ? _entries[index].Item : default;
        index++;
        return any;
    }

    /// <summary>Appends; false when full or already here.</summary>
    public bool TryAdd(ulong owner, T item)
    {
        if (IsFull || !_index.TryAdd(owner, _end)) return false;
        if (_end == _entries.Length)
        {
            Squeeze();
            _index[owner] = _end;
        }

        Debug.Assert(!_entries[_end].Live, "The end is not used yet.");
        _entries[_end] = new Entry(owner, item, true);
        AddTo(_end++, 1);
        return true;
    }

    /// <summary>Takes somebody out; false when they are not here.</summary>
    public bool TryRemove(ulong owner, out T item)
    {
        if (!_index.Remove(owner, out int index))
        {
            item = default;
            return false;
        }

        item = _entries[index].Item;
        _entries[index] = default;
        AddTo(index, -1);
        while (_first < _end && !_entries[_first].Live) _first++;
        Debug.Assert(_first < _end || Count == 0, "The first is live.");
        return true;
    }

    // Closes the gaps when there are many, else doubles; either way the live ones move to the front in their order.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Squeeze()
    {
        Entry[] from = _entries;
        int live = 0;
        if (2 * Count > from.Length)
        {
            _entries = new Entry[2 * from.Length];
            _tree = new int[_entries.Length + 1];
        }

        for (int i = _first; i < _end; i++)
        {
            if (!from[i].Live) continue;
            Entry entry = from[i];
            _entries[live] = entry;
            _index[entry.Owner] = live++;
        }

        _entries.AsSpan(live).Clear();
        Array.Clear(_tree);
        (_first, _end) = (0, live);
        for (int i = 0; i < live; i++) AddTo(i, 1);
    }

    private void AddTo(int index, int change)
    {
        for (int i = index + 1; i < _tree.Length; i += i & -i) _tree[i] += change;
    }

    private int SumBefore(int index)
    {
        int sum = 0;
        for (int i = index; i > 0; i -= i & -i) sum += _tree[i];
        return sum;
    }

    public void CheckInvariants()
    {
        int live = 0;
        for (int i = 0; i < _entries.Length; i++)
        {
            Entry entry = _entries[i];
            if (!entry.Live) continue;
            Require(_index.GetValueOrDefault(entry.Owner, -1) == i, "1. the index holds the live entries");
            Require(SumBefore(i) == live++, "2. the tree counts the live entries");
            Require(i >= _first && i < _end, "3. live entries lie between the first and the end");
        }

        Require(live == Count, "1. the index holds the live entries");
        Require(live <= Capacity, "3. no more live than the capacity");
    }

    private static void Require([DoesNotReturnIf(false)] bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant {invariant}.");
    }

    private readonly record struct Entry(ulong Owner, T Item, bool Live);
}
