using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Booking.Posters;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>Writes bookings as clients see them. Thread-safe.</summary>
public sealed class BookingAnswers(ShowtimeHouses houses, BookingOptions options)
{
    /// <summary>
    /// Answers with a hold, as <see cref="HoldAnswer"/> says; written by hand because this is the hot path's answer.
    /// </summary>
    internal Task WriteHoldAsync(HttpContext context, int status, ulong showtimeId, in HoldResult hold)
    {
        ResponseBuffer buffer = ResponseBuffer.Take();
        Utf8JsonWriter writer = buffer.Writer;
        Span<char> text = stackalloc char[BookingId.MaxLength];
        writer.WriteStartObject();
        writer.WriteString("bookingId"u8, text[..new BookingId(showtimeId, hold.BookingId).Format(text)]);
        WriteNumber(writer, "showtimeId"u8, showtimeId, text);
        writer.WriteString("status"u8, "reserved"u8);
        WriteClaim(writer, houses.TryFindPlan(showtimeId, out SeatPlan? plan) ? plan : null, hold.Claim);
        writer.WriteString("expiresAt"u8, TimeOf(hold.ExpiryMs));
        writer.WriteNumber("amountCents"u8, hold.Claim.AmountCents);
        writer.WriteString("currency"u8, options.Currency);
        WriteNumber(writer, "token"u8, hold.Token.Value, text);
        if (hold.Rung != BestAvailableRung.None) writer.WriteString("rung"u8, NameOf(hold.Rung));
        writer.WriteEndObject();
        context.Response.StatusCode = status;
        return buffer.SendAsync(context.Response, JsonResponse.ContentType);
    }

    /// <summary>A payment's outcome.</summary>
    internal ConfirmedAnswer Confirmed(ulong showtimeId, in PaymentResult payment, string status)
    {
        (IReadOnlyList<string> seats, string? area, int? places) = Describe(showtimeId, payment.Claim);
        return new ConfirmedAnswer(
            new BookingId(showtimeId, payment.BookingId).ToString(), showtimeId, status, payment.PaymentId,
            seats, area, places, payment.Claim.AmountCents, options.Currency, payment.IsLate);
    }

    /// <summary>A booking with what it is for.</summary>
    internal BookingAnswer Booking(in UserBooking booking, long nowMs)
    {
        (IReadOnlyList<string> seats, string? area, int? places) = Describe(booking.ShowtimeId, booking.Claim);
        ShowtimeListing? listing = houses.Find(booking.ShowtimeId);
        UserBookingStatus status = booking.StatusAt(nowMs);
        bool isHeld = status <= UserBookingStatus.Declined;
        return new BookingAnswer
        {
            BookingId = new BookingId(booking.ShowtimeId, booking.BookingId).ToString(),
            ShowtimeId = booking.ShowtimeId,
            Status = BookingStatuses.NameOf(status),
            Seats = seats,
            Area = area,
            Places = places,
            AmountCents = booking.Claim.AmountCents,
            Currency = options.Currency,
            CreatedAt = TimeOf(booking.CreatedAtMs),
            ExpiresAt = isHeld ? TimeOf(booking.ExpiryMs) : null,
            IsExtended = isHeld && booking.WasExtended,
            ChangedAt = isHeld ? null : TimeOf(booking.AtMs),
            IsByHouse = booking.IsByHouse,
            MovieTitle = listing?.Movie.Title,
            PosterUrl = listing is { } seen ? PosterEndpoint.AddressOf(seen.Movie) : null,
            TheaterName = listing?.Theater.Name,
            StartsAt = listing is { } show ? TimeOf(show.Showtime.StartsAtMs) : null,
        };
    }

    /// <summary>A time as clients see it.</summary>
    internal static DateTime TimeOf(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime;

    private (IReadOnlyList<string> Seats, string? Area, int? Places) Describe(ulong showtimeId, in SeatClaim claim)
    {
        if (!houses.TryFindPlan(showtimeId, out SeatPlan? plan)) return ([], null, null);
        var seats = new string[claim.Seats.Count];
        for (int i = 0; i < seats.Length; i++) seats[i] = plan.LabelOf(claim.Seats[i]);
        return claim.Places == 0 ? (seats, null, null) : (seats, plan.Area(claim.Area).Name, claim.Places);
    }

    private static void WriteClaim(Utf8JsonWriter writer, SeatPlan? plan, in SeatClaim claim)
    {
        writer.WriteStartArray("seats"u8);
        if (plan is not null)
            foreach (ushort seat in claim.Seats.Span) writer.WriteStringValue(plan.LabelOf(seat));
        writer.WriteEndArray();
        if (claim.Places == 0 || plan is null) return;
        writer.WriteString("area"u8, plan.Area(claim.Area).Name);
        writer.WriteNumber("places"u8, claim.Places);
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong value, Span<char> scratch)
    {
        value.TryFormat(scratch, out int length);
        writer.WriteString(name, scratch[..length]);
    }

    private static ReadOnlySpan<byte> NameOf(BestAvailableRung rung) => rung switch
    {
        BestAvailableRung.Together => "together"u8,
        BestAvailableRung.TogetherWithOrphan => "together_with_orphan"u8,
        BestAvailableRung.TogetherWithCompanion => "together_with_companion"u8,
        BestAvailableRung.Split => "split"u8,
        _ => "singles"u8,
    };
}
