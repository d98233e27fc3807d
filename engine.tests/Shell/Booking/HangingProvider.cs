using Catalog.Shell.Booking.Payments;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>A provider that never answers a charge, which it may or may not have made.</summary>
internal sealed class HangingProvider(IPaymentLedger ledger, HangingProvider.Habit habit) : IPaymentProvider
{
    public async ValueTask<PaymentOutcome> ChargeAsync(PaymentRequest request, CancellationToken cancel)
    {
        if (habit.ChargesFirst) await ledger.SettleAsync(request.PaymentId, PaymentReason.None, request.AmountCents, 1);
        habit.IsAsked.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancel);
        return PaymentOutcome.NoAnswer;
    }

    public ValueTask<PaymentOutcome> CloseAsync(ulong paymentId, CancellationToken cancel) =>
        ValueTask.FromResult(PaymentOutcome.NoAnswer);

    public ValueTask RefundAsync(ulong paymentId, CancellationToken cancel) => ValueTask.CompletedTask;

    internal sealed record Habit(bool ChargesFirst)
    {
        public TaskCompletionSource IsAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
