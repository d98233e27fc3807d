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
        if (Header.HoldCount == Header.MaxHolds) return SeatOutcome.Of(SeatResult.TableFull);
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

        hold = RecordOf(slot);
        return hold.ExpiryMs > nowMs ? HoldStatus.Alive : HoldStatus.Lapsed;
    }

    /// <summary>A copy of a hold. O(1); 0 B.</summary>
    /// <exception cref="ArgumentException">No hold has this token.</exception>
    public HoldRecord Get(HoldToken token)
    {
        int slot = SlotOf(token);
        if (slot < 0) throw new ArgumentException("No hold has this token.", nameof(token));
        return RecordOf(slot);
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

        hold = RecordOf(slot);
        foreach (ushort seat in hold.Seats.Span)
        {
            Debug.Assert(StatusOf(seat) == SeatStatus.Held, "A hold's seats are held.");
            Word(1, seat >> 6) |= 1UL << seat;
        }

        Header.SoldCount += hold.Seats.Count;
        if (hold.Places != 0) SellPlaces(in hold);
        Remove(slot, ref SlotAt(slot));
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

        hold = RecordOf(slot);
        ref PackedHold packed = ref SlotAt(slot);
        FreeContent(Layout, slot, ref packed);
        Remove(slot, ref packed);
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
        SeatMapLayout map = Layout;
        ref PackedHold hold = ref map.Slot(slot);
        Unlink(map, slot, ref hold);
        if (!hold.IsWide && PackedHold.FitsDue(newExpiryMs, hold.AmountCents)) hold.SetExpiry(newExpiryMs);
        else StoreWide(ref hold, RecordOf(slot) with { ExpiryMs = newExpiryMs });
        Link(map, (ushort)slot, ref hold, newExpiryMs);
        return Fence(slot, ref hold);
    }

    /// <summary>
    /// Gives a hold to another owner. The old token is dead from now on; the answer carries the new one, which is
    /// <see cref="NextTokenFor"/>. O(1); 0 B.
    /// </summary>
    public SeatOutcome Transfer(HoldToken token, ulong newOwner)
    {
        int slot = SlotOf(token);
        if (slot < 0) return SeatOutcome.Of(SeatResult.UnknownHold);
        ref PackedHold hold = ref SlotAt(slot);
        if (hold.IsWide) _wide[slot] = _wide[slot] with { Owner = newOwner };
        else hold.SetOwner(newOwner);
        return Fence(slot, ref hold);
    }

    /// <summary>
    /// The holds <see cref="ExpireDue"/> would free now, in its order. O(1) a hold; 0 B; valid until the map changes.
    /// </summary>
    public LapsedHolds PeekLapsed(long nowMs, int maxCount = int.MaxValue) => new(this, nowMs, maxCount);

    /// <summary>Number of holds <see cref="ExpireDue"/> would free now. O(such holds); 0 B.</summary>
    public int CountLapsed(long nowMs)
    {
        SeatMapLayout map = Layout;
        int count = 0;
        for (ushort slot = map.Header.Head; slot != Nil && ExpiryOf(map, slot) <= nowMs; slot = map.Slot(slot).Next)
            count++;
        return count;
    }

    /// <summary>All holds, the one that lapses first in front. O(1) a hold; 0 B; valid until the map changes.</summary>
    public LapsedHolds Holds() => new(this, long.MaxValue, int.MaxValue);

    /// <summary>
    /// Number of seats and places in holds that lapse at <paramref name="nowMs"/> + <paramref name="windowMs"/> or
    /// earlier: what may come back soon. O(such holds), at most <paramref name="maxHolds"/>; 0 B.
    /// </summary>
    public int ExpiringWithin(long nowMs, long windowMs, int maxHolds = int.MaxValue)
    {
        int count = 0;
        foreach (HoldRecord hold in PeekLapsed(nowMs + windowMs, maxHolds)) count += hold.PartySize;
        return count;
    }

    internal HoldRecord RecordAt(int slot) => RecordOf(slot);

    internal long ExpiryAt(int slot) => ExpiryOf(slot);

    internal int HeadSlot => Header.Head == Nil ? -1 : Header.Head;

    internal int SlotAfter(int slot) => SlotAt(slot).Next == Nil ? -1 : SlotAt(slot).Next;

    private SeatOutcome Fence(int slot, ref PackedHold hold)
    {
        ref SeatMapHeader header = ref Header;
        var token = new HoldToken(++header.Generation, slot);
        if (!hold.IsWide && PackedHold.FitsGeneration(token.Generation)) hold.SetGeneration(token.Generation);
        else StoreWide(ref hold, RecordOf(slot) with { Token = token });
        header.Version++;
        return new SeatOutcome(SeatResult.Ok, token, -1);
    }

    private void SellPlaces(in HoldRecord record)
    {
        ref AreaCounts area = ref _areas[record.Area];
        Debug.Assert(area.Held >= record.Places, "Held places are in holds.");
        area = area with { Held = area.Held - record.Places, Sold = area.Sold + record.Places };
    }
}
