namespace Catalog.Shell.Booking.Payments;

/// <summary>A payment to be made.</summary>
/// <param name="PaymentId">Its id: the same id never charges twice.</param>
/// <param name="AmountCents">How much, in hundredths.</param>
/// <param name="CardToken">What the provider gave the client for its card.</param>
public readonly record struct PaymentRequest(ulong PaymentId, long AmountCents, string CardToken);
