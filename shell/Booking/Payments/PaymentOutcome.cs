namespace Catalog.Shell.Booking.Payments;

/// <summary>A provider's answer.</summary>
/// <param name="Status">Whether the money moved.</param>
/// <param name="Reason">Why not.</param>
public readonly record struct PaymentOutcome(PaymentStatus Status, PaymentReason Reason = PaymentReason.None)
{
    /// <summary>No answer.</summary>
    public static PaymentOutcome NoAnswer { get; } = new(PaymentStatus.Unknown, PaymentReason.Unreachable);

    /// <summary>Whether it is final.</summary>
    public bool IsKnown => Status != PaymentStatus.Unknown;
}
