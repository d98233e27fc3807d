namespace Catalog.Shell.Booking.Payments;

/// <summary>What the ledger knows of a payment.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="AmountCents">How much, in hundredths.</param>
/// <param name="IsRefunded">Whether the money went back.</param>
public readonly record struct LedgerEntry(PaymentOutcome Outcome, long AmountCents, bool IsRefunded);
