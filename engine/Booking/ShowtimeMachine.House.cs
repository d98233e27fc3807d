using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Cancelling what was sold, and the box office's own blocks.</summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, CancelBooking, BookingResult>,
    IDecider<ShowtimeState, BlockSeats, BookingResult>,
    IDecider<ShowtimeState, UnblockSeats, BookingResult>,
    IDecider<ShowtimeState, BlockPlaces, BookingResult>,
    IDecider<ShowtimeState, UnblockPlaces, BookingResult>,
    IDecider<ShowtimeState, ReadHolds, HoldsReading>,
    IApplier<ShowtimeState, BookingCancelled>,
    IApplier<ShowtimeState, SeatsBlocked>,
    IApplier<ShowtimeState, SeatsUnblocked>,
    IApplier<ShowtimeState, PlacesBlocked>,
    IApplier<ShowtimeState, PlacesUnblocked>
{
    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in CancelBooking command, Decision decision)
    {
        if (state.Terms is not { } terms) return new BookingResult(BookingCode.NotOpen);
        if (!state.Bookings.TryGetValue(command.BookingId, out SoldBooking sold)
            || (!command.IsByHouse && sold.UserId != command.UserId))
            return new BookingResult(BookingCode.UnknownBooking);
        if (sold.IsCancelled) return new BookingResult(BookingCode.AlreadyCancelled);
        if (!command.IsByHouse && decision.TimeMs >= terms.StartsAtMs)
            return new BookingResult(BookingCode.ShowStarted);
        Sweep(state, decision);
        var cancelled = new BookingCancelled(
            state.Map!.Version + 1, command.BookingId, sold.UserId, sold.Claim, command.IsByHouse);
        decision.Emit(this, state, in cancelled);
        GiveOn(state, decision);
        return new BookingResult(BookingCode.Ok, sold.Claim.AmountCents);
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in BlockSeats command, Decision decision)
    {
        if (state.Map is not { } map) return new BookingResult(BookingCode.NotOpen);
        Sweep(state, decision);
        SeatOutcome can = map.CanBlock(command.Seats.Span);
        if (!can.IsOk) return new BookingResult(CodeOf(can.Result), Seat: can.Seat);
        decision.Emit(this, state, new SeatsBlocked(map.Version + 1, command.Seats));
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in UnblockSeats command, Decision decision)
    {
        if (state.Map is not { } map) return new BookingResult(BookingCode.NotOpen);
        Sweep(state, decision);
        SeatOutcome can = map.CanUnblock(command.Seats.Span);
        if (!can.IsOk) return new BookingResult(CodeOf(can.Result), Seat: can.Seat);
        decision.Emit(this, state, new SeatsUnblocked(map.Version + 1, command.Seats));
        GiveOn(state, decision);
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in BlockPlaces command, Decision decision)
    {
        if (state.Map is not { } map) return new BookingResult(BookingCode.NotOpen);
        Sweep(state, decision);
        SeatOutcome can = map.CanBlockPlaces(command.Area, command.Places);
        if (!can.IsOk) return new BookingResult(CodeOf(can.Result));
        decision.Emit(this, state, new PlacesBlocked(map.Version + 1, command.Area, command.Places));
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in UnblockPlaces command, Decision decision)
    {
        if (state.Map is not { } map) return new BookingResult(BookingCode.NotOpen);
        Sweep(state, decision);
        SeatOutcome can = map.CanUnblockPlaces(command.Area, command.Places);
        if (!can.IsOk) return new BookingResult(CodeOf(can.Result));
        decision.Emit(this, state, new PlacesUnblocked(map.Version + 1, command.Area, command.Places));
        GiveOn(state, decision);
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public HoldsReading Decide(ShowtimeState state, in ReadHolds command, Decision decision)
    {
        command.Target.Fill(state, in command, decision.TimeMs);
        return new HoldsReading(state.Map is null ? BookingCode.NotOpen : BookingCode.Ok, command.Target);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in BookingCancelled fact, long timeMs)
    {
        SeatOutcome undone = state.Map!.Unsell(fact.Claim.Seats.Span, fact.Claim.Area, fact.Claim.Places);
        if (!undone.IsOk) throw new InvalidOperationException($"A cancelled booking does not apply: {undone.Result}.");
        state.Bookings[fact.BookingId] = state.Bookings[fact.BookingId] with { IsCancelled = true };
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in SeatsBlocked fact, long timeMs)
    {
        state.Map!.Block(fact.Seats.Span);
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in SeatsUnblocked fact, long timeMs)
    {
        state.Map!.Unblock(fact.Seats.Span);
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in PlacesBlocked fact, long timeMs)
    {
        state.Map!.BlockPlaces(fact.Area, fact.Places);
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in PlacesUnblocked fact, long timeMs)
    {
        state.Map!.UnblockPlaces(fact.Area, fact.Places);
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }
}
