using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Paying. The provider is asked between two durable steps, never inside one: start, ask, finish. A hold that lapses in
/// between is taken again if its seats are still free; if they are not, the money goes back. Nothing is ever oversold.
/// </summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, StartPayment, PaymentResult>,
    IDecider<ShowtimeState, FinishPayment, PaymentResult>,
    IApplier<ShowtimeState, HoldRetaken>,
    IApplier<ShowtimeState, PaymentStarted>,
    IApplier<ShowtimeState, PaymentFailed>,
    IApplier<ShowtimeState, PaymentRefunded>,
    IApplier<ShowtimeState, BookingConfirmed>
{
    /// <inheritdoc/>
    public PaymentResult Decide(ShowtimeState state, in StartPayment command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code != BookingCode.Ok) return PaymentResult.Refused(code);
        Sweep(state, decision);
        if (state.PaymentOf.ContainsKey(command.BookingId) || state.Payments.ContainsKey(command.PaymentId))
            return PaymentResult.Refused(BookingCode.PaymentRunning);
        code = FindHold(state, command.BookingId, command.UserId, command.Token, out HoldRecord hold);
        SeatClaim claim = SeatClaim.Of(in hold);
        if (code == BookingCode.UnknownBooking && command.Lapsed.PartySize > 0 && HasLapsed(state, command.BookingId))
        {
            code = Retake(state, in command, decision);
            claim = command.Lapsed;
        }

        if (code != BookingCode.Ok) return PaymentResult.Refused(code);
        var started = new PaymentStarted(
            command.PaymentId,
            command.BookingId,
            command.UserId,
            claim,
            command.Idempotency.High,
            command.Idempotency.Low,
            command.Idempotency.PayloadHash);
        decision.Emit(this, state, in started);
        return new PaymentResult(BookingCode.Ok, command.BookingId, command.PaymentId, claim);
    }

    /// <inheritdoc/>
    public PaymentResult Decide(ShowtimeState state, in FinishPayment command, Decision decision)
    {
        if (!state.Payments.TryGetValue(command.PaymentId, out PendingPayment payment))
            return PaymentResult.Refused(BookingCode.UnknownPayment);
        ulong paymentId = command.PaymentId;
        if (!command.IsApproved)
        {
            decision.Emit(this, state, new PaymentFailed(paymentId, payment.BookingId, payment.UserId));
            return new PaymentResult(BookingCode.PaymentDeclined, payment.BookingId, paymentId, payment.Claim);
        }

        Sweep(state, decision);
        bool isHeld = state.Map!.Find(TokenOf(state, payment.BookingId), decision.TimeMs, out _) == HoldStatus.Alive;
        if (state.Terms!.IsCancelled || (!isHeld && !CanTakeAgain(state, in payment)))
        {
            long amountCents = payment.Claim.AmountCents;
            decision.Emit(this, state, new PaymentRefunded(paymentId, payment.BookingId, payment.UserId, amountCents));
            return new PaymentResult(BookingCode.PaymentRefunded, payment.BookingId, paymentId, payment.Claim);
        }

        ulong mapVersion = state.Map.Version + 1;
        var confirmed = new BookingConfirmed(
            mapVersion, payment.BookingId, paymentId, payment.UserId, payment.Claim, IsLate: !isHeld);
        decision.Emit(this, state, in confirmed);
        return new PaymentResult(BookingCode.Ok, payment.BookingId, paymentId, payment.Claim, !isHeld);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in HoldRetaken fact, long timeMs)
    {
        ApplyHold(state, fact.Token, fact.MapVersion, fact.Claim.ToRequest(fact.UserId, fact.ExpiryMs));
        state.Renewed.Set(fact.BookingId, new RenewedHold(fact.Token, 0));
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in PaymentStarted fact, long timeMs)
    {
        state.Payments.Add(fact.PaymentId, new PendingPayment(fact.BookingId, fact.UserId, fact.Claim, timeMs));
        state.PaymentOf.Add(fact.BookingId, fact.PaymentId);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in PaymentFailed fact, long timeMs) =>
        ForgetPayment(state, fact.PaymentId, fact.BookingId);

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in PaymentRefunded fact, long timeMs) =>
        ForgetPayment(state, fact.PaymentId, fact.BookingId);

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in BookingConfirmed fact, long timeMs)
    {
        ForgetPayment(state, fact.PaymentId, fact.BookingId);
        SeatResult result = fact.IsLate
            ? state.Map!.SellDirect(fact.Claim.Seats.Span, fact.Claim.Area, fact.Claim.Places).Result
            : state.Map!.Confirm(TokenOf(state, fact.BookingId), out _);
        if (result != SeatResult.Ok)
            throw new InvalidOperationException($"A confirmed booking does not apply: {result}.");
        state.Renewed.Remove(fact.BookingId);
        state.Gate?.Leave(fact.UserId);
        state.Bookings.Add(
            fact.BookingId, new SoldBooking(fact.UserId, fact.PaymentId, fact.Claim, IsCancelled: false));
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <summary>
    /// Whether a booking was once held and is no more: only then may its id be taken again, by whoever brings it.
    /// </summary>
    private static bool HasLapsed(ShowtimeState state, ulong bookingId)
    {
        ulong generation = new HoldToken(bookingId).Generation;
        SeatMap map = state.Map!;
        return generation > 0
            && generation < map.NextToken.Generation
            && !state.Bookings.ContainsKey(bookingId)
            && map.Find(TokenOf(state, bookingId), long.MinValue, out _) == HoldStatus.Unknown;
    }

    private BookingCode Retake(ShowtimeState state, in StartPayment command, Decision decision)
    {
        SeatClaim claim = command.Lapsed;
        SeatMap map = state.Map!;
        HoldRequest request = claim.ToRequest(command.UserId, decision.TimeMs + state.Terms!.HoldMs);
        if (!map.CanHold(in request).IsOk) return BookingCode.HoldLapsed;
        var retaken = new HoldRetaken(
            map.Version + 1, command.BookingId, map.NextToken, command.UserId, request.ExpiryMs, claim);
        decision.Emit(this, state, in retaken);
        return BookingCode.Ok;
    }

    private static bool CanTakeAgain(ShowtimeState state, in PendingPayment payment) =>
        state.Map!.CanTake(payment.Claim.Seats.Span, payment.Claim.Area, payment.Claim.Places).IsOk;

    private static void ForgetPayment(ShowtimeState state, ulong paymentId, ulong bookingId)
    {
        state.Payments.Remove(paymentId);
        state.PaymentOf.Remove(bookingId);
    }
}
