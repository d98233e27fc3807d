namespace Catalog.Shell.Booking.Live;

/// <summary>What happened to a booking. Stored by number; never renumbered.</summary>
public enum BookingNewsKind : byte
{
    /// <summary>Seats are held.</summary>
    Reserved = 1,

    /// <summary>Seats are held for somebody on the waiting list.</summary>
    Offered = 2,

    /// <summary>It is paid.</summary>
    Confirmed = 3,

    /// <summary>It was paid, and is cancelled.</summary>
    Cancelled = 4,

    /// <summary>The hold was given back.</summary>
    Released = 5,

    /// <summary>The hold has run out.</summary>
    Expired = 6,
}
