using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Booking;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Events;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>What a showtime's life is called on the bus.</summary>
public sealed class BookingEventMapperTests
{
    private readonly ShowtimeWorld _world = new(showtimes: 1, rows: 1, seatsPerRow: 2);
    private readonly BookingEventMapper _mapper = new();
    private readonly EventSink _sink = new();

    [Fact]
    public void Every_fact_has_its_events_in_order()
    {
        LiveThroughEverything();
        string[] expected =
        [
            "booking.reserved", "analytics.reservation",
            "booking.extended",
            "booking.payment_declined",
            "booking.confirmed", "email.booking-confirmed", "analytics.booking",
            "seats.blocked",
            "waitlist.joined", "waitlist.left", "waitlist.joined",
            "booking.cancelled", "email.booking-cancelled", "analytics.cancellation",
            "waitlist.offered", "email.seats-offered",
            "booking.expired",
            "booking.reserved", "analytics.reservation",
            "booking.released",
            "seats.unblocked",
        ];
        Assert.Equal(expected, Map().Select(e => e.Name.Name));
    }

    [Fact]
    public void Topics_keys_and_ids_are_the_same_every_time()
    {
        LiveThroughEverything();
        List<BusEvent> first = [.. Map()];
        Assert.Equal(first.Select(IdOf), Map().Select(IdOf));
        Assert.Equal(first.Count, first.Select(e => (e.Position, e.Ordinal)).Distinct().Count());
        Assert.All(first, e => Assert.Equal(("1", 1), (e.Key, e.Name.Version)));
        Assert.All(first, e => Assert.Contains(e.Name.Topic, _mapper.Topics));
    }

    [Fact]
    public void A_topic_is_announced_exactly_when_it_gets_an_event()
    {
        LiveThroughEverything();
        foreach ((EventHeader header, byte[] payload) in _world.Facts)
        {
            _sink.Clear(in header);
            _mapper.Map(new EventEnvelope(header, payload), _sink);
            HashSet<string> written = [.. Enumerable.Range(0, _sink.Count).Select(i => _sink[i].Name.Topic)];
            foreach (string topic in _mapper.Topics)
                Assert.True(written.Contains(topic) == _mapper.Maps(in header, topic), $"{header.Type}: {topic}");
        }
    }

    [Fact]
    public void Data_says_who_what_and_until_when()
    {
        HoldResult hold = _world.Hold(1, 5, 1);
        JsonElement data = JsonDocument.Parse(Map().First().Data).RootElement;
        Assert.Equal("1", data.GetProperty("showtimeId").GetString());
        Assert.Equal("5", data.GetProperty("userId").GetString());
        Assert.Equal($"1-{hold.BookingId:x}", data.GetProperty("bookingId").GetString());
        Assert.Equal([1], data.GetProperty("seats").EnumerateArray().Select(seat => seat.GetInt32()));
        Assert.Equal(500, data.GetProperty("amountCents").GetInt64());
        Assert.Equal(hold.ExpiryMs, data.GetProperty("expiresAt").GetDateTimeOffset().ToUnixTimeMilliseconds());
    }

    [Fact]
    public void An_event_that_was_not_ended_is_a_fault()
    {
        _sink.Begin(BookingTopics.Reserved, "1");
        Assert.Throws<InvalidOperationException>(() => _sink.Begin(BookingTopics.Reserved, "1"));
    }

    private static (string, string, long, int, string) IdOf(BusEvent e) =>
        (e.Name.Topic, e.Name.Name, e.Position, e.Ordinal, System.Text.Encoding.UTF8.GetString(e.Data.Span));

    private void LiveThroughEverything()
    {
        long nowMs = _world.NowMs;
        var others = new SeatSet([1]);
        ulong booking = _world.Hold(1, 5, 0).BookingId;
        _world.Send<ExtendHold, HoldResult>(1, new ExtendHold(nowMs, 5, booking, default));
        _world.Send<StartPayment, PaymentResult>(1, new StartPayment(nowMs, 5, booking, default, 1));
        _world.Send<FinishPayment, PaymentResult>(1, new FinishPayment(nowMs, 1, IsApproved: false));
        _world.Send<StartPayment, PaymentResult>(1, new StartPayment(nowMs, 5, booking, default, 2));
        _world.Send<FinishPayment, PaymentResult>(1, new FinishPayment(nowMs, 2, IsApproved: true));
        _world.Send<BlockSeats, BookingResult>(1, new BlockSeats(nowMs, others));
        var join = new JoinWaitingList(nowMs, 6, new WaitingWish { Count = 1 });
        _world.Send<JoinWaitingList, WaitingAnswer>(1, join);
        _world.Send<LeaveWaitingList, WaitingAnswer>(1, new LeaveWaitingList(nowMs, 6));
        _world.Send<JoinWaitingList, WaitingAnswer>(1, join);
        _world.Send<CancelBooking, BookingResult>(1, new CancelBooking(nowMs, 5, booking));
        _world.Pass(ShowtimeTerms.DefaultOfferMs + 1);
        ulong again = _world.Hold(1, 5, 0).BookingId;
        _world.Send<ReleaseHold, BookingResult>(1, new ReleaseHold(_world.NowMs, 5, again, default));
        _world.Send<UnblockSeats, BookingResult>(1, new UnblockSeats(_world.NowMs, others));
    }

    private IEnumerable<BusEvent> Map()
    {
        foreach ((EventHeader header, byte[] payload) in _world.Facts)
        {
            _sink.Clear(in header);
            _mapper.Map(new EventEnvelope(header, payload), _sink);
            for (int i = 0; i < _sink.Count; i++) yield return _sink[i] with { Data = _sink[i].Data.ToArray() };
        }
    }
}
