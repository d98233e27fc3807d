using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Fact by fact.</summary>
public sealed partial class BookingEventMapper
{
    private static void Map(ulong showtimeId, in SeatsHeld fact, EventSink sink)
    {
        (ulong UserId, ulong BookingId) who = (fact.UserId, fact.BookingId);
        WriteExpiry(Begin(sink, BookingTopics.Reserved, showtimeId, who, fact.Claim), fact.Token, fact.ExpiryMs);
        sink.End();
        Begin(sink, BookingTopics.CountReservation, showtimeId, who, fact.Claim);
        sink.End();
    }

    /// <summary>An event a hold. It names the hold by its last token, as it was last given.</summary>
    private static void Map(ulong showtimeId, in HoldsLapsed fact, EventSink sink)
    {
        foreach (LapsedHold hold in fact.Holds!)
        {
            (ulong, ulong) whose = (hold.UserId, hold.BookingId);
            Utf8JsonWriter json = Begin(sink, BookingTopics.Expired, showtimeId, whose, hold.Claim);
            json.WriteString("holdToken", TextOf(hold.Token.Value));
            json.WriteBoolean("wasOffer", hold.IsOffer);
            sink.End();
        }
    }

    private static void Map(ulong showtimeId, in HoldReleased fact, EventSink sink)
    {
        Begin(sink, BookingTopics.Released, showtimeId, (fact.UserId, fact.BookingId), fact.Claim);
        sink.End();
    }

    private static void Map(ulong showtimeId, in HoldExtended fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, BookingTopics.Extended, showtimeId);
        json.WriteString("userId", TextOf(fact.UserId));
        json.WriteString("bookingId", new BookingId(showtimeId, fact.BookingId).ToString());
        WriteExpiry(json, fact.Token, fact.ExpiryMs);
        sink.End();
    }

    /// <summary>Seats of a hold that ran out were taken again for a payment: a reservation under its old id.</summary>
    private static void Map(ulong showtimeId, in HoldRetaken fact, EventSink sink)
    {
        Utf8JsonWriter json =
            Begin(sink, BookingTopics.Reserved, showtimeId, (fact.UserId, fact.BookingId), fact.Claim);
        WriteExpiry(json, fact.Token, fact.ExpiryMs);
        json.WriteBoolean("again", true);
        sink.End();
    }

    private static void Map(ulong showtimeId, in PaymentFailed fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, BookingTopics.PaymentDeclined, showtimeId);
        json.WriteString("userId", TextOf(fact.UserId));
        json.WriteString("bookingId", new BookingId(showtimeId, fact.BookingId).ToString());
        json.WriteString("paymentId", TextOf(fact.PaymentId));
        sink.End();
    }

    private static void Map(ulong showtimeId, in BookingConfirmed fact, EventSink sink)
    {
        (ulong UserId, ulong BookingId) who = (fact.UserId, fact.BookingId);
        Utf8JsonWriter json = Begin(sink, BookingTopics.Confirmed, showtimeId, who, fact.Claim);
        json.WriteString("paymentId", TextOf(fact.PaymentId));
        json.WriteBoolean("isLate", fact.IsLate);
        sink.End();
        Begin(sink, BookingTopics.TellConfirmed, showtimeId, who, fact.Claim);
        sink.End();
        Begin(sink, BookingTopics.CountBooking, showtimeId, who, fact.Claim);
        sink.End();
    }

    private static void Map(ulong showtimeId, in PaymentRefunded fact, EventSink sink)
    {
        var claim = new SeatClaim(default, 0, 0, fact.AmountCents);
        (ulong UserId, ulong BookingId) who = (fact.UserId, fact.BookingId);
        Begin(sink, BookingTopics.Refunded, showtimeId, who, claim)
            .WriteString("paymentId", TextOf(fact.PaymentId));
        sink.End();
        Begin(sink, BookingTopics.TellRefunded, showtimeId, who, claim);
        sink.End();
    }

    private static void Map(ulong showtimeId, in BookingCancelled fact, EventSink sink)
    {
        (ulong UserId, ulong BookingId) who = (fact.UserId, fact.BookingId);
        Begin(sink, BookingTopics.Cancelled, showtimeId, who, fact.Claim).WriteBoolean("isByHouse", fact.IsByHouse);
        sink.End();
        Begin(sink, BookingTopics.TellCancelled, showtimeId, who, fact.Claim)
            .WriteBoolean("isByHouse", fact.IsByHouse);
        sink.End();
        Begin(sink, BookingTopics.CountCancellation, showtimeId, who, fact.Claim);
        sink.End();
    }

    private static void Map(ulong showtimeId, in OfferMade fact, EventSink sink)
    {
        (ulong UserId, ulong BookingId) who = (fact.UserId, fact.BookingId);
        WriteExpiry(
            Begin(sink, BookingTopics.WaitlistOffered, showtimeId, who, fact.Claim), fact.Token, fact.ExpiryMs);
        sink.End();
        WriteExpiry(Begin(sink, BookingTopics.TellOffered, showtimeId, who, fact.Claim), fact.Token, fact.ExpiryMs);
        sink.End();
    }

    private static void MapSeats(ulong showtimeId, EventName name, SeatSet seats, EventSink sink)
    {
        WriteSeats(Begin(sink, name, showtimeId), seats.Span);
        sink.End();
    }

    private static void Map(ulong showtimeId, in PlacesBlocked fact, EventSink sink) =>
        MapPlaces(showtimeId, BookingTopics.SeatsBlocked, fact.Area, fact.Places, sink);

    private static void Map(ulong showtimeId, in PlacesUnblocked fact, EventSink sink) =>
        MapPlaces(showtimeId, BookingTopics.SeatsUnblocked, fact.Area, fact.Places, sink);

    private static void MapPlaces(ulong showtimeId, EventName name, int area, int places, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, name, showtimeId);
        WriteSeats(json, []);
        json.WriteNumber("area", area);
        json.WriteNumber("places", places);
        sink.End();
    }

    private static void Map(ulong showtimeId, in WaitingJoined fact, EventSink sink) =>
        MapWaiting(showtimeId, BookingTopics.WaitlistJoined, fact.UserId, sink);

    private static void Map(ulong showtimeId, in WaitingLeft fact, EventSink sink) =>
        MapWaiting(showtimeId, BookingTopics.WaitlistLeft, fact.UserId, sink);

    private static void MapWaiting(ulong showtimeId, EventName name, ulong userId, EventSink sink)
    {
        Begin(sink, name, showtimeId).WriteString("userId", TextOf(userId));
        sink.End();
    }
}
