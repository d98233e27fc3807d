using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <content>Seats without holds: their status, the box office's sales and blocks.</content>
public sealed partial class SeatMap
{
    /// <summary>What a seat is. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such seat.</exception>
    public SeatStatus StatusOf(int seat)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)seat, (uint)SeatCount, nameof(seat));
        int word = seat >> 6;
        ulong bit = 1UL << seat;
        if ((FreeWord(word) & bit) != 0) return SeatStatus.Free;
        if ((Word(1, word) & bit) != 0) return SeatStatus.Sold;
        return (Word(2, word) & bit) != 0 ? SeatStatus.Blocked : SeatStatus.Held;
    }

    /// <summary>Writes every seat's <see cref="SeatStatus"/>, a byte a seat. O(seats); 0 B.</summary>
    /// <exception cref="ArgumentException">The target is shorter than <see cref="SeatCount"/>.</exception>
    public void CopyStatuses(Span<byte> target)
    {
        if (target.Length < SeatCount) throw new ArgumentException("Shorter than the seats.", nameof(target));
        for (int seat = 0; seat < SeatCount; seat++) target[seat] = (byte)StatusOf(seat);
    }

    /// <summary>
    /// Writes every seat's <see cref="SeatStatus"/>, two bits a seat, four seats a byte, the lowest bits first.
    /// O(seats); 0 B.
    /// </summary>
    /// <returns>Number of bytes written: a quarter of the seats, rounded up.</returns>
    /// <exception cref="ArgumentException">The target is too short.</exception>
    public int PackStatuses(Span<byte> target)
    {
        int length = (SeatCount + 3) / 4;
        if (target.Length < length) throw new ArgumentException("Shorter than a quarter of the seats.", nameof(target));
        target[..length].Clear();
        for (int seat = 0; seat < SeatCount; seat++)
        {
            target[seat >> 2] |= (byte)((int)StatusOf(seat) << (2 * (seat & 3)));
        }

        return length;
    }

    /// <summary>
    /// The free seats among <paramref name="count"/> adjacent ones, the first in bit 0. O(1).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 64, or not all in the map.</exception>
    public ulong FreeBits(int firstSeat, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, 64u, nameof(count));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)firstSeat, (uint)(SeatCount - count), nameof(firstSeat));
        if (count == 0) return 0;
        int word = firstSeat >> 6;
        int shift = firstSeat & 63;
        ulong bits = FreeWord(word) >> shift;
        if (shift + count > 64) bits |= FreeWord(word + 1) << (64 - shift);
        return bits & (ulong.MaxValue >> (64 - count));
    }

    /// <summary>
    /// Whether these seats and places could be taken now, whatever the number of holds. O(seats²) for at most ten
    /// seats, else O(seats); 0 B.
    /// </summary>
    public SeatOutcome CanTake(ReadOnlySpan<ushort> seats, int area = 0, int places = 0)
    {
        if (seats.IsEmpty && places == 0) return SeatOutcome.Of(SeatResult.Empty);
        if (places is < 0 or > SeatList.MaxCount) return SeatOutcome.Of(SeatResult.TooMany);
        if (places != 0 && (uint)area >= (uint)_areas.Length) return SeatOutcome.Of(SeatResult.NoSuchArea);
        SeatOutcome outcome = CheckAll(seats, SeatStatus.Free);
        if (!outcome.IsOk) return outcome;
        return places != 0 && _areas[area].Free < places ? SeatOutcome.Of(SeatResult.AreaFull) : outcome;
    }

    /// <summary>Sells free seats and places without a hold: all or none. O(seats); 0 B.</summary>
    public SeatOutcome SellDirect(ReadOnlySpan<ushort> seats, int area = 0, int places = 0)
    {
        SeatOutcome outcome = CanTake(seats, area, places);
        if (!outcome.IsOk) return outcome;
        Move(seats, 0, 1);
        Header.FreeCount -= seats.Length;
        Header.SoldCount += seats.Length;
        if (places != 0) _areas[area] = _areas[area] with { Sold = _areas[area].Sold + places };
        Header.Version++;
        return outcome;
    }

    /// <summary>What <see cref="Unsell"/> would answer now, without doing it. O(seats); 0 B.</summary>
    public SeatOutcome CanUnsell(ReadOnlySpan<ushort> seats, int area = 0, int places = 0)
    {
        if (seats.IsEmpty && places == 0) return SeatOutcome.Of(SeatResult.Empty);
        if (places < 0) return SeatOutcome.Of(SeatResult.TooMany);
        if (places != 0 && (uint)area >= (uint)_areas.Length) return SeatOutcome.Of(SeatResult.NoSuchArea);
        SeatOutcome outcome = CheckAll(seats, SeatStatus.Sold);
        if (!outcome.IsOk) return outcome;
        return places != 0 && _areas[area].Sold < places ? SeatOutcome.Of(SeatResult.PlacesNotSold) : outcome;
    }

    /// <summary>Gives sold seats and places back, as when a booking is cancelled: all or none. O(seats); 0 B.</summary>
    public SeatOutcome Unsell(ReadOnlySpan<ushort> seats, int area = 0, int places = 0)
    {
        SeatOutcome outcome = CanUnsell(seats, area, places);
        if (!outcome.IsOk) return outcome;
        Move(seats, 1, 0);
        Header.SoldCount -= seats.Length;
        Header.FreeCount += seats.Length;
        if (places != 0) _areas[area] = _areas[area] with { Sold = _areas[area].Sold - places };
        Header.Version++;
        return outcome;
    }

    /// <summary>What <see cref="Block"/> would answer now, without doing it. O(seats); 0 B.</summary>
    public SeatOutcome CanBlock(ReadOnlySpan<ushort> seats) =>
        seats.IsEmpty ? SeatOutcome.Of(SeatResult.Empty) : CheckAll(seats, SeatStatus.Free);

    /// <summary>Takes free seats off sale: all or none. O(seats); 0 B.</summary>
    public SeatOutcome Block(ReadOnlySpan<ushort> seats)
    {
        SeatOutcome outcome = CanBlock(seats);
        if (!outcome.IsOk) return outcome;
        Move(seats, 0, 2);
        Header.FreeCount -= seats.Length;
        Header.BlockedCount += seats.Length;
        Header.Version++;
        return outcome;
    }

    /// <summary>What <see cref="Unblock"/> would answer now, without doing it. O(seats); 0 B.</summary>
    public SeatOutcome CanUnblock(ReadOnlySpan<ushort> seats) =>
        seats.IsEmpty ? SeatOutcome.Of(SeatResult.Empty) : CheckAll(seats, SeatStatus.Blocked);

    /// <summary>Puts blocked seats back on sale: all or none. O(seats); 0 B.</summary>
    public SeatOutcome Unblock(ReadOnlySpan<ushort> seats)
    {
        SeatOutcome outcome = CanUnblock(seats);
        if (!outcome.IsOk) return outcome;
        Move(seats, 2, 0);
        Header.BlockedCount -= seats.Length;
        Header.FreeCount += seats.Length;
        Header.Version++;
        return outcome;
    }

    // Whether every seat exists, is named once and has the status; the first that does not is named.
    private SeatOutcome CheckAll(ReadOnlySpan<ushort> seats, SeatStatus wanted)
    {
        if (seats.Length > SeatList.MaxCount) return CheckMany(seats, wanted);
        for (int i = 0; i < seats.Length; i++)
        {
            SeatResult result = Check(seats[i], wanted);
            if (result == SeatResult.Ok && seats[..i].Contains(seats[i])) result = SeatResult.DuplicateSeat;
            if (result != SeatResult.Ok) return SeatOutcome.Of(result, seats[i]);
        }

        return SeatOutcome.Of(SeatResult.Ok);
    }

    private SeatOutcome CheckMany(ReadOnlySpan<ushort> seats, SeatStatus wanted)
    {
        Span<ulong> seen = stackalloc ulong[WordCount];
        seen.Clear();
        foreach (ushort seat in seats)
        {
            SeatResult result = Check(seat, wanted);
            if (result != SeatResult.Ok) return SeatOutcome.Of(result, seat);
            ulong bit = 1UL << seat;
            if ((seen[seat >> 6] & bit) != 0) return SeatOutcome.Of(SeatResult.DuplicateSeat, seat);
            seen[seat >> 6] |= bit;
        }

        return SeatOutcome.Of(SeatResult.Ok);
    }

    private SeatResult Check(int seat, SeatStatus wanted)
    {
        if (seat >= SeatCount) return SeatResult.NoSuchSeat;
        if (wanted == SeatStatus.Free && Header.BlockedCount == 0)
            return (FreeWord(seat >> 6) & (1UL << seat)) != 0 ? SeatResult.Ok : SeatResult.SeatTaken;
        SeatStatus status = StatusOf(seat);
        if (status == wanted) return SeatResult.Ok;
        return wanted switch
        {
            SeatStatus.Sold => SeatResult.SeatNotSold,
            SeatStatus.Blocked => SeatResult.SeatNotBlocked,
            _ => status == SeatStatus.Blocked ? SeatResult.SeatBlocked : SeatResult.SeatTaken,
        };
    }

    // Moves checked seats from one set of bits to another: 0 free, 1 sold, 2 blocked.
    private void Move(ReadOnlySpan<ushort> seats, int from, int to)
    {
        foreach (ushort seat in seats)
        {
            ulong bit = 1UL << seat;
            ref ulong source = ref Word(from, seat >> 6);
            Debug.Assert((source & bit) != 0, "The seats were checked.");
            source ^= bit;
            Word(to, seat >> 6) |= bit;
        }
    }
}
