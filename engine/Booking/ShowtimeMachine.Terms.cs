using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Opening, revising and cancelling a showtime; the checks every sale begins with.</summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, OpenShowtime, BookingResult>,
    IDecider<ShowtimeState, ReviseShowtime, BookingResult>,
    IDecider<ShowtimeState, ReadSeats, SeatsReading>,
    IApplier<ShowtimeState, ShowtimeOpened>,
    IApplier<ShowtimeState, ShowtimeRevised>
{
    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in OpenShowtime command, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(command.Plan);
        ThrowIfPricesMiss(command.Terms, command.Plan);
        if (state.Plan is { } plan)
        {
            return plan.ContentHash == command.Plan.ContentHash
                ? Revise(state, command.Terms, decision)
                : new BookingResult(BookingCode.PlanIsFixed);
        }

        decision.Emit(this, state, new ShowtimeOpened(command.Plan, command.Terms));
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in ReviseShowtime command, Decision decision)
    {
        if (state.Plan is not { } plan) return new BookingResult(BookingCode.NotOpen);
        ThrowIfPricesMiss(command.Terms, plan);
        return Revise(state, command.Terms, decision);
    }

    /// <inheritdoc/>
    public SeatsReading Decide(ShowtimeState state, in ReadSeats command, Decision decision)
    {
        command.Target.Fill(state, decision.TimeMs);
        return new SeatsReading(state.Map is null ? BookingCode.NotOpen : BookingCode.Ok, command.Target);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in ShowtimeOpened fact, long timeMs)
    {
        state.Plan = fact.Plan;
        state.Map = SeatMap.For(fact.Plan);
        state.Terms = fact.Terms;
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in ShowtimeRevised fact, long timeMs) => state.Terms = fact.Terms;

    private static void ThrowIfPricesMiss(ShowtimeTerms terms, SeatPlan plan)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.ZonePricesCents.Length != plan.ZoneCount)
            throw new ArgumentException($"{plan.ZoneCount} zones, {terms.ZonePricesCents.Length} prices.");
    }

    private BookingResult Revise(ShowtimeState state, ShowtimeTerms terms, Decision decision)
    {
        if (terms.Revision <= state.Terms!.Revision) return new BookingResult(BookingCode.Ok);
        decision.Emit(this, state, new ShowtimeRevised(terms));
        return new BookingResult(BookingCode.Ok, terms.IsCancelled ? RefundEverybody(state, decision) : 0);
    }

    /// <summary>The house called the show off: holds go back, bookings are refunded. O(holds + bookings).</summary>
    private long RefundEverybody(ShowtimeState state, Decision decision)
    {
        Sweep(state, decision);
        var held = new List<HoldRecord>(state.Map!.HoldCount);
        foreach (HoldRecord hold in state.Map.Holds()) held.Add(hold);
        foreach (HoldRecord hold in held)
        {
            ulong bookingId = state.BookingOf(hold.Token);
            var released = new HoldReleased(state.Map.Version + 1, bookingId, hold.Owner, SeatClaim.Of(in hold));
            decision.Emit(this, state, in released);
        }

        long refundedCents = 0;
        foreach ((ulong bookingId, SoldBooking sold) in state.Bookings.ToArray())
        {
            if (sold.IsCancelled) continue;
            refundedCents += sold.Claim.AmountCents;
            ulong mapVersion = state.Map.Version + 1;
            decision.Emit(this, state, new BookingCancelled(mapVersion, bookingId, sold.UserId, sold.Claim, true));
        }

        return refundedCents;
    }

    /// <summary>Whether seats may be asked for at all now.</summary>
    private static BookingCode CanSell(ShowtimeState state, long nowMs)
    {
        if (state.Terms is not { } terms) return BookingCode.NotOpen;
        if (terms.IsCancelled) return BookingCode.ShowCancelled;
        if (nowMs >= terms.StartsAtMs) return BookingCode.ShowStarted;
        return nowMs < terms.OnSaleAtMs ? BookingCode.NotOnSale : BookingCode.Ok;
    }

    private static BookingCode CodeOf(SeatResult result) => result switch
    {
        SeatResult.Ok => BookingCode.Ok,
        SeatResult.SeatTaken => BookingCode.SeatTaken,
        SeatResult.SeatBlocked => BookingCode.SeatBlocked,
        SeatResult.NoSuchSeat => BookingCode.NoSuchSeat,
        SeatResult.DuplicateSeat => BookingCode.DuplicateSeat,
        SeatResult.Empty => BookingCode.Empty,
        SeatResult.TooMany => BookingCode.TooMany,
        SeatResult.AreaFull => BookingCode.AreaFull,
        SeatResult.NoSuchArea => BookingCode.NoSuchArea,
        SeatResult.TableFull => BookingCode.Full,
        SeatResult.SeatNotSold or SeatResult.SeatNotBlocked or SeatResult.PlacesNotSold
            or SeatResult.PlacesNotBlocked => BookingCode.NothingToUndo,
        _ => BookingCode.UnknownBooking,
    };
}
