using System.Globalization;
using System.Text.Json;

namespace Catalog.Bench.Booking;

/// <summary>A booking as the server lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Booked">Its seats.</param>
internal sealed record ListedBooking(string Id, BookedSeats Booked)
{
    /// <summary>Reads an item of the list.</summary>
    public static ListedBooking Read(JsonElement item)
    {
        string[] seats = [.. item.GetProperty("seats").EnumerateArray().Select(s => s.GetString()!)];
        ulong showtime = ulong.Parse(item.GetProperty("showtimeId").GetString()!, CultureInfo.InvariantCulture);
        return new ListedBooking(item.GetProperty("bookingId").GetString()!, new BookedSeats(showtime, seats));
    }
}
