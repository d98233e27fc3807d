using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.Booking;
using Catalog.Engine.Tests.Core.Machines;

namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>Every command of booking once or more, sent through a node; what was answered, to the last field.</summary>
internal sealed class BookingScript(LinkNode node)
{
    private const ulong Show = 7;
    private const ulong Ann = 11;
    private const ulong Bob = 22;
    private static readonly IdempotencyKey Key = new(1, 2, 3);
    private readonly CatalogueWorld _world = new();
    private long _nowMs = ShowtimeHarness.StartMs;
    private ShowtimeTerms? _terms;

    internal List<string> Answers { get; } = [];

    internal HashSet<Type> Commands { get; } = [];

    private long Now => ++_nowMs;

    internal async Task RunAsync()
    {
        await BlockAsync();
        await HoldAsync();
        await PayAsync();
        await WaitAsync();
        await KeepCatalogueAsync();
    }

    private async Task BlockAsync()
    {
        var plan = SeatPlan.Concert(100, 3, 10);
        _terms = new ShowtimeTerms
        {
            StartsAtMs = ShowtimeHarness.StartMs + 86_400_000,
            ZonePricesCents = [.. Enumerable.Range(1, plan.ZoneCount).Select(static zone => zone * 1000)],
        };
        await ShowAsync<ReserveSeats, HoldResult>(new(Now, Ann, new SeatList(1)));
        await ShowAsync<OpenShowtime, BookingResult>(new(Now, plan, _terms));
        await ShowAsync<ReviseShowtime, BookingResult>(new(Now, _terms with { Revision = 2, HoldMs = 60_000 }));
        await ShowAsync<BlockSeats, BookingResult>(new(Now, new SeatSet([0, 1, 2])));
        await ShowAsync<UnblockSeats, BookingResult>(new(Now, new SeatSet([1, 2])));
        await ShowAsync<BlockPlaces, BookingResult>(new(Now, 0, 10));
        await ShowAsync<UnblockPlaces, BookingResult>(new(Now, 0, 4));
    }

    private async Task HoldAsync()
    {
        var both = new SeatList(3, 4);
        HoldResult held = await ShowAsync<ReserveSeats, HoldResult>(new(Now, Ann, both, Idempotency: Key));
        await ShowAsync<ReserveSeats, HoldResult>(new(Now, Ann, both, Idempotency: Key));
        await ShowAsync<ReserveSeats, HoldResult>(
            new(Now, Ann, new SeatList(5), Idempotency: Key with { PayloadHash = 9 }));
        await ShowAsync<ReserveSeats, HoldResult>(new(Now, Bob, new SeatList(4, 5)));
        await ShowAsync<ReserveSeats, HoldResult>(new(Now, Bob, default, 0, 3));
        await ShowAsync<ReserveBest, HoldResult>(new(Now, Bob, new SeatWish(3)));
        HoldResult longer = await ShowAsync<ExtendHold, HoldResult>(new(Now, Ann, held.BookingId, held.Token));
        await ShowAsync<FindBooking, HoldResult>(new(Now, Ann, held.BookingId));
        await ShowAsync<ReadSeats, SeatsReading>(new(Now, new SeatsCopy()));
        await ShowAsync<ReadSeats, SeatsReading>(new(Now, new SeatsCopy { KeepsLapsed = true }));
        await ShowAsync<ReadHolds, HoldsReading>(new(Now, new HoldsCopy(), 0, 2));
        await ShowAsync<ReleaseHold, BookingResult>(new(Now, Ann, held.BookingId, held.Token));
        await ShowAsync<ReleaseHold, BookingResult>(new(Now, Ann, held.BookingId, longer.Token));
    }

    private async Task PayAsync()
    {
        HoldResult held = await ShowAsync<ReserveSeats, HoldResult>(new(Now, Ann, new SeatList(3, 4)));
        await ShowAsync<StartPayment, PaymentResult>(
            new(Now, Ann, held.BookingId, default, 70, Idempotency: new(5, 6, 7, IdempotencyPhase.Start)));
        await ShowAsync<FinishPayment, PaymentResult>(
            new(Now, 70, true, new IdempotencyKey(5, 6, 7, IdempotencyPhase.Finish)));
        await ShowAsync<CancelBooking, BookingResult>(new(Now, Bob, held.BookingId));
        await ShowAsync<CancelBooking, BookingResult>(new(Now, Ann, held.BookingId));
    }

    private async Task WaitAsync()
    {
        var wish = new WaitingWish { Count = 2, MaxPriceCents = 1 };
        await ShowAsync<JoinWaitingList, WaitingAnswer>(new(Now, Bob, wish));
        await ShowAsync<FindWaiting, WaitingAnswer>(new(Now, Bob));
        await ShowAsync<LeaveWaitingList, WaitingAnswer>(new(Now, Bob));
        await ShowAsync<ReviseShowtime, BookingResult>(new(Now, _terms! with { Revision = 3, HasWaitingRoom = true }));
        await ShowAsync<EnterWaitingRoom, VisitorAnswer>(new(Now, Bob));
        await ShowAsync<FindVisitor, VisitorAnswer>(new(Now, Bob));
        await ShowAsync<RenewVisitor, VisitorAnswer>(new(Now, Bob));
        await ShowAsync<LeaveWaitingRoom, VisitorAnswer>(new(Now, Bob));
    }

    private async Task KeepCatalogueAsync()
    {
        long now = _world.NowMs;
        await KeepAsync(new SaveTheater(now, CatalogueWorld.Theater(), 0));
        await KeepAsync(new SaveMovie(now, CatalogueWorld.Movie(), 0));
        await KeepAsync(new SaveMovie(now, CatalogueWorld.Movie(2), 0));
        await KeepAsync(new SaveShowtime(now, _world.Showtime(), 0));
        await KeepAsync(new ImportCatalogue(now, new CatalogueBatch
        {
            Theaters = [CatalogueWorld.Theater(5)],
            Movies = [CatalogueWorld.Movie(5)],
            Showtimes = [_world.Showtime(5, 9 * CatalogueWorld.Hour, 5)],
        }));
        await KeepAsync(new RemoveTheater(now, 1, 1));
        await KeepAsync(new RemoveMovie(now, 2, 1));
        await KeepAsync(new CancelShowtime(now, 1, 1));
    }

    private Task<TResult> ShowAsync<TCommand, TResult>(TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        SendAsync<ShowtimeState, TCommand, TResult>(node.Showtimes, Show, command);

    private Task KeepAsync<TCommand>(TCommand command)
        where TCommand : struct, ICommand<CatalogueResult> =>
        SendAsync<CatalogueState, TCommand, CatalogueResult>(node.Catalogue, CatalogueMachine.Key, command);

    private async Task<TResult> SendAsync<TState, TCommand, TResult>(
        SystemHandle<TState> handle, ulong key, TCommand command)
        where TState : class
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        Reply<TResult> reply = await handle.ExecuteAsync<TCommand, TResult>(key, in command);
        Answers.Add($"{typeof(TCommand).Name}: {reply.Status} {ValueText.Of(reply.Value)}");
        Commands.Add(typeof(TCommand));
        return reply.Value;
    }
}
