using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics.Sketches;

/// <summary>
/// The most frequent of many, in little memory.
/// <code>
/// heap    [ least count | … | … ]    id, count, error; the least on top
/// placeOf id ─► place in the heap
/// </code>
/// With k counters and n counted in all, no count is too small, none is more than n / k too great, and whatever was
/// there more than n / k times is among them; each entry says how far it may be off. While there are at most k
/// different ones the counts are exact. Merging adds the errors of both up, and says so in the same way.
/// <para>
/// Invariants: (1) a parent's count is not above its children's; (2) every entry is found under its id; (3) counts and
/// errors are not negative and an error is not above its count; (4) nothing that is not there was counted more often
/// than <c>MaxMissed</c>.
/// </para>
/// </summary>
/// <remarks>
/// Adding is O(log k), listing O(k log k). Nothing is allocated once it is full. Sources: Metwally, Agrawal, El Abbadi,
/// Efficient computation of frequent and top-k elements in data streams, ICDT 2005; merging: Agarwal et al., Mergeable
/// summaries, PODS 2012. Not thread-safe.
/// </remarks>
public sealed class SpaceSaving
{
    private const int FieldsPerEntry = 3;
    private readonly Dictionary<ulong, int> _placeOf = [];
    private readonly TopEntry[] _heap;
    private long _missed;

    /// <summary>Makes it for nothing.</summary>
    /// <param name="capacity">How many counters: the error is at most one so many-th of everything counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public SpaceSaving(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _heap = new TopEntry[capacity];
    }

    /// <summary>How many counters there are.</summary>
    public int Capacity => _heap.Length;

    /// <summary>How many of them are used.</summary>
    public int Count { get; private set; }

    /// <summary>Everything counted together.</summary>
    public long Total { get; private set; }

    /// <summary>How often something that is not there was counted, at most.</summary>
    public long MaxMissed => Count < _heap.Length ? _missed : Math.Max(_missed, _heap[0].Count);

    /// <summary>Counts something. O(log capacity).</summary>
    /// <param name="id">What.</param>
    /// <param name="count">How often; nothing happens for 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public void Add(ulong id, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return;
        Total += count;
        if (_placeOf.TryGetValue(id, out int place))
        {
            _heap[place] = _heap[place] with { Count = _heap[place].Count + count };
            Sink(place);
            return;
        }

        if (Count < _heap.Length)
        {
            Place(Count++, new TopEntry(id, _missed + count, _missed));
            Rise(Count - 1);
            return;
        }

        // The least makes room, and what is new may have been there as often before.
        long least = MaxMissed;
        _placeOf.Remove(_heap[0].Id);
        Place(0, new TopEntry(id, least + count, least));
        Sink(0);
    }

    /// <summary>The most frequent, first the one with the greatest count, of equals that with the smaller id.</summary>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<TopEntry> Top(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        TopEntry[] all = _heap[..Count];
        Array.Sort(all, static (left, right) =>
            left.Count != right.Count ? right.Count.CompareTo(left.Count) : left.Id.CompareTo(right.Id));
        return all.Length <= limit ? all : all[..limit];
    }

    /// <summary>Finds how often something was there; false when it is not among the entries.</summary>
    public bool TryFind(ulong id, out TopEntry entry)
    {
        bool isThere = _placeOf.TryGetValue(id, out int place);
        entry = isThere ? _heap[place] : default;
        return isThere;
    }

    /// <summary>Counts all that another one counted. O(capacities log capacities); allocates.</summary>
    public void Merge(SpaceSaving other)
    {
        ArgumentNullException.ThrowIfNull(other);
        long mineMissed = MaxMissed;
        long otherMissed = other.MaxMissed;
        var merged = new Dictionary<ulong, TopEntry>();
        foreach (TopEntry entry in _heap.AsSpan(0, Count))
            merged[entry.Id] = entry with { Count = entry.Count + otherMissed, Error = entry.Error + otherMissed };
        foreach (TopEntry entry in other._heap.AsSpan(0, other.Count))
        {
            // What both have is known of both; of the others it may have been there as often as anything not there.
            merged[entry.Id] = TryFind(entry.Id, out TopEntry mine)
                ? new TopEntry(entry.Id, mine.Count + entry.Count, mine.Error + entry.Error)
                : entry with { Count = entry.Count + mineMissed, Error = entry.Error + mineMissed };
        }

        TopEntry[] all = [.. merged.Values.OrderByDescending(static e => e.Count).ThenBy(static e => e.Id)];
        long total = Total + other.Total;
        Clear();
        foreach (TopEntry entry in all.Take(_heap.Length)) Place(Count++, entry);
        for (int place = (Count / 2) - 1; place >= 0; place--) Sink(place);
        Total = total;
        _missed = mineMissed + otherMissed;
        if (all.Length > _heap.Length) _missed = Math.Max(_missed, all[_heap.Length].Count);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _placeOf.Clear();
        Count = 0;
        Total = 0;
        _missed = 0;
    }

    /// <summary>Encodes it: one array. O(entries).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2 + (Count * FieldsPerEntry));
        writer.Write(Total);
        writer.Write(_missed);
        foreach (TopEntry entry in _heap.AsSpan(0, Count))
        {
            writer.Write(entry.Id);
            writer.Write(entry.Count);
            writer.Write(entry.Error);
        }
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are none, or more than fit.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int entries = Math.DivRem(reader.ReadArrayHeader() - 2, FieldsPerEntry, out int rest);
        if (rest != 0 || entries < 0 || entries > _heap.Length)
            throw new MessagePackFormatException("Not so many of the most frequent.");
        Total = reader.ReadInt64();
        _missed = reader.ReadInt64();
        for (int i = 0; i < entries; i++)
        {
            var entry = new TopEntry(reader.ReadUInt64(), reader.ReadInt64(), reader.ReadInt64());
            if (_placeOf.ContainsKey(entry.Id)) throw new MessagePackFormatException($"{entry.Id} is there twice.");
            Place(Count++, entry);
        }

        for (int place = (Count / 2) - 1; place >= 0; place--) Sink(place);
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(entries).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        if (_placeOf.Count != Count) throw new InvalidOperationException($"(2) {Count} entries.");
        for (int place = 0; place < Count; place++)
        {
            TopEntry entry = _heap[place];
            if (place > 0 && _heap[(place - 1) / 2].Count > entry.Count)
                throw new InvalidOperationException($"(1) At {place}.");
            if (_placeOf[entry.Id] != place) throw new InvalidOperationException($"(2) At {place}.");
            if (entry.Error < 0 || entry.Error > entry.Count) throw new InvalidOperationException($"(3) {entry}.");
        }

        if (_missed < 0) throw new InvalidOperationException($"(4) {_missed}.");
    }

    private void Place(int place, TopEntry entry)
    {
        _heap[place] = entry;
        _placeOf[entry.Id] = place;
    }

    private void Rise(int place)
    {
        TopEntry entry = _heap[place];
        while (place > 0 && _heap[(place - 1) / 2].Count > entry.Count)
        {
            Place(place, _heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }

        Place(place, entry);
    }

    private void Sink(int place)
    {
        TopEntry entry = _heap[place];
        while (true)
        {
            int child = (2 * place) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && _heap[child + 1].Count < _heap[child].Count) child++;
            if (_heap[child].Count >= entry.Count) break;
            Place(place, _heap[child]);
            place = child;
        }

        Place(place, entry);
    }
}
