namespace Catalog.Shell.Booking.Payments;

/// <summary>Moves money. Every call may be repeated: the payment's id makes it one. Thread-safe.</summary>
public interface IPaymentProvider
{
    /// <summary>Charges, or says what an earlier charge of this id came to.</summary>
    ValueTask<PaymentOutcome> ChargeAsync(PaymentRequest request, CancellationToken cancel);

    /// <summary>
    /// Says what a payment came to; one the provider never heard of is closed, so that a charge which is still on its
    /// way cannot happen any more.
    /// </summary>
    ValueTask<PaymentOutcome> CloseAsync(ulong paymentId, CancellationToken cancel);

    /// <summary>Gives the money of an approved payment back, once; nothing happens for any other.</summary>
    ValueTask RefundAsync(ulong paymentId, CancellationToken cancel);
}
