namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// A provider that moves no money and behaves like one that does. What a card does is told by its token:
/// <c>tok_ok</c> pays; <c>tok_slow</c> pays after two seconds; <c>tok_declined</c> and <c>tok_insufficient_funds</c>
/// do not; <c>tok_timeout</c> is charged and the answer is lost, every time, until somebody asks what became of it.
/// Thread-safe.
/// </summary>
public sealed class SimulatedPaymentProvider(IPaymentLedger ledger, TimeProvider clock) : IPaymentProvider
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2);

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public async ValueTask<PaymentOutcome> ChargeAsync(PaymentRequest request, CancellationToken cancel)
    {
        string card = request.CardToken;
        if (card == CardTokens.Slow) await Task.Delay(Slowness, clock, cancel);
        PaymentReason reason = card switch
        {
            CardTokens.Ok or CardTokens.Slow or CardTokens.Timeout => PaymentReason.None,
            CardTokens.Declined => PaymentReason.CardDeclined,
            CardTokens.InsufficientFunds => PaymentReason.InsufficientFunds,
            _ => PaymentReason.UnknownCard,
        };
        PaymentOutcome outcome = await ledger.SettleAsync(request.PaymentId, reason, request.AmountCents, NowMs);
        return card == CardTokens.Timeout ? PaymentOutcome.NoAnswer : outcome;
    }

    /// <inheritdoc/>
    public ValueTask<PaymentOutcome> CloseAsync(ulong paymentId, CancellationToken cancel) =>
        ledger.SettleAsync(paymentId, PaymentReason.Closed, 0, NowMs);

    /// <inheritdoc/>
    public async ValueTask RefundAsync(ulong paymentId, CancellationToken cancel) =>
        await ledger.RefundAsync(paymentId, NowMs);
}
