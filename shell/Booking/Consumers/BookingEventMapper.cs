using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>
/// What showtimes' facts are called outside. The key is the showtime, so events of one house come in order. Ids are
/// texts, because they need more bits than a number in a browser has.
/// </summary>
public sealed partial class BookingEventMapper : IEventMapper
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Topics { get; } =
        [BookingTopics.Bookings, BookingTopics.Notifications, BookingTopics.Analytics];

    /// <inheritdoc/>
    public bool Maps(in EventHeader header, string topic) =>
        header.Partition.System == ShowtimeMachine.Id && topic switch
        {
            BookingTopics.Bookings =>
                header.Type is (>= 10 and <= 14) or (>= 21 and <= 24) or (>= 30 and <= 33) or (>= 40 and <= 42),
            BookingTopics.Notifications => header.Type is (>= 22 and <= 24) or 42,
            BookingTopics.Analytics => header.Type is 10 or 22 or 24,
            _ => false,
        };

    /// <inheritdoc/>
    public void Map(in EventEnvelope fact, EventSink sink)
    {
        ulong showtimeId = fact.Header.Partition.Key;
        switch (fact.Header.Type)
        {
            case 10: Map(showtimeId, fact.Read<SeatsHeld>(), sink); break;
            case 11: Map(showtimeId, fact.Read<HoldsLapsed>(), sink); break;
            case 12: Map(showtimeId, fact.Read<HoldReleased>(), sink); break;
            case 13: Map(showtimeId, fact.Read<HoldExtended>(), sink); break;
            case 14: Map(showtimeId, fact.Read<HoldRetaken>(), sink); break;
            case 21: Map(showtimeId, fact.Read<PaymentFailed>(), sink); break;
            case 22: Map(showtimeId, fact.Read<BookingConfirmed>(), sink); break;
            case 23: Map(showtimeId, fact.Read<PaymentRefunded>(), sink); break;
            case 24: Map(showtimeId, fact.Read<BookingCancelled>(), sink); break;
            case 30: MapSeats(showtimeId, BookingTopics.SeatsBlocked, fact.Read<SeatsBlocked>().Seats, sink); break;
            case 31: MapSeats(showtimeId, BookingTopics.SeatsUnblocked, fact.Read<SeatsUnblocked>().Seats, sink); break;
            case 32: Map(showtimeId, fact.Read<PlacesBlocked>(), sink); break;
            case 33: Map(showtimeId, fact.Read<PlacesUnblocked>(), sink); break;
            case 40: Map(showtimeId, fact.Read<WaitingJoined>(), sink); break;
            case 41: Map(showtimeId, fact.Read<WaitingLeft>(), sink); break;
            case 42: Map(showtimeId, fact.Read<OfferMade>(), sink); break;
            default: break;
        }
    }

    private static Utf8JsonWriter Begin(EventSink sink, EventName name, ulong showtimeId)
    {
        string key = TextOf(showtimeId);
        Utf8JsonWriter json = sink.Begin(name, key);
        json.WriteString("showtimeId", key);
        return json;
    }

    /// <summary>An event about a booking: who, which, what.</summary>
    private static Utf8JsonWriter Begin(
        EventSink sink, EventName name, ulong showtimeId, (ulong UserId, ulong BookingId) who, in SeatClaim claim)
    {
        Utf8JsonWriter json = Begin(sink, name, showtimeId);
        json.WriteString("userId", TextOf(who.UserId));
        json.WriteString("bookingId", new BookingId(showtimeId, who.BookingId).ToString());
        WriteClaim(json, in claim);
        return json;
    }

    private static void WriteClaim(Utf8JsonWriter json, in SeatClaim claim)
    {
        WriteSeats(json, claim.Seats.Span);
        if (claim.Places > 0)
        {
            json.WriteNumber("area", claim.Area);
            json.WriteNumber("places", claim.Places);
        }

        json.WriteNumber("amountCents", claim.AmountCents);
    }

    private static void WriteSeats(Utf8JsonWriter json, ReadOnlySpan<ushort> seats)
    {
        json.WriteStartArray("seats");
        foreach (ushort seat in seats) json.WriteNumberValue(seat);
        json.WriteEndArray();
    }

    private static void WriteExpiry(Utf8JsonWriter json, HoldToken token, long expiryMs)
    {
        json.WriteString("holdToken", TextOf(token.Value));
        json.WriteString("expiresAt", DateTimeOffset.FromUnixTimeMilliseconds(expiryMs));
    }

    private static string TextOf(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
