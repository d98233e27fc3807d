using Catalog.Bench.Booking;
using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Bench.Booking;

/// <summary>The judge of the kills: what must be is accepted, everything planted is caught.</summary>
public sealed class KillBuyerTests
{
    private static readonly BookedSeats Seats = new(1, ["A1", "A2"]);
    private readonly KillBuyer _buyer = new("token", SeatPlan.Rectangle(5, 10), showtimeCount: 2, new Random(1));
    private readonly Dictionary<(ulong Showtime, string Seat), string> _owned = [];

    [Fact]
    public void What_was_acknowledged_and_is_listed_is_right()
    {
        Hold("1-1");
        Hold("1-2", "B1");
        Take(BookingAction.Confirm, "1-1", 200, Seats);
        Assert.Empty(_buyer.Compare([Listed("1-1", "A2", "A1")], [Listed("1-2", "B1")], _owned));
        Assert.Equal("sold", _owned[(1, "A1")]);
        Assert.Equal("held", _owned[(1, "B1")]);
    }

    [Fact]
    public void What_was_given_back_or_cancelled_is_gone()
    {
        Hold("1-1");
        Take(BookingAction.Release, "1-1", 204, Seats);
        Hold("1-2");
        Take(BookingAction.Confirm, "1-2", 200, Seats);
        Take(BookingAction.Cancel, "1-2", 200, Seats);
        Assert.Empty(_buyer.Compare([], [], _owned));
        Assert.Equal("1-2 is sold, never acknowledged", Assert.Single(_buyer.Compare([Listed("1-2")], [], [])));
    }

    [Fact]
    public void A_lost_payment_is_caught()
    {
        Hold("1-1");
        Take(BookingAction.Confirm, "1-1", 200, Seats);
        Assert.Equal(
            ["1-1 was acknowledged as sold and is lost", "1-1 is held, never acknowledged"],
            _buyer.Compare([], [Listed("1-1", "A1", "A2")], _owned).Order().Reverse());
    }

    [Fact]
    public void A_lost_hold_is_caught()
    {
        Hold("1-1");
        Assert.Equal("1-1 was acknowledged as held and is lost", Assert.Single(_buyer.Compare([], [], _owned)));
    }

    [Fact]
    public void A_seat_with_two_owners_is_caught()
    {
        Hold("1-1");
        _owned.Add((1, "A2"), "sold");
        string fault = Assert.Single(_buyer.Compare([], [Listed("1-1", "A1", "A2")], _owned));
        Assert.Equal("seat A2 of showtime 1 has two owners", fault);
    }

    [Fact]
    public void Other_seats_and_doubled_bookings_are_caught()
    {
        Hold("1-1");
        Assert.Equal("1-1 has other seats", Assert.Single(_buyer.Compare([], [Listed("1-1", "A1")], _owned)));
        List<string> faults = _buyer.Compare([], [Listed("1-1", "A1", "A2"), Listed("1-1", "C1")], []);
        Assert.Contains("1-1 is listed twice", faults);
        Hold("1-1");
        Assert.Contains("1-1 was given twice", _buyer.Compare([], [Listed("1-1", "A1", "A2")], []));
    }

    [Theory]
    [InlineData((int)BookingAction.Reserve, 500, "internal_error", false)]
    [InlineData((int)BookingAction.Confirm, 402, "payment_declined", false)]
    [InlineData((int)BookingAction.Confirm, 404, "not_found", true)]
    [InlineData((int)BookingAction.Confirm, 409, "already_confirmed", true)]
    [InlineData((int)BookingAction.Release, 409, "hold_released", false)]
    [InlineData((int)BookingAction.Cancel, 409, "already_cancelled", true)]
    public void Answers_that_must_not_be_are_caught(int action, int status, string code, bool isRepeated)
    {
        Hold("1-1");
        Answer((BookingAction)action, new BookingReply(status, $$"""{"code":"{{code}}"}"""), isRepeated);
        Assert.Contains(code, Assert.Single(_buyer.Compare([], [Listed("1-1", "A1", "A2")], _owned)));
    }

    [Theory]
    [InlineData((int)BookingAction.Reserve, 409, "seat_taken", false)]
    [InlineData((int)BookingAction.Confirm, 402, "payment_declined", true)]
    public void Refusals_that_may_be_change_nothing(int action, int status, string code, bool isRepeated)
    {
        Hold("1-1");
        Answer((BookingAction)action, new BookingReply(status, $$"""{"code":"{{code}}"}"""), isRepeated);
        Assert.Empty(_buyer.Compare([], [Listed("1-1", "A1", "A2")], _owned));
    }

    [Fact]
    public void A_buyer_holds_before_it_pays_and_cancels_what_is_too_much()
    {
        Assert.Equal(BookingAction.Reserve, _buyer.Draw().Action);
        var seen = new HashSet<BookingAction>();
        for (int number = 1; seen.Count < 4; number++)
        {
            Assert.True(number < 10_000, "every action is drawn");
            BookingRequest request = _buyer.Draw();
            seen.Add(request.Action);
            int status = request.Action switch
            {
                BookingAction.Reserve => 201,
                BookingAction.Release => 204,
                _ => 200,
            };
            _buyer.Take(request, new BookingReply(status, $$"""{"bookingId":"1-{{number}}"}"""), isRepeated: false);
        }
    }

    private void Hold(string id, params string[] seats)
    {
        BookedSeats booked = seats.Length == 0 ? Seats : new BookedSeats(1, seats);
        Take(BookingAction.Reserve, "", 201, booked, $$"""{"bookingId":"{{id}}"}""");
    }

    private void Take(BookingAction action, string id, int status, BookedSeats booked, string body = "{}") =>
        _buyer.Take(BookingRequest.New(action, id, booked), new BookingReply(status, body), isRepeated: false);

    private void Answer(BookingAction action, BookingReply reply, bool isRepeated) =>
        _buyer.Take(BookingRequest.New(action, "1-1", Seats), reply, isRepeated);

    private static ListedBooking Listed(string id, params string[] seats) => new(id, new BookedSeats(1, seats));
}
