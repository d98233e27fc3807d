using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Ids;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Booking;

/// <summary>
/// Seat booking for a program's own use: a method a request, with time and ids filled in. Every answer is durable.
/// </summary>
/// <remarks>Thread-safe. Nothing is allocated a call in steady state for numbered seats.</remarks>
public sealed class SeatBooking
{
    private readonly SystemHandle<ShowtimeState> _showtimes;
    private readonly IdGenerator _ids;
    private readonly TimeProvider _clock;

    /// <summary>Adds seat booking to an engine that is not started yet.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="clock">The time.</param>
    /// <param name="node">This process among those that make ids, 0 to 1023.</param>
    public SeatBooking(CatalogEngine engine, TimeProvider clock, int node = 0)
        : this(Added(engine), new IdGenerator(node, clock), clock)
    {
    }

    /// <summary>Uses showtimes that were added to an engine elsewhere.</summary>
    public SeatBooking(SystemHandle<ShowtimeState> showtimes, IdGenerator ids, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(showtimes);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(clock);
        _showtimes = showtimes;
        _ids = ids;
        _clock = clock;
    }

    /// <summary>The partitions below, for groups of commands.</summary>
    public SystemHandle<ShowtimeState> Showtimes => _showtimes;

    /// <summary>Now, milliseconds since 1970.</summary>
    public long NowMs => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Puts a showtime on sale.</summary>
    public ValueTask<Reply<BookingResult>> OpenAsync(ulong showtimeId, SeatPlan plan, ShowtimeTerms terms) =>
        _showtimes.ExecuteAsync<OpenShowtime, BookingResult>(showtimeId, new OpenShowtime(NowMs, plan, terms));

    /// <summary>Changes the terms of a showtime on sale.</summary>
    public ValueTask<Reply<BookingResult>> ReviseAsync(ulong showtimeId, ShowtimeTerms terms) =>
        _showtimes.ExecuteAsync<ReviseShowtime, BookingResult>(showtimeId, new ReviseShowtime(NowMs, terms));

    /// <summary>Holds seats, all of them or none.</summary>
    public ValueTask<Reply<HoldResult>> HoldAsync(
        ulong showtimeId, ulong userId, SeatList seats, IdempotencyKey idempotency = default) =>
        ReserveAsync(showtimeId, new ReserveSeats(NowMs, userId, seats, Idempotency: idempotency));

    /// <summary>Holds seats and places as a full request says; its time is used as it is.</summary>
    public ValueTask<Reply<HoldResult>> ReserveAsync(ulong showtimeId, in ReserveSeats request) =>
        _showtimes.ExecuteAsync<ReserveSeats, HoldResult>(showtimeId, in request);

    /// <summary>Holds the best seats that fit a wish.</summary>
    public ValueTask<Reply<HoldResult>> HoldBestAsync(
        ulong showtimeId, ulong userId, SeatWish wish, IdempotencyKey idempotency = default) =>
        _showtimes.ExecuteAsync<ReserveBest, HoldResult>(
            showtimeId, new ReserveBest(NowMs, userId, wish, idempotency));

    /// <summary>Gives a hold back.</summary>
    public ValueTask<Reply<BookingResult>> ReleaseAsync(
        ulong showtimeId, ulong userId, ulong bookingId, HoldToken token = default) =>
        _showtimes.ExecuteAsync<ReleaseHold, BookingResult>(
            showtimeId, new ReleaseHold(NowMs, userId, bookingId, token));

    /// <summary>Takes a hold from whoever has it, for the box office.</summary>
    public ValueTask<Reply<BookingResult>> ReleaseByHouseAsync(ulong showtimeId, ulong bookingId) =>
        _showtimes.ExecuteAsync<ReleaseHold, BookingResult>(
            showtimeId, new ReleaseHold(NowMs, 0, bookingId, HoldToken.None, IsByHouse: true));

    /// <summary>Copies a page of a showtime's live holds, oldest first.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Reply<BookingResult>> ReadHoldsAsync(
        ulong showtimeId, HoldsCopy target, ulong afterGeneration, int limit)
    {
        ArgumentNullException.ThrowIfNull(target);
        Reply<HoldsReading> reply = await _showtimes.ExecuteAsync<ReadHolds, HoldsReading>(
            showtimeId, new ReadHolds(NowMs, target, afterGeneration, limit));
        if (!reply.HasValue) return new(reply.Status, default);
        if (!ReferenceEquals(reply.Value.Copy, target)) target.TakeOver(reply.Value.Copy);
        return new(reply.Status, new BookingResult(reply.Value.Code));
    }

    /// <summary>Makes a hold last a full period from now.</summary>
    public ValueTask<Reply<HoldResult>> ExtendAsync(
        ulong showtimeId, ulong userId, ulong bookingId, HoldToken token = default) =>
        _showtimes.ExecuteAsync<ExtendHold, HoldResult>(showtimeId, new ExtendHold(NowMs, userId, bookingId, token));

    /// <summary>
    /// Begins paying for a hold; ask the payment provider when the answer is Ok, then <see cref="FinishPaymentAsync"/>.
    /// </summary>
    /// <param name="showtimeId">The showtime.</param>
    /// <param name="hold">Whose booking, with which fencing token, if any.</param>
    /// <param name="lapsed">What the hold had, for when it has lapsed; <c>default</c> when not known.</param>
    /// <param name="idempotency">Makes repeating harmless.</param>
    public ValueTask<Reply<PaymentResult>> StartPaymentAsync(
        ulong showtimeId, HoldReference hold, SeatClaim lapsed = default, IdempotencyKey idempotency = default)
    {
        var id = (ulong)_ids.Next();
        var start = new StartPayment(NowMs, hold.UserId, hold.BookingId, hold.Token, id, lapsed, idempotency);
        return _showtimes.ExecuteAsync<StartPayment, PaymentResult>(showtimeId, in start);
    }

    /// <summary>Ends a payment as the provider said.</summary>
    public ValueTask<Reply<PaymentResult>> FinishPaymentAsync(
        ulong showtimeId, ulong paymentId, bool isApproved, IdempotencyKey idempotency = default) =>
        _showtimes.ExecuteAsync<FinishPayment, PaymentResult>(
            showtimeId, new FinishPayment(NowMs, paymentId, isApproved, idempotency));

    /// <summary>Cancels a sold booking and refunds it.</summary>
    public ValueTask<Reply<BookingResult>> CancelAsync(
        ulong showtimeId,
        ulong userId,
        ulong bookingId,
        bool isByHouse = false,
        IdempotencyKey idempotency = default) =>
        _showtimes.ExecuteAsync<CancelBooking, BookingResult>(
            showtimeId, new CancelBooking(NowMs, userId, bookingId, isByHouse, idempotency));

    /// <summary>Takes free seats out of sale.</summary>
    public ValueTask<Reply<BookingResult>> BlockAsync(ulong showtimeId, SeatSet seats) =>
        _showtimes.ExecuteAsync<BlockSeats, BookingResult>(showtimeId, new BlockSeats(NowMs, seats));

    /// <summary>Puts blocked seats back on sale.</summary>
    public ValueTask<Reply<BookingResult>> UnblockAsync(ulong showtimeId, SeatSet seats) =>
        _showtimes.ExecuteAsync<UnblockSeats, BookingResult>(showtimeId, new UnblockSeats(NowMs, seats));

    /// <summary>Takes free places of a general-admission area out of sale.</summary>
    public ValueTask<Reply<BookingResult>> BlockPlacesAsync(ulong showtimeId, byte area, int places) =>
        _showtimes.ExecuteAsync<BlockPlaces, BookingResult>(showtimeId, new BlockPlaces(NowMs, area, places));

    /// <summary>Puts blocked places of a general-admission area back on sale.</summary>
    public ValueTask<Reply<BookingResult>> UnblockPlacesAsync(ulong showtimeId, byte area, int places) =>
        _showtimes.ExecuteAsync<UnblockPlaces, BookingResult>(showtimeId, new UnblockPlaces(NowMs, area, places));

    /// <summary>Copies a showtime's seats as they are.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Reply<BookingResult>> ReadSeatsAsync(ulong showtimeId, SeatsCopy target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Reply<SeatsReading> reply = await _showtimes.ExecuteAsync<ReadSeats, SeatsReading>(
            showtimeId, new ReadSeats(NowMs, target));
        if (!reply.HasValue) return new(reply.Status, default);
        if (!ReferenceEquals(reply.Value.Copy, target)) target.TakeOver(reply.Value.Copy);
        return new(reply.Status, new BookingResult(reply.Value.Code));
    }

    /// <summary>Looks a booking up.</summary>
    public ValueTask<Reply<HoldResult>> FindAsync(ulong showtimeId, ulong userId, ulong bookingId) =>
        _showtimes.ExecuteAsync<FindBooking, HoldResult>(showtimeId, new FindBooking(NowMs, userId, bookingId));

    /// <summary>Waits for seats to come back.</summary>
    public ValueTask<Reply<WaitingAnswer>> JoinWaitingListAsync(
        ulong showtimeId, ulong userId, WaitingWish wish, IdempotencyKey idempotency = default) =>
        _showtimes.ExecuteAsync<JoinWaitingList, WaitingAnswer>(
            showtimeId, new JoinWaitingList(NowMs, userId, wish, idempotency));

    /// <summary>Stops waiting.</summary>
    public ValueTask<Reply<WaitingAnswer>> LeaveWaitingListAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<LeaveWaitingList, WaitingAnswer>(showtimeId, new LeaveWaitingList(NowMs, userId));

    /// <summary>Where a user stands on the waiting list.</summary>
    public ValueTask<Reply<WaitingAnswer>> FindWaitingAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<FindWaiting, WaitingAnswer>(showtimeId, new FindWaiting(NowMs, userId));

    /// <summary>Queues up in the waiting room, or is let in at once.</summary>
    public ValueTask<Reply<VisitorAnswer>> EnterWaitingRoomAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<EnterWaitingRoom, VisitorAnswer>(showtimeId, new EnterWaitingRoom(NowMs, userId));

    /// <summary>Leaves the waiting room or hands the pass back.</summary>
    public ValueTask<Reply<VisitorAnswer>> LeaveWaitingRoomAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<LeaveWaitingRoom, VisitorAnswer>(showtimeId, new LeaveWaitingRoom(NowMs, userId));

    /// <summary>Where a visitor of the waiting room stands.</summary>
    public ValueTask<Reply<VisitorAnswer>> FindVisitorAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<FindVisitor, VisitorAnswer>(showtimeId, new FindVisitor(NowMs, userId));

    /// <summary>Where a visitor of the waiting room stands, as a sign of life that keeps the place.</summary>
    public ValueTask<Reply<VisitorAnswer>> RenewVisitorAsync(ulong showtimeId, ulong userId) =>
        _showtimes.ExecuteAsync<RenewVisitor, VisitorAnswer>(showtimeId, new RenewVisitor(NowMs, userId));

    private static SystemHandle<ShowtimeState> Added(CatalogEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Add(new ShowtimeMachine());
    }
}
