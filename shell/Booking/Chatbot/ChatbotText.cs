using System.Globalization;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>Times, prices and showtimes in words.</summary>
internal static class ChatbotText
{
    /// <summary>A time, in the lists' zone: <c>Fri 4 Jan 19:30</c>.</summary>
    public static string Time(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs)
        .ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An amount: <c>EUR 12.50</c>.</summary>
    public static string Money(long cents, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{currency} {cents / 100m:0.00}");

    /// <summary>What a showtime costs: <c>EUR 9.00 to 14.00</c>.</summary>
    public static string Prices(Showtime showtime, string currency)
    {
        int least = int.MaxValue, most = 0;
        foreach (int cents in showtime.Prices.Cents) (least, most) = (Math.Min(least, cents), Math.Max(most, cents));
        return least == most
            ? Money(least, currency)
            : string.Create(CultureInfo.InvariantCulture, $"{Money(least, currency)} to {most / 100m:0.00}");
    }

    /// <summary>A showtime in a line.</summary>
    public static string Line(in ShowtimeListing show, string currency)
    {
        string seats = show.Availability.Free == 0 ? "sold out" : $"{show.Availability.Free} free";
        return $"{show.Movie.Title}, {Time(show.Showtime.StartsAtMs)}, {show.Theater.Name} ({show.Theater.City}), "
            + $"{Prices(show.Showtime, currency)}, {seats}";
    }

    /// <summary>A number with its thing: <c>1 film</c>, <c>3 films</c>.</summary>
    public static string Count(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
