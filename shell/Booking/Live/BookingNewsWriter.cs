using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Live;

/// <summary>Writes what happened to bookings as people who run the house see it. Thread-safe.</summary>
public sealed class BookingNewsWriter(ShowtimeHouses houses, BookingOptions options)
{
    /// <summary>The event's name.</summary>
    public static string NameOf(BookingNewsKind kind) => kind switch
    {
        BookingNewsKind.Reserved => "booking_reserved",
        BookingNewsKind.Offered => "booking_offered",
        BookingNewsKind.Confirmed => "booking_confirmed",
        BookingNewsKind.Cancelled => "booking_cancelled",
        BookingNewsKind.Released => "booking_released",
        _ => "booking_expired",
    };

    /// <summary>The event's data. How full the house is holds for now, not for then.</summary>
    public byte[] Encode(in BookingNews news)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
            Write(writer, in news);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The event <c>bookings_snapshot</c>: <c>{offset, bookings:[{offset, event, data}]}</c>, oldest first.
    /// </summary>
    /// <param name="news">The last ones.</param>
    /// <param name="last">The number of the very last.</param>
    public byte[] EncodeSnapshot(ReadOnlySpan<BookingNews> news, long last)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("offset"u8, last);
            writer.WriteStartArray("bookings"u8);
            for (int i = 0; i < news.Length; i++)
            {
                writer.WriteStartObject();
                writer.WriteNumber("offset"u8, last - news.Length + 1 + i);
                writer.WriteString("event"u8, NameOf(news[i].Kind));
                writer.WritePropertyName("data"u8);
                Write(writer, in news[i]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter writer, in BookingNews news)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, BookingAnswers.TimeOf(news.TimeMs));
        writer.WriteString("bookingId"u8, news.Booking.ToString());
        writer.WriteString("userId"u8, IdText.Of(news.UserId));
        writer.WriteString("showtimeId"u8, IdText.Of(news.Booking.ShowtimeId));
        WriteClaim(writer, news.Booking.ShowtimeId, in news);
        if (houses.Find(news.Booking.ShowtimeId) is { } listing) WriteShow(writer, in listing);
        writer.WriteEndObject();
    }

    private void WriteClaim(Utf8JsonWriter writer, ulong showtimeId, in BookingNews news)
    {
        SeatPlan? plan = houses.TryFindPlan(showtimeId, out SeatPlan? found) ? found : null;
        writer.WriteStartArray("seats"u8);
        foreach (ushort seat in news.Claim.Seats.Span)
            writer.WriteStringValue(plan?.LabelOf(seat) ?? seat.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndArray();
        if (news.Claim.Places > 0)
        {
            if (plan is not null) writer.WriteString("area"u8, plan.Area(news.Claim.Area).Name);
            writer.WriteNumber("places"u8, news.Claim.Places);
        }

        writer.WriteNumber("amountCents"u8, news.Claim.AmountCents);
        writer.WriteString("currency"u8, options.Currency);
    }

    private static void WriteShow(Utf8JsonWriter writer, in ShowtimeListing listing)
    {
        ShowtimeAvailability seats = listing.Availability;
        writer.WriteString("movieTitle"u8, listing.Movie.Title);
        writer.WriteString("theaterName"u8, listing.Theater.Name);
        writer.WriteString("city"u8, listing.Theater.City);
        writer.WriteString("startsAt"u8, BookingAnswers.TimeOf(listing.Showtime.StartsAtMs));
        writer.WriteNumber("held"u8, seats.Held);
        writer.WriteNumber("sold"u8, seats.Sold);
        writer.WriteNumber("capacity"u8, seats.Capacity);
    }
}
