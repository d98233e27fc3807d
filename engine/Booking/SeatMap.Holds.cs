using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <content>What can be done with a hold.</content>
public sealed partial class SeatMap
{
    /// <summary>
    /// What <see cref="Hold"/> of this request would answer now, token included, without doing it.
    /// O(seats²) with at most ten seats; 0 B.
    /// </summary>
    public SeatOutcome CanHold(in HoldRequest request)
    {
        SeatOutcome outcome = CanTake(request.Seats.Span, request.Area, request.Places);
        if (!outcome.IsOk) return outcome;
        if (_holdCount == _maxHolds) return SeatOutcome.Of(SeatResult.TableFull);
        return new SeatOutcome(SeatResult.Ok, NextToken, -1);
    }

    /// <summary>
    /// Looks a hold up. O(1); 0 B.
    /// </summary>
    /// <param name="token">The hold's token.</param>
    /// <param name="nowMs">Now, milliseconds since 1970.</param>
    /// <param name="hold">A copy of the record, unless the answer is <see cref="HoldStatus.Unknown"/>.</param>
    public HoldStatus Find(HoldToken token, long nowMs, out HoldRecord hold)
    {
        int slot = SlotOf(token);
        if (slot < 0)
        {
            hold = default;
            return HoldStatus.Unknown;
        }

        hold = _records[slot];
        return hold.ExpiryMs > nowMs ? HoldStatus.Alive : HoldStatus.Lapsed;
    }

    /// <summary>A hold's record in place; valid until the map next changes. O(1); 0 B.</summary>
    /// <exception cref="ArgumentException">No hold has this token.</exception>
    public ref readonly HoldRecord Get(HoldToken token)
    {
        int slot = SlotOf(token);
        if (slot < 0) throw new ArgumentException("No hold has this token.", nameof(token));
        return ref _records[slot];
    }

    /// <summary>
    /// Sells what a hold holds, and the hold is gone. It looks at no clock: whoever must not sell a lapsed hold asks
    /// <see cref="Find"/> first. O(seats); 0 B.
    /// </summary>
    /// <param name="token">The hold's token.</param>
    /// <param name="hold">The hold as it was.</param>
    /// <returns><see cref="SeatResult.Ok"/> or <see cref="SeatResult.UnknownHold"/>.</returns>
    public SeatResult Confirm(HoldToken token, out HoldRecord hold)
    {
        int slot = SlotOf(token);
        if (slot < 0)
        {
            hold = default;
            return SeatResult.UnknownHold;
        }

        ref HoldRecord record = ref _records[slot];
        hold = record;
        foreach (ushort seat in record.Seats.Span)
        {
            Debug.Assert(StatusOf(seat) == SeatStatus.Held, "A hold's seats are held.");
            _words[_wordCount + (seat >> 6)] |= 1UL << seat;
        }

        _soldCount += record.Seats.Count;
        if (record.Places != 0) SellPlaces(in record);
        Remove(slot, ref record);
        return SeatResult.Ok;
    }

    /// <summary>Gives a hold's seats and places back, and the hold is gone. O(seats); 0 B.</summary>
    /// <param name="token">The hold's token.</param>
    /// <param name="hold">The hold as it was.</param>
    /// <returns><see cref="SeatResult.Ok"/> or <see cref="SeatResult.UnknownHold"/>.</returns>
    public SeatResult Release(HoldToken token, out HoldRecord hold)
    {
        int slot = SlotOf(token);
        if (slot < 0)
        {
            hold = default;
            return SeatResult.UnknownHold;
        }

        ref HoldRecord record = ref _records[slot];
        hold = record;
        FreeContent(in record);
        Remove(slot, ref record);
        return SeatResult.Ok;
    }

    /// <summary>
    /// Moves a hold's expiry. The old token is dead from now on; the answer carries the new one, which is
    /// <see cref="NextTokenFor"/>. It looks at no clock. O(1) when the hold then lapses last; 0 B.
    /// </summary>
    public SeatOutcome Extend(HoldToken token, long newExpiryMs)
    {
        int slot = SlotOf(token);
        if (slot < 0) return SeatOutcome.Of(SeatResult.UnknownHold);
        ref HoldRecord record = ref _records[slot];
        Unlink(in record);
        record.ExpiryMs = newExpiryMs;
        Link((ushort)slot, ref record);
        return Fence(slot, ref record);
    }

    /// <summary>
    /// Gives a hold to another owner. The old token is dead from now on; the answer carries the new one, which is
    /// <see cref="NextTokenFor"/>. O(1); 0 B.
    /// </summary>
    public SeatOutcome Transfer(HoldToken token, ulong newOwner)
    {
        int slot = SlotOf(token);
        if (slot < 0) return SeatOutcome.Of(SeatResult.UnknownHold);
        ref HoldRecord record = ref _records[slot];
        record.Owner = newOwner;
        return Fence(slot, ref record);
    }

    /// <summary>
    /// The holds <see cref="ExpireDue"/> would free now, in its order. O(1) a hold; 0 B; valid until the map changes.
    /// </summary>
    public LapsedHolds PeekLapsed(long nowMs, int maxCount = int.MaxValue) => new(this, nowMs, maxCount);

    /// <summary>All holds, the one that lapses first in front. O(1) a hold; 0 B; valid until the map changes.</summary>
    public LapsedHolds Holds() => new(this, long.MaxValue, int.MaxValue);

    /// <summary>
    /// Number of seats and places in holds that lapse at <paramref name="nowMs"/> + <paramref name="windowMs"/> or
    /// earlier: what may come back soon. O(such holds), at most <paramref name="maxHolds"/>; 0 B.
    /// </summary>
    public int ExpiringWithin(long nowMs, long windowMs, int maxHolds = int.MaxValue)
    {
        int count = 0;
        foreach (ref readonly HoldRecord hold in PeekLapsed(nowMs + windowMs, maxHolds)) count += hold.PartySize;
        return count;
    }

    internal ref readonly HoldRecord RecordAt(int slot) => ref _records[slot];

    internal int HeadSlot => _head == Nil ? -1 : _head;

    internal int SlotAfter(int slot) => _records[slot].Next == Nil ? -1 : _records[slot].Next;

    private SeatOutcome Fence(int slot, ref HoldRecord record)
    {
        Debug.Assert(record.Token.Slot == slot, "A record's token names its slot.");
        record.Token = new HoldToken(++_generation, slot);
        _version++;
        return new SeatOutcome(SeatResult.Ok, record.Token, -1);
    }

    private void SellPlaces(in HoldRecord record)
    {
        ref AreaCounts area = ref _areas[record.Area];
        Debug.Assert(area.Held >= record.Places, "Held places are in holds.");
        area = area with { Held = area.Held - record.Places, Sold = area.Sold + record.Places };
    }
}
