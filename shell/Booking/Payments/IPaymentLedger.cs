namespace Catalog.Shell.Booking.Payments;

/// <summary>What the simulated provider remembers of payments. Thread-safe.</summary>
public interface IPaymentLedger
{
    /// <summary>Settles a payment, unless it is settled; durable when it returns.</summary>
    /// <returns>What the payment came to, now or earlier.</returns>
    /// <exception cref="IOException">It is not known whether it was kept; asking again tells.</exception>
    ValueTask<PaymentOutcome> SettleAsync(ulong paymentId, PaymentReason reason, long amountCents, long timeMs);

    /// <summary>Gives an approved payment's money back, once; durable when it returns.</summary>
    /// <returns>False when there is no such payment, or nothing was charged.</returns>
    /// <exception cref="IOException">It is not known whether it was kept; asking again tells.</exception>
    ValueTask<bool> RefundAsync(ulong paymentId, long timeMs);
}
