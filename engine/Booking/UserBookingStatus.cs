namespace Catalog.Engine.Booking;

/// <summary>Where a booking of a user stands. The numbers are saved.</summary>
public enum UserBookingStatus : byte
{
    /// <summary>The seats are held until the booking's expiry.</summary>
    Held = 1,

    /// <summary>The seats are held for somebody from the waiting list until the booking's expiry.</summary>
    Offered = 2,

    /// <summary>A payment is with the provider.</summary>
    Paying = 3,

    /// <summary>The last payment was declined; the seats are held until the booking's expiry.</summary>
    Declined = 4,

    /// <summary>Paid.</summary>
    Confirmed = 5,

    /// <summary>The hold ran out.</summary>
    Lapsed = 6,

    /// <summary>The hold was given back.</summary>
    Released = 7,

    /// <summary>The payment came too late, the seats were gone, the money went back.</summary>
    Refunded = 8,

    /// <summary>Paid, and cancelled since.</summary>
    Cancelled = 9,
}
