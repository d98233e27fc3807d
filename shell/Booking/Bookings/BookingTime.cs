namespace Catalog.Shell.Booking.Bookings;

/// <summary>Bookings by when their show begins. Part of cursors; never renumbered.</summary>
internal enum BookingTime : byte
{
    /// <summary>Any.</summary>
    Any = 0,

    /// <summary>Shows that are still to come, and those whose time is not known any more.</summary>
    Upcoming = 1,

    /// <summary>Shows that have begun.</summary>
    Past = 2,
}
