using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;

namespace Catalog.Engine.Tests.Simulation;

/// <content>The requests, one by one.</content>
internal sealed partial class Clients
{
    private static readonly SeatPlan[] Plans =
    [
        SeatPlan.Rectangle(1, 3),
        SeatPlan.Rectangle(2, 4),
        SeatPlan.Cinema(3, 2, 3),
        SeatPlan.Concert(6, 2, 4),
    ];

    private ClientCommand Open(ulong showtime)
    {
        SeatPlan plan = Plans[_random.Next(Plans.Length)];
        var terms = new ShowtimeTerms
        {
            StartsAtMs = _beganMs + (_random.Next(6) == 0 ? 180_000 : 2_592_000_000),
            OnSaleAtMs = _random.Next(4) == 0 ? _beganMs + 3_000 : 0,
            ZonePricesCents = [.. Enumerable.Range(1, plan.ZoneCount).Select(static zone => zone * 1000)],
            HoldMs = 2_000 + _random.Next(40_000),
            OfferMs = 4_000 + _random.Next(40_000),
            MaxExtensions = _random.Next(3),
            HasWaitingRoom = _hasWaitingRooms && _random.Next(2) == 0,
        };
        return new ClientCommand<OpenShowtime, BookingResult>(
            showtime, default, (now, _) => new OpenShowtime(now, plan, terms), null);
    }

    private ClientCommand Revise(ulong showtime, ShowtimeTerms terms, bool isCancelled)
    {
        ShowtimeTerms revised = terms with
        {
            Revision = terms.Revision + _random.Next(3),
            HoldMs = 2_000 + _random.Next(40_000),
            ZonePricesCents = [.. terms.ZonePricesCents.Select(cents => cents + _random.Next(100))],
            HasWaitingRoom = _hasWaitingRooms && _random.Next(2) == 0,
            IsCancelled = isCancelled,
        };
        return new ClientCommand<ReviseShowtime, BookingResult>(
            showtime, default, (now, _) => new ReviseShowtime(now, revised), null);
    }

    private ClientCommand Reserve(ulong showtime, ulong user, SeatPlan plan)
    {
        int start = _random.Next(plan.SeatCount);
        int count = Math.Min(_random.Next(4), plan.SeatCount - start);
        Span<ushort> seats = stackalloc ushort[count];
        for (int i = 0; i < count; i++) seats[i] = (ushort)(start + i);
        if (count > 1 && _random.Next(20) == 0) seats[1] = seats[0];
        var list = new SeatList(seats);
        byte places = (byte)(plan.AreaCount > 0 ? _random.Next(4) : 0);
        bool needsAccess = _random.Next(3) == 0;
        return new ClientCommand<ReserveSeats, HoldResult>(
            showtime,
            Key(user),
            (now, key) => new ReserveSeats(now, user, list, 0, places, needsAccess, key),
            result => Learn(showtime, user, result));
    }

    private ClientCommand ReserveBest(ulong showtime, ulong user)
    {
        var wish = new SeatWish(1 + _random.Next(4), AllowSplit: _random.Next(2) == 0);
        return new ClientCommand<ReserveBest, HoldResult>(
            showtime,
            Key(user),
            (now, key) => new ReserveBest(now, user, wish, key),
            result => Learn(showtime, user, result));
    }

    private ClientCommand Release(KnownBooking known) => new ClientCommand<ReleaseHold, BookingResult>(
        known.ShowtimeId,
        Key(known.UserId),
        (now, key) => new ReleaseHold(
            now, known.UserId, known.BookingId, known.Token, key, IsByHouse: known.BookingId % 5 == 0),
        null);

    private ClientCommand Extend(KnownBooking known) => new ClientCommand<ExtendHold, HoldResult>(
        known.ShowtimeId,
        Key(known.UserId),
        (now, key) => new ExtendHold(now, known.UserId, known.BookingId, known.Token, key),
        result => Learn(known.ShowtimeId, known.UserId, result));

    private ClientCommand StartPayment(KnownBooking known, SeatClaim lapsed)
    {
        ulong paymentId = ++_lastPaymentId;
        IdempotencyKey own = Key(known.UserId, IdempotencyPhase.Start);
        return new ClientCommand<StartPayment, PaymentResult>(
            known.ShowtimeId,
            own,
            (now, key) => new StartPayment(
                now, known.UserId, known.BookingId, known.Token, paymentId, lapsed, key),
            result => LearnPayment(known.ShowtimeId, result.PaymentId, own));
    }

    private ClientCommand PayLapsed(KnownBooking known)
    {
        SeatClaim claim = known.Claim;
        // Once in a while under a number nobody was given.
        if (_random.Next(10) == 0) known = known with { BookingId = known.BookingId + (1UL << _random.Next(16, 24)) };
        return StartPayment(known, claim);
    }

    private ClientCommand FinishPayment(ulong showtime)
    {
        KnownPayment known = new(showtime, _lastPaymentId + 1000, default);
        if (_payments.Count > 0)
        {
            int index = _payments.Count - 1 - Math.Min(_random.Next(_payments.Count), _random.Next(4));
            known = _payments[index];
            if (_random.Next(4) > 0) _payments.RemoveAt(index);
        }

        bool isApproved = _random.Next(4) > 0;
        IdempotencyKey key = known.Key.IsNone ? default : known.Key with { Phase = IdempotencyPhase.Finish };
        return new ClientCommand<FinishPayment, PaymentResult>(
            known.ShowtimeId, key, (now, k) => new FinishPayment(now, known.PaymentId, isApproved, k), null);
    }

    private ClientCommand Cancel(KnownBooking known)
    {
        bool isByHouse = _random.Next(8) == 0;
        return new ClientCommand<CancelBooking, BookingResult>(
            known.ShowtimeId,
            Key(known.UserId),
            (now, key) => new CancelBooking(now, known.UserId, known.BookingId, isByHouse, key),
            null);
    }

    private static ClientCommand Block(ulong showtime, SeatSet seats) => new ClientCommand<BlockSeats, BookingResult>(
        showtime, default, (now, _) => new BlockSeats(now, seats), null);

    private static ClientCommand Unblock(ulong showtime, SeatSet seats) =>
        new ClientCommand<UnblockSeats, BookingResult>(
            showtime, default, (now, _) => new UnblockSeats(now, seats), null);

    private static ClientCommand BlockPlaces(ulong showtime, int places) =>
        new ClientCommand<BlockPlaces, BookingResult>(
            showtime, default, (now, _) => new BlockPlaces(now, 0, places), null);

    private static ClientCommand UnblockPlaces(ulong showtime, int places) =>
        new ClientCommand<UnblockPlaces, BookingResult>(
            showtime, default, (now, _) => new UnblockPlaces(now, 0, places), null);

    private ClientCommand ReadSeats(ulong showtime)
    {
        var holds = new HoldsCopy();
        if (_random.Next(3) == 0)
        {
            return new ClientCommand<ReadHolds, HoldsReading>(
                showtime, default, (now, _) => new ReadHolds(now, holds, 0, int.MaxValue), null);
        }

        var copy = new SeatsCopy();
        return new ClientCommand<ReadSeats, SeatsReading>(
            showtime, default, (now, _) => new ReadSeats(now, copy), null);
    }

    private ClientCommand Wait(ClientWish wish, ulong showtime, ulong user) => wish switch
    {
        ClientWish.JoinWaiting => Join(showtime, user),
        ClientWish.LeaveWaiting => new ClientCommand<LeaveWaitingList, WaitingAnswer>(
            showtime, default, (now, _) => new LeaveWaitingList(now, user), null),
        ClientWish.EnterRoom => new ClientCommand<EnterWaitingRoom, VisitorAnswer>(
            showtime, default, (now, _) => new EnterWaitingRoom(now, user), null),
        ClientWish.LeaveRoom => new ClientCommand<LeaveWaitingRoom, VisitorAnswer>(
            showtime, default, (now, _) => new LeaveWaitingRoom(now, user), null),
        _ when _random.Next(2) == 0 => new ClientCommand<FindWaiting, WaitingAnswer>(
            showtime, default, (now, _) => new FindWaiting(now, user), null),
        _ when _random.Next(4) > 0 => new ClientCommand<RenewVisitor, VisitorAnswer>(
            showtime, default, (now, _) => new RenewVisitor(now, user), null),
        _ => new ClientCommand<FindVisitor, VisitorAnswer>(
            showtime, default, (now, _) => new FindVisitor(now, user), null),
    };

    private ClientCommand Join(ulong showtime, ulong user)
    {
        var wish = new WaitingWish { Count = (byte)(1 + _random.Next(3)), Kind = (WishKind)_random.Next(3) };
        return new ClientCommand<JoinWaitingList, WaitingAnswer>(
            showtime, Key(user), (now, key) => new JoinWaitingList(now, user, wish, key), null);
    }

    private void LearnPayment(ulong showtime, ulong paymentId, IdempotencyKey key)
    {
        if (paymentId != 0) _payments.Add(new KnownPayment(showtime, paymentId, key));
    }
}
