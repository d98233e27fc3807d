using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Booking;

public sealed class ShowtimeWaitingTests
{
    private static readonly long PatienceMs = new GateOptions().PatienceMs;
    private const ulong Ann = 11;
    private const ulong Bob = 22;
    private const ulong Cem = 33;
    private readonly ShowtimeHarness _show = new(SeatPlan.Rectangle(1, 4));

    [Fact]
    public void Nobody_waits_while_seats_that_fit_are_free()
    {
        Assert.Equal(BookingCode.SeatsAreFree, Join(Ann, 2).Code);
        _show.Hold(Bob, 0, 1, 2);
        Assert.Equal(new WaitingAnswer(BookingCode.Ok, 1), Join(Ann, 2));
        Assert.Equal(new WaitingAnswer(BookingCode.AlreadyWaiting, 1), Join(Ann, 2));
        _show.CheckReplay();
    }

    [Fact]
    public void Seats_that_lapse_are_offered_to_the_first_whose_wish_they_fit_before_anybody_sees_them_free()
    {
        HoldResult held = _show.Hold(Bob, 0, 1, 2, 3);
        Join(Ann, 2);
        Join(Cem, 2);
        _show.NowMs = held.ExpiryMs + ShowtimeMachine.AnnounceStepMs;
        _show.Wake();
        Assert.Equal(4, _show.State.Map!.HeldCount);
        Assert.Equal(BookingCode.SeatTaken, _show.Hold(Bob, 0).Code);
        var find = new FindWaiting(_show.NowMs, Ann);
        Assert.Equal(BookingCode.NotWaiting, _show.Run<FindWaiting, WaitingAnswer>(find).Code);
        _show.Reload();
        _show.CheckReplay();
    }

    [Fact]
    public void An_offer_is_paid_like_a_hold_and_goes_to_the_next_when_it_lapses()
    {
        ulong booking = _show.Buy(Bob, 1, 0, 1, 2, 3);
        Join(Ann, 3);
        Join(Cem, 3);
        _show.Run<CancelBooking, BookingResult>(new CancelBooking(_show.NowMs, Bob, booking));
        HoldRecord offer = OnlyHold();
        Assert.Equal((Ann, HoldKind.Offer), (offer.Owner, offer.Kind));
        _show.NowMs = offer.ExpiryMs + ShowtimeMachine.AnnounceStepMs;
        _show.Wake();
        offer = OnlyHold();
        Assert.Equal(Cem, offer.Owner);
        Assert.Equal(BookingCode.Ok, _show.Pay(Cem, offer.Token.Value, 2).Code);
        Assert.Equal(BookingCode.Ok, _show.Finish(2).Code);
        Assert.Equal(3, _show.State.Map!.SoldCount);
        _show.CheckReplay();
    }

    [Fact]
    public void Whoever_leaves_the_list_is_not_offered_anything()
    {
        ulong booking = _show.Buy(Bob, 1, 0, 1, 2, 3);
        Join(Ann, 3);
        Assert.Equal(BookingCode.Ok, _show.Run<LeaveWaitingList, WaitingAnswer>(new(_show.NowMs, Ann)).Code);
        Assert.Equal(BookingCode.NotWaiting, _show.Run<LeaveWaitingList, WaitingAnswer>(new(_show.NowMs, Ann)).Code);
        _show.Run<CancelBooking, BookingResult>(new CancelBooking(_show.NowMs, Bob, booking));
        Assert.Equal(0, _show.State.Map!.HeldCount);
        _show.CheckReplay();
    }

    [Fact]
    public void The_waiting_room_lets_in_as_many_as_the_supply_can_serve()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 10), terms => terms with { HasWaitingRoom = true });
        Assert.Equal(BookingCode.NotAdmitted, show.Hold(Ann, 0).Code);
        for (ulong user = 1; user <= 20; user++) Enter(show, user);
        Assert.True(Enter(show, 6).IsAdmitted);
        VisitorAnswer queued = Enter(show, 7);
        Assert.Equal((false, 1), (queued.IsAdmitted, queued.Position));
        Assert.Equal(BookingCode.Ok, show.Hold(1, 0, 1).Code);
        Assert.Equal(BookingCode.NotAdmitted, show.Hold(7, 2).Code);
        show.Run<LeaveWaitingRoom, VisitorAnswer>(new LeaveWaitingRoom(show.NowMs, 2));
        show.Run<LeaveWaitingRoom, VisitorAnswer>(new LeaveWaitingRoom(show.NowMs, 3));
        Assert.True(Enter(show, 7).IsAdmitted);
        show.Reload();
        show.CheckReplay();
    }

    [Fact]
    public void Passes_end_and_the_next_are_let_in_by_the_clock()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true });
        for (ulong user = 1; user <= 6; user++) Enter(show, user);
        long endMs = Renew(show, 1).PassUntilMs;
        while (show.NowMs < endMs)
        {
            Assert.False(Renew(show, 6).IsAdmitted);
            show.NowMs = Math.Min(show.Machine.NextDueMs(show.State), show.NowMs + (PatienceMs / 2));
            show.Wake();
        }

        Assert.True(Renew(show, 6).IsAdmitted);
        show.CheckReplay();
    }

    [Fact]
    public void Who_queues_without_a_sign_of_life_loses_the_place()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true });
        for (ulong user = 1; user <= 6; user++) Enter(show, user);
        Assert.Equal([1, 2, 3], Enumerable.Range(4, 3).Select(user => Renew(show, (ulong)user).Position));
        show.NowMs += PatienceMs - 1;
        Assert.Equal(2, Renew(show, 5).Position);
        show.NowMs += 1;
        Assert.Equal(BookingCode.NotInWaitingRoom, Renew(show, 4).Code);
        Assert.Equal((1, 3), (Renew(show, 5).Position, show.State.Gate!.PassCount));
        Assert.Equal(BookingCode.NotInWaitingRoom, Renew(show, 6).Code);
        Assert.Equal(2, Enter(show, 6).Position);
        show.Reload();
        show.CheckReplay();
    }

    [Fact]
    public void Lost_places_are_announced_by_the_clock_and_never_let_in()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true });
        for (ulong user = 1; user <= 5; user++) Enter(show, user);
        show.NowMs += PatienceMs;
        show.Run<LeaveWaitingRoom, VisitorAnswer>(new LeaveWaitingRoom(show.NowMs, 1));
        Assert.Equal((0, 2), (show.State.Gate!.WaitingCount, show.State.Gate.PassCount));
        Enter(show, 6);
        Enter(show, 7);
        Assert.InRange(show.Machine.NextDueMs(show.State), show.NowMs + PatienceMs, show.NowMs + PatienceMs + 1_000);
        show.NowMs = show.Machine.NextDueMs(show.State);
        show.Wake();
        Assert.Equal(0, show.State.Gate.WaitingCount);
        show.CheckReplay();
    }

    [Fact]
    public void A_sign_of_life_costs_a_fact_only_now_and_then()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true });
        for (ulong user = 1; user <= 4; user++) Enter(show, user);
        ulong before = show.Hash;
        for (int second = 0; second < 29; second++)
        {
            show.NowMs += 1_000;
            Renew(show, 4);
        }

        Assert.Equal(before, show.Hash);
        show.NowMs += 1_000;
        Renew(show, 4);
        Assert.NotEqual(before, show.Hash);
        Assert.Equal(show.NowMs, show.State.Gate!.LastHeardMs(4));
    }

    [Fact]
    public void Visitors_may_queue_before_sale_begins_and_are_let_in_when_it_does()
    {
        long onSaleAtMs = ShowtimeHarness.StartMs + 60_000;
        var show = new ShowtimeHarness(
            SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true, OnSaleAtMs = onSaleAtMs });
        Assert.False(Enter(show, Ann).IsAdmitted);
        Assert.Equal(onSaleAtMs, show.Machine.NextDueMs(show.State));
        show.NowMs = onSaleAtMs;
        show.Wake();
        Assert.True(Enter(show, Ann).IsAdmitted);
        show.CheckReplay();
    }

    [Fact]
    public void Timers_end_once_the_show_has_begun()
    {
        var show = new ShowtimeHarness(SeatPlan.Rectangle(1, 4), terms => terms with { HasWaitingRoom = true });
        for (ulong user = 1; user <= 9; user++) Enter(show, user);
        show.NowMs = show.Terms.StartsAtMs + 1;
        for (int i = 0; i < 5 && show.Machine.NextDueMs(show.State) <= show.NowMs; i++) show.Wake();
        Assert.True(show.Machine.NextDueMs(show.State) > show.NowMs);
        show.CheckReplay();
    }

    private static VisitorAnswer Renew(ShowtimeHarness show, ulong user) =>
        show.Run<RenewVisitor, VisitorAnswer>(new RenewVisitor(show.NowMs, user));

    private static VisitorAnswer Enter(ShowtimeHarness show, ulong user) =>
        show.Run<EnterWaitingRoom, VisitorAnswer>(new EnterWaitingRoom(show.NowMs, user));

    private WaitingAnswer Join(ulong user, byte count)
    {
        var wish = new WaitingWish { Count = count, Kind = WishKind.SeatsTogether };
        return _show.Run<JoinWaitingList, WaitingAnswer>(new JoinWaitingList(_show.NowMs, user, wish));
    }

    private HoldRecord OnlyHold()
    {
        HoldRecord only = default;
        int count = 0;
        foreach (HoldRecord hold in _show.State.Map!.Holds())
        {
            only = hold;
            count++;
        }

        Assert.Equal(1, count);
        return only;
    }
}
