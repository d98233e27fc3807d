namespace Catalog.Engine.Booking;

/// <summary>
/// When a theater is occupied: the scheduled showtimes in the order they start, cleaning included.
/// </summary>
/// <remarks>
/// <code>
/// start ─ film ─ cleaning ─ until    start ─ film ─ cleaning ─ until    …
/// </code>
/// <para>Invariants:
/// 1. every slot ends after it starts;
/// 2. a slot starts no earlier than the one before it ends.</para>
/// <para>Finding costs O(log n), adding and removing O(n). Not thread-safe.</para>
/// </remarks>
internal sealed class TheaterSchedule
{
    private readonly List<OccupiedSlot> _slots = [];

    /// <summary>Number of slots.</summary>
    public int Count => _slots.Count;

    /// <summary>Whether a slot ends later than <paramref name="nowMs"/>. O(1).</summary>
    public bool IsOccupiedAfter(long nowMs) => _slots.Count > 0 && _slots[^1].UntilMs > nowMs;

    /// <summary>Whether a slot, not that of <paramref name="exceptId"/>, overlaps the given one. O(log n).</summary>
    public bool Overlaps(long startMs, long untilMs, ulong exceptId)
    {
        // Slots do not overlap each other, so only the nearest on either side can overlap the new one.
        int next = FirstFrom(startMs);
        int previous = next - 1;
        if (next < _slots.Count && _slots[next].ShowtimeId == exceptId) next++;
        if (previous >= 0 && _slots[previous].ShowtimeId == exceptId) previous--;
        if (next < _slots.Count && _slots[next].StartMs < untilMs) return true;
        return previous >= 0 && _slots[previous].UntilMs > startMs;
    }

    /// <summary>Adds a slot that overlaps none. O(n).</summary>
    /// <exception cref="InvalidOperationException">It overlaps one.</exception>
    public void Add(Showtime showtime)
    {
        bool isFree = !Overlaps(showtime.StartsAtMs, showtime.OccupiedUntilMs, showtime.Id);
        if (!isFree) throw new InvalidOperationException($"Showtime {showtime.Id} overlaps another.");
        CatalogueState.Require(showtime.EndsAtMs > showtime.StartsAtMs, "1. a slot ends after it starts");
        var slot = new OccupiedSlot(showtime.StartsAtMs, showtime.OccupiedUntilMs, showtime.Id);
        _slots.Insert(FirstFrom(showtime.StartsAtMs), slot);
    }

    /// <summary>Removes a showtime's slot. O(n).</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public void Remove(Showtime showtime)
    {
        int index = FirstFrom(showtime.StartsAtMs);
        bool isFound = index < _slots.Count && _slots[index].ShowtimeId == showtime.Id;
        if (!isFound) throw new InvalidOperationException($"Showtime {showtime.Id} has no slot.");
        _slots.RemoveAt(index);
    }

    /// <summary>Checks the invariants of the type's documentation. O(n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int i = 0; i < _slots.Count; i++)
        {
            CatalogueState.Require(_slots[i].UntilMs > _slots[i].StartMs, "1. a slot ends after it starts");
            CatalogueState.Require(i == 0 || _slots[i].StartMs >= _slots[i - 1].UntilMs, "2. slots do not overlap");
        }
    }

    private int FirstFrom(long startMs)
    {
        int low = 0, high = _slots.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_slots[middle].StartMs < startMs) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
