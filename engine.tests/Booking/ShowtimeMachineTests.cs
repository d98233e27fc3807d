using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Booking;

public sealed class ShowtimeMachineTests
{
    private const ulong Ann = 11;
    private const ulong Bob = 22;
    private readonly ShowtimeHarness _show = new(SeatPlan.Rectangle(4, 5, 5));

    [Fact]
    public void A_hold_is_paid_and_becomes_a_booking()
    {
        HoldResult held = _show.Hold(Ann, 0, 1);
        Assert.Equal((BookingCode.Ok, 2000L), (held.Code, held.Claim.AmountCents));
        Assert.Equal(_show.NowMs + ShowtimeTerms.DefaultHoldMs, held.ExpiryMs);
        Assert.Equal(BookingCode.Ok, _show.Pay(Ann, held.BookingId, 1).Code);
        PaymentResult paid = _show.Finish(1);
        Assert.Equal((BookingCode.Ok, false), (paid.Code, paid.IsLate));
        Assert.Equal(SeatStatus.Sold, _show.State.Map!.StatusOf(0));
        Assert.Equal(BookingCode.AlreadyConfirmed, _show.Pay(Ann, held.BookingId, 2).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void Preparing_changes_nothing()
    {
        ShowtimeState notOpen = _show.Machine.Create(8);
        _show.Machine.Prefetch([notOpen, _show.State]);
        _show.Hold(Ann, 0, 1);
        _show.NowMs++;
        _show.Hold(Bob, 2);
        ulong before = _show.Hash;
        _show.Machine.Prefetch([_show.State, notOpen]);
        Assert.Equal(before, _show.Hash);
    }

    [Fact]
    public void Seats_that_are_held_or_sold_or_blocked_cannot_be_held()
    {
        _show.Hold(Ann, 0);
        _show.Buy(Ann, 1, 1);
        _show.Run<BlockSeats, BookingResult>(new BlockSeats(_show.NowMs, new SeatSet([2])));
        foreach ((ushort seat, BookingCode code) in new (ushort, BookingCode)[]
        {
            (0, BookingCode.SeatTaken), (1, BookingCode.SeatTaken), (2, BookingCode.SeatBlocked),
            (999, BookingCode.NoSuchSeat),
        })
        {
            ulong before = _show.Hash;
            HoldResult refused = _show.Hold(Bob, 5, seat);
            Assert.Equal((code, (int)seat), (refused.Code, refused.Seat));
            Assert.Equal(before, _show.Hash);
        }

        Assert.Equal(BookingCode.DuplicateSeat, _show.Hold(Bob, 5, 5).Code);
        Assert.Equal(BookingCode.Empty, _show.Hold(Bob).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void A_refusal_lists_every_seat_in_the_way()
    {
        _show.Hold(Ann, 0);
        _show.Run<BlockSeats, BookingResult>(new BlockSeats(_show.NowMs, new SeatSet([3])));
        _show.Buy(Ann, 1, 4);
        HoldResult refused = _show.Hold(Bob, 3, 2, 4, 0);
        Assert.Equal((BookingCode.SeatBlocked, 3), (refused.Code, refused.Seat));
        Assert.Equal(new SeatList(3, 4, 0), refused.Claim.Seats);
        Assert.Equal(0, _show.Hold(Bob, 5, 999).Claim.Seats.Count);
    }

    [Fact]
    public void A_hold_lapses_at_its_time_and_its_seats_are_free_without_anybody_announcing_it()
    {
        HoldResult held = _show.Hold(Ann, 0);
        _show.NowMs = held.ExpiryMs - 1;
        Assert.Equal(BookingCode.SeatTaken, _show.Hold(Bob, 0).Code);
        _show.NowMs = held.ExpiryMs;
        Assert.Equal(BookingCode.Ok, _show.Hold(Bob, 0).Code);
        Assert.Equal(BookingCode.UnknownBooking, _show.Pay(Ann, held.BookingId, 1).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void The_timer_announces_a_lapse_once()
    {
        HoldResult held = _show.Hold(Ann, 0);
        long dueMs = _show.Machine.NextDueMs(_show.State);
        Assert.InRange(dueMs, held.ExpiryMs, held.ExpiryMs + ShowtimeMachine.AnnounceStepMs);
        _show.NowMs = _show.Machine.NextDueMs(_show.State);
        _show.Wake();
        Assert.Equal(1, _show.LastEventCount);
        Assert.Equal(long.MaxValue, _show.Machine.NextDueMs(_show.State));
        _show.CheckReplay();
    }

    [Fact]
    public void An_extended_hold_lasts_a_full_period_from_then_and_its_old_token_is_dead()
    {
        HoldResult held = _show.Hold(Ann, 0);
        _show.NowMs += 60_000;
        var extend = new ExtendHold(_show.NowMs, Ann, held.BookingId, held.Token);
        HoldResult extended = _show.Run<ExtendHold, HoldResult>(extend);
        Assert.Equal((BookingCode.Ok, _show.NowMs + ShowtimeTerms.DefaultHoldMs), (extended.Code, extended.ExpiryMs));
        Assert.NotEqual(held.Token, extended.Token);
        Assert.Equal(held.BookingId, extended.BookingId);
        var stale = new ReleaseHold(_show.NowMs, Ann, held.BookingId, held.Token);
        Assert.Equal(BookingCode.HoldSuperseded, _show.Run<ReleaseHold, BookingResult>(stale).Code);
        var again = new ExtendHold(_show.NowMs, Ann, held.BookingId, extended.Token);
        Assert.Equal(BookingCode.NoMoreExtensions, _show.Run<ExtendHold, HoldResult>(again).Code);
        _show.NowMs = held.ExpiryMs;
        Assert.Equal(BookingCode.SeatTaken, _show.Hold(Bob, 0).Code);
        Assert.Equal(BookingCode.Ok, _show.Pay(Ann, held.BookingId, 1).Code);
        Assert.Equal(BookingCode.Ok, _show.Finish(1).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void Somebody_elses_hold_is_as_if_it_were_not_there()
    {
        HoldResult held = _show.Hold(Ann, 0);
        ulong before = _show.Hash;
        Assert.Equal(BookingCode.UnknownBooking, _show.Pay(Bob, held.BookingId, 1).Code);
        var release = new ReleaseHold(_show.NowMs, Bob, held.BookingId, held.Token);
        Assert.Equal(BookingCode.UnknownBooking, _show.Run<ReleaseHold, BookingResult>(release).Code);
        var find = new FindBooking(_show.NowMs, Bob, held.BookingId);
        Assert.Equal(BookingCode.UnknownBooking, _show.Run<FindBooking, HoldResult>(find).Code);
        Assert.Equal(before, _show.Hash);
    }

    [Fact]
    public void A_payment_that_ends_after_the_hold_lapsed_takes_the_seats_again_when_they_are_free()
    {
        HoldResult held = _show.Hold(Ann, 0, 1);
        _show.Pay(Ann, held.BookingId, 1);
        _show.NowMs = held.ExpiryMs + 1;
        PaymentResult late = _show.Finish(1);
        Assert.Equal((BookingCode.Ok, true), (late.Code, late.IsLate));
        Assert.Equal(SeatStatus.Sold, _show.State.Map!.StatusOf(1));
        _show.CheckReplay();
    }

    [Fact]
    public void A_payment_that_ends_after_the_seats_went_to_somebody_else_is_given_back()
    {
        HoldResult held = _show.Hold(Ann, 0, 1);
        _show.Pay(Ann, held.BookingId, 1);
        _show.NowMs = held.ExpiryMs + 1;
        _show.Buy(Bob, 2, 1);
        Assert.Equal(BookingCode.PaymentRefunded, _show.Finish(1).Code);
        Assert.Equal(SeatStatus.Free, _show.State.Map!.StatusOf(0));
        Assert.Equal(BookingCode.UnknownPayment, _show.Finish(1).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void Paying_for_a_lapsed_hold_takes_the_same_seats_again_or_says_they_are_gone()
    {
        HoldResult held = _show.Hold(Ann, 0, 1);
        _show.NowMs = held.ExpiryMs;
        Assert.Equal(BookingCode.Ok, _show.Pay(Ann, held.BookingId, 1, held.Claim).Code);
        Assert.Equal(BookingCode.SeatTaken, _show.Hold(Bob, 1).Code);
        Assert.Equal(BookingCode.Ok, _show.Finish(1).Code);
        HoldResult other = _show.Hold(Ann, 5);
        _show.NowMs = other.ExpiryMs;
        _show.Hold(Bob, 5);
        Assert.Equal(BookingCode.HoldLapsed, _show.Pay(Ann, other.BookingId, 2, other.Claim).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void A_declined_payment_leaves_the_hold_and_may_be_tried_again()
    {
        HoldResult held = _show.Hold(Ann, 0);
        _show.Pay(Ann, held.BookingId, 1);
        Assert.Equal(BookingCode.PaymentRunning, _show.Pay(Ann, held.BookingId, 2).Code);
        Assert.Equal(BookingCode.PaymentDeclined, _show.Finish(1, isApproved: false).Code);
        Assert.Equal(BookingCode.Ok, _show.Pay(Ann, held.BookingId, 3).Code);
        Assert.Equal(BookingCode.Ok, _show.Finish(3).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void A_cancelled_booking_is_refunded_once_and_its_seats_are_free()
    {
        ulong booking = _show.Buy(Ann, 1, 3, 4);
        var cancel = new CancelBooking(_show.NowMs, Ann, booking);
        var foreign = new CancelBooking(_show.NowMs, Bob, booking);
        Assert.Equal(BookingCode.UnknownBooking, _show.Run<CancelBooking, BookingResult>(foreign).Code);
        Assert.Equal(new BookingResult(BookingCode.Ok, 2000), _show.Run<CancelBooking, BookingResult>(cancel));
        Assert.Equal(BookingCode.AlreadyCancelled, _show.Run<CancelBooking, BookingResult>(cancel).Code);
        Assert.Equal(BookingCode.Ok, _show.Hold(Bob, 3, 4).Code);
        _show.CheckReplay();
    }

    [Fact]
    public void Nothing_is_sold_or_given_back_once_the_show_has_begun()
    {
        ulong booking = _show.Buy(Ann, 1, 3);
        HoldResult held = _show.Hold(Ann, 0);
        _show.NowMs = _show.Terms.StartsAtMs;
        Assert.Equal(BookingCode.ShowStarted, _show.Hold(Bob, 1).Code);
        Assert.Equal(BookingCode.ShowStarted, _show.Pay(Ann, held.BookingId, 2).Code);
        var cancel = new CancelBooking(_show.NowMs, Ann, booking);
        Assert.Equal(BookingCode.ShowStarted, _show.Run<CancelBooking, BookingResult>(cancel).Code);
    }

    [Fact]
    public void A_show_that_is_called_off_refunds_everybody()
    {
        ulong booking = _show.Buy(Ann, 1, 3);
        HoldResult held = _show.Hold(Bob, 0);
        _show.Pay(Bob, held.BookingId, 2);
        var off = new ReviseShowtime(_show.NowMs, _show.Terms with { Revision = 2, IsCancelled = true });
        Assert.Equal(new BookingResult(BookingCode.Ok, 1000), _show.Run<ReviseShowtime, BookingResult>(off));
        Assert.Equal(BookingCode.ShowCancelled, _show.Hold(Ann, 8).Code);
        Assert.Equal(BookingCode.PaymentRefunded, _show.Finish(2).Code);
        var find = new FindBooking(_show.NowMs, Ann, booking);
        Assert.Equal(BookingCode.AlreadyCancelled, _show.Run<FindBooking, HoldResult>(find).Code);
        Assert.Equal(_show.State.Map!.SeatCount, _show.State.Map.FreeCount);
        _show.CheckReplay();
    }

    [Fact]
    public void An_earlier_revision_changes_nothing_and_an_open_showtime_keeps_its_plan()
    {
        ulong before = _show.Hash;
        var same = new ReviseShowtime(_show.NowMs, _show.Terms with { HoldMs = 1 });
        Assert.Equal(BookingCode.Ok, _show.Run<ReviseShowtime, BookingResult>(same).Code);
        var plan = new OpenShowtime(_show.NowMs, SeatPlan.Rectangle(2, 2), _show.Terms);
        Assert.Equal(BookingCode.PlanIsFixed, _show.Run<OpenShowtime, BookingResult>(plan).Code);
        Assert.Equal(before, _show.Hash);
    }

    [Fact]
    public void A_copy_shows_a_lapsed_hold_as_free_though_nobody_noticed_yet()
    {
        HoldResult held = _show.Hold(Ann, 0);
        var copy = new SeatsCopy();
        _show.Run<ReadSeats, SeatsReading>(new ReadSeats(_show.NowMs, copy));
        Assert.Equal((byte)SeatStatus.Held, copy.Statuses[0]);
        _show.NowMs = held.ExpiryMs;
        _show.Run<ReadSeats, SeatsReading>(new ReadSeats(_show.NowMs, copy));
        Assert.Equal((byte)SeatStatus.Free, copy.Statuses[0]);
    }

    [Fact]
    public void The_best_seats_are_chosen_and_held_in_one_step()
    {
        var wish = new ReserveBest(_show.NowMs, Ann, new SeatWish(3));
        HoldResult first = _show.Run<ReserveBest, HoldResult>(wish);
        HoldResult second = _show.Run<ReserveBest, HoldResult>(wish with { UserId = Bob });
        Assert.Equal((BookingCode.Ok, BestAvailableRung.Together), (first.Code, first.Rung));
        Assert.Equal(BookingCode.Ok, second.Code);
        Assert.Empty(first.Claim.Seats.Span.ToArray().Intersect(second.Claim.Seats.Span.ToArray()));
        var tooMany = new ReserveBest(_show.NowMs, Ann, new SeatWish(11));
        Assert.Equal(BookingCode.TooMany, _show.Run<ReserveBest, HoldResult>(tooMany).Code);
        _show.CheckReplay();
    }
}
