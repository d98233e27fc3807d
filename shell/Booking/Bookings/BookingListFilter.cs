using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>Which of a user's bookings are listed.</summary>
/// <param name="Status">Only with this status; 0 for any.</param>
/// <param name="Time">Only of shows of this time.</param>
internal readonly record struct BookingListFilter(UserBookingStatus Status, BookingTime Time)
{
    // A status takes four bits.
    private const int TimeShift = 4;

    /// <summary>Both in a byte.</summary>
    public byte Packed => (byte)((byte)Status | ((byte)Time << TimeShift));

    /// <summary>Reads <see cref="Packed"/>.</summary>
    public static BookingListFilter Unpack(byte packed) =>
        new((UserBookingStatus)(packed & ((1 << TimeShift) - 1)), (BookingTime)(packed >> TimeShift));
}
