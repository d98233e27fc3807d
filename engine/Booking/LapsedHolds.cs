namespace Catalog.Engine.Booking;

/// <summary>
/// Walks a <see cref="SeatMap"/>'s holds by expiry up to a moment, for <c>foreach</c>. Allocates
/// nothing; valid until the map changes. Not a readonly struct: it is an enumerator.
/// </summary>
// mutable: an enumerator moves.
public struct LapsedHolds
{
    private readonly SeatMap _map;
    private readonly long _untilMs;
    private int _left;
    private int _slot;
    private int _next;

    internal LapsedHolds(SeatMap map, long untilMs, int maxCount)
    {
        _map = map;
        _untilMs = untilMs;
        _left = maxCount;
        _slot = -1;
        _next = map.HeadSlot;
    }

    /// <summary>The hold the walk stands on, a copy.</summary>
    public readonly HoldRecord Current => _map.RecordAt(_slot);

    /// <summary>Itself.</summary>
    public readonly LapsedHolds GetEnumerator() => this;

    /// <summary>Goes on to the next hold; false when no further one lapses by the moment.</summary>
    public bool MoveNext()
    {
        if (_next < 0 || _left <= 0 || _map.ExpiryAt(_next) > _untilMs) return false;
        _slot = _next;
        _next = _map.SlotAfter(_slot);
        _left--;
        return true;
    }
}
