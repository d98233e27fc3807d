namespace Catalog.Shell.Booking.Payments;

/// <summary>A payment as the ledger has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Reason">Why it was declined; none for one that was approved.</param>
/// <param name="AmountCents">How much, in hundredths.</param>
/// <param name="SettledMs">When, milliseconds since 1970.</param>
/// <param name="RefundedMs">When the money went back; null when it did not.</param>
internal sealed record SettledPayment(
    ulong Id, PaymentReason Reason, long AmountCents, long SettledMs, long? RefundedMs);
