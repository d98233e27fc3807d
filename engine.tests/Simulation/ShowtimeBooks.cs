using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// One showtime's books, kept by somebody who knows the rules and not the machine: every fact is checked to be allowed
/// when it happens, and every answer to be the one the books ask for.
/// </summary>
internal sealed partial class ShowtimeBooks(ulong showtimeId)
{
    private readonly Dictionary<ulong, BookedHold> _holds = [];
    private readonly Dictionary<ulong, BookedSale> _sales = [];
    private readonly Dictionary<ulong, (ulong BookingId, ulong UserId, SeatClaim Claim)> _payments = [];
    private readonly Dictionary<UInt128, BookedKey> _keys = [];
    private readonly HashSet<ulong> _waiting = [];
    private readonly HashSet<ulong> _tokens = [];
    private SeatStatus[] _seats = [];
    private int[] _areaHeld = [];
    private int[] _areaSold = [];
    private int[] _areaBlocked = [];
    private ulong _mapVersion;
    private long _confirmedCents;
    private long _returnedCents;

    internal SeatPlan? Plan { get; private set; }

    internal ShowtimeTerms? Terms { get; private set; }

    /// <summary>The time of the latest fact.</summary>
    internal long LastTimeMs { get; private set; } = long.MinValue;

    /// <summary>What the idempotency table must say of a key at a time.</summary>
    internal (IdempotencyState State, byte[] Answer) Find(in IdempotencyKey key, long nowMs)
    {
        if (!_keys.TryGetValue(key.Digest, out BookedKey? known)
            || known.TimeMs + IdempotencyTable.RetentionMs <= nowMs)
            return (IdempotencyState.Unknown, []);
        if (known.PayloadHash != key.PayloadHash) return (IdempotencyState.OtherPayload, []);
        return known.IsAnswered ? (IdempotencyState.Answered, known.Answer) : (IdempotencyState.Running, []);
    }

    /// <summary>Holds the engine's state against the books: the same seats, sold once, and the money adds up.</summary>
    internal void CheckAgainst(ShowtimeState state)
    {
        state.CheckInvariants();
        if (state.Map is not { } map)
        {
            Require(Plan is null, $"Showtime {showtimeId} is open in the books alone.");
            return;
        }

        Require(Plan is not null, $"Showtime {showtimeId} is open in the engine alone.");
        for (int seat = 0; seat < _seats.Length; seat++)
        {
            Require(map.StatusOf(seat) == _seats[seat],
                $"Seat {seat} of showtime {showtimeId} is {map.StatusOf(seat)}, by the books {_seats[seat]}.");
        }

        Require(map.HoldCount == _holds.Count, $"{map.HoldCount} holds, {_holds.Count} by the books.");
        int counted = map.FreeCount + map.HeldCount + map.SoldCount + map.BlockedCount;
        Require(counted == Plan!.SeatCount, $"{counted} seats of {Plan.SeatCount} are counted.");
        for (int area = 0; area < _areaSold.Length; area++)
        {
            AreaCounts counts = map.Area(area);
            var booked = new AreaCounts(counts.Capacity, _areaHeld[area], _areaSold[area], _areaBlocked[area]);
            Require(counts == booked, $"Area {area} has {counts}, by the books {booked}.");
        }

        CheckSales(state);
        CheckRoom(state);
    }

    private void CheckSales(ShowtimeState state)
    {
        var owners = new HashSet<ushort>();
        long standingCents = 0;
        foreach (BookedSale sale in _sales.Values)
        {
            bool isKnown = state.Bookings.TryGetValue(sale.BookingId, out SoldBooking sold);
            Require(
                isKnown && sold.UserId == sale.UserId && sold.Claim == sale.Claim
                && sold.IsCancelled == sale.IsCancelled,
                $"Booking {sale.BookingId} of showtime {showtimeId} is not what was sold.");
            if (sale.IsCancelled) continue;
            standingCents += sale.Claim.AmountCents;
            foreach (ushort seat in sale.Claim.Seats.Span)
                Require(owners.Add(seat), $"Seat {seat} of showtime {showtimeId} is sold twice.");
        }

        Require(state.Bookings.Count == _sales.Count, $"{state.Bookings.Count} bookings, {_sales.Count} by the books.");
        Require(state.Payments.Count == _payments.Count, $"{state.Payments.Count} payments, {_payments.Count} booked.");
        Require(standingCents == _confirmedCents - _returnedCents, "The money does not add up.");
        Require((state.Waiting?.Count ?? 0) == _waiting.Count, "The waiting list differs from the books.");
    }

    private bool IsAlive(ulong bookingId, long nowMs) =>
        _holds.TryGetValue(bookingId, out BookedHold? hold) && hold.ExpiryMs > nowMs;

    private bool AreFree(in SeatClaim claim)
    {
        foreach (ushort seat in claim.Seats.Span)
            if (_seats[seat] != SeatStatus.Free) return false;
        return claim.Places == 0 || FreePlaces(claim.Area) >= claim.Places;
    }

    private int FreePlaces(int area) =>
        Plan!.Area(area).Capacity - _areaHeld[area] - _areaSold[area] - _areaBlocked[area];

    private void Move(in SeatClaim claim, SeatStatus from, SeatStatus to)
    {
        foreach (ushort seat in claim.Seats.Span) Move(seat, from, to);
        if (claim.Places == 0) return;
        if (from == SeatStatus.Free) Require(FreePlaces(claim.Area) >= claim.Places, "An area has no such room.");
        _areaHeld[claim.Area] += Signed(claim.Places, from == SeatStatus.Held, to == SeatStatus.Held);
        _areaSold[claim.Area] += Signed(claim.Places, from == SeatStatus.Sold, to == SeatStatus.Sold);
        Require(_areaHeld[claim.Area] >= 0 && _areaSold[claim.Area] >= 0, "An area gives back what it never gave.");
    }

    private void Move(int seat, SeatStatus from, SeatStatus to)
    {
        Require(_seats[seat] == from,
            $"Seat {seat} of showtime {showtimeId} becomes {to}, and is {_seats[seat]} instead of {from}.");
        _seats[seat] = to;
    }

    private static int Signed(int count, bool isLess, bool isMore) => isMore ? count : isLess ? -count : 0;

    private sealed record BookedKey(ulong PayloadHash, bool IsAnswered, byte[] Answer, long TimeMs);
}
