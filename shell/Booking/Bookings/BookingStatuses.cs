using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>The names clients know a booking's status under.</summary>
internal static class BookingStatuses
{
    /// <summary>Every status with its name.</summary>
    public static IReadOnlyList<(string Name, UserBookingStatus Status)> All { get; } =
    [
        ("reserved", UserBookingStatus.Held),
        ("offered", UserBookingStatus.Offered),
        ("paying", UserBookingStatus.Paying),
        ("declined", UserBookingStatus.Declined),
        ("confirmed", UserBookingStatus.Confirmed),
        ("expired", UserBookingStatus.Lapsed),
        ("released", UserBookingStatus.Released),
        ("refunded", UserBookingStatus.Refunded),
        ("cancelled", UserBookingStatus.Cancelled),
    ];

    /// <summary>A status' name.</summary>
    public static string NameOf(UserBookingStatus status) => All[(int)status - 1].Name;
}
