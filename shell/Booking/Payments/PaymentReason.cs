namespace Catalog.Shell.Booking.Payments;

/// <summary>Why a payment was not approved. The numbers are kept in the ledger.</summary>
public enum PaymentReason : byte
{
    /// <summary>It was approved.</summary>
    None = 0,

    /// <summary>The bank said no.</summary>
    CardDeclined = 1,

    /// <summary>There is not enough money on the card's account.</summary>
    InsufficientFunds = 2,

    /// <summary>The provider does not know the card.</summary>
    UnknownCard = 3,

    /// <summary>The payment was closed before it was made.</summary>
    Closed = 4,

    /// <summary>The provider did not answer.</summary>
    Unreachable = 5,
}
