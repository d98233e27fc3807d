namespace Catalog.Shell.Booking.Payments;

/// <summary>What a provider says of a payment.</summary>
public enum PaymentStatus : byte
{
    /// <summary>The provider did not answer: the money may have moved or not.</summary>
    Unknown = 0,

    /// <summary>The money moved.</summary>
    Approved = 1,

    /// <summary>The money did not move and, for this payment, never will.</summary>
    Declined = 2,
}
