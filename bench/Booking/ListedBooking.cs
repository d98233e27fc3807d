using System.Globalization;
using System.Text.Json;

namespace Catalog.Bench.Booking;

/// <summary>A booking as the server lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Its status.</param>
/// <param name="Booked">Its seats.</param>
internal sealed record ListedBooking(string Id, string Status, BookedSeats Booked)
{
    /// <summary>Whether it keeps its seats for good.</summary>
    public bool IsConfirmed => Status is "confirmed" or "booked";

    /// <summary>Reads an item of the list.</summary>
    public static ListedBooking Read(JsonElement item)
    {
        string[] seats = [.. item.GetProperty("seats").EnumerateArray().Select(s => s.ToString())];
        ulong showtime = ulong.Parse(item.GetProperty("showtimeId").ToString(), CultureInfo.InvariantCulture);
        string id = item.TryGetProperty("bookingId", out JsonElement named)
            ? named.ToString()
            : item.GetProperty("id").ToString();
        return new ListedBooking(id, item.GetProperty("status").GetString()!, new BookedSeats(showtime, seats));
    }
}
