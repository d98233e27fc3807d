using System.Globalization;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>What mails say.</summary>
internal static class MailTexts
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm 'UTC'";

    /// <summary>Writes a mail's subject and text.</summary>
    /// <param name="message">The event that caused it.</param>
    /// <param name="data">Its data.</param>
    /// <param name="person">Whom it goes to.</param>
    /// <param name="show">What the booking is for, as <see cref="Describe"/> says it.</param>
    public static (string Subject, string Text) Of(BusEvent message, JsonElement data, string person, string show)
    {
        string booking = data.GetProperty("bookingId").GetString()!;
        decimal amount = data.GetProperty("amountCents").GetInt64() / 100m;
        string price = amount.ToString("0.00", CultureInfo.InvariantCulture);
        (string subject, string news) = message.Name switch
        {
            var name when name == BookingTopics.TellConfirmed =>
                ("Your booking is confirmed", $"You paid {price}; your seats are yours."),
            var name when name == BookingTopics.TellCancelled =>
                ("Your booking is cancelled", $"It is cancelled, and {price} go back to your card."),
            var name when name == BookingTopics.TellRefunded =>
                ("Your payment is refunded", $"Your seats were gone when you paid, and {price} go back to your card."),
            var name when name == BookingTopics.TellOffered =>
                ("Seats are held for you", $"Seats came free and are held for you until {ExpiryOf(data)}."),
            _ => throw new InvalidOperationException($"There is no mail for '{message.Name.Name}'."),
        };
        return (subject, $"Dear {person},\n\n{news}\n\n{show}\nBooking: {booking}\n\nCatalog\n");
    }

    /// <summary>Says what a booking is for: film, place, time and seats, as far as the catalogue knows them.</summary>
    public static string Describe(CatalogueView catalogue, ulong showtimeId, JsonElement data)
    {
        if (!catalogue.TryFindShowtime(showtimeId, out ShowtimeListing listing)) return $"Showtime: {showtimeId}";
        DateTimeOffset startsAt = DateTimeOffset.FromUnixTimeMilliseconds(listing.Showtime.StartsAtMs);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Film: {listing.Movie.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"Where: {listing.Theater.Name}, {listing.Theater.City}\n");
        text.Append("When: ").Append(startsAt.ToString(TimeFormat, CultureInfo.InvariantCulture));
        if (catalogue.TryFindPlan(showtimeId, out SeatPlan? plan)) AppendSeats(text, plan, data);
        return text.ToString();
    }

    private static void AppendSeats(StringBuilder text, SeatPlan plan, JsonElement data)
    {
        List<string> seats = [];
        foreach (JsonElement seat in data.GetProperty("seats").EnumerateArray())
            if (seat.GetInt32() < plan.SeatCount) seats.Add(plan.LabelOf(seat.GetInt32()));
        if (data.TryGetProperty("places", out JsonElement places))
        {
            int area = data.GetProperty("area").GetInt32();
            if (area < plan.AreaCount) seats.Add($"{places.GetInt32()} × {plan.Area(area).Name}");
        }

        if (seats.Count > 0) text.Append("\nSeats: ").AppendJoin(", ", seats);
    }

    private static string ExpiryOf(JsonElement data)
    {
        DateTimeOffset time = data.GetProperty("expiresAt").GetDateTimeOffset();
        return time.ToString(TimeFormat, CultureInfo.InvariantCulture);
    }
}
