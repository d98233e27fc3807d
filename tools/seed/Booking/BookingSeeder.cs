using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Seed.Shared;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Booking.Live;
using Catalog.Shell.Booking.Payments;

namespace Catalog.Seed.Booking;

/// <summary>
/// Seat booking: theaters, films, half a year of showtimes and bookings, a month of showtimes to come, and people. All
/// of it comes about through the machines' own commands, so it obeys every rule the server enforces.
/// </summary>
internal sealed class BookingSeeder : ISystemSeeder
{
    // An import's facts are durable together and so bounded; so many showtimes are far below that.
    private const int ImportSize = 5_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Consumers { get; } =
    [
        NotificationConsumer.ConsumerName, InventorySync.ConsumerName, RefundConsumer.ConsumerName,
        ShowtimeSync.ConsumerName,
    ];

    /// <inheritdoc/>
    public string Name => "booking";

    /// <inheritdoc/>
    public string Description =>
        "Seat booking. Scale 1: 100 theaters in 10 cities, 500 films, 10,000 showtimes in the next 30 days, "
        + "50,000 people, 1,000,000 bookings in the last 6 months.";

    /// <inheritdoc/>
    public double MaxScale => Volumes.MaxScale;

    /// <inheritdoc/>
    public void AddModels(SeedEngine engine)
    {
        engine.Add(new CatalogueView());
        engine.Add(new UserBookings());
        AddOtherModels(engine);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string What, long Count)>> SeedAsync(SeedRequest request, ISeedProgress progress)
    {
        var volumes = new Volumes(request);
        long beginMs = Season.DayOf(request.NowMs) - ((Volumes.PastDays + 2) * Season.DayMs);
        await using var engine = new SeedEngine(request.DataPath, beginMs);
        SystemHandle<AccountsState> accounts = engine.Engine.Add(new AccountMachine());
        SystemHandle<ShowtimeState> showtimes = engine.Engine.Add(new ShowtimeMachine());
        SystemHandle<CatalogueState> catalogue = engine.Engine.Add(new CatalogueMachine());
        ProjectionView<CatalogueView> view = engine.Add(new CatalogueView());
        ProjectionView<UserBookings> bookings = engine.Add(new UserBookings());
        AddOtherModels(engine);
        foreach (ISystemSeeder system in Systems.All.Where(static each => each is not BookingSeeder))
            system.AddModels(engine);
        await engine.StartAsync();
        var people = new DemoPeople(accounts);
        if (await people.AnyAsync(beginMs) || view.Read(static all => all.TheaterCount + all.MovieCount) > 0)
            throw SeedRefusedException.NotEmpty(request.DataPath);

        engine.MarkUnfinished();
        progress.Begin("Inventing the world", 1);
        World world = World.Create(request, volumes);
        progress.Begin("People", volumes.Users);
        await people.RegisterAsync(world.Accounts, beginMs, progress);
        progress.Begin("Theaters, films, showtimes", world.Showtimes.Length);
        await ImportAsync(catalogue, world, progress);
        progress.Begin("Planning bookings", 1);
        Step[] steps = Plan(world, volumes, request);
        progress.Begin("Booking", steps.Length);
        await new BookingPlayer(world, showtimes).PlayAsync(steps, progress);
        progress.Begin("Saving", 1);
        await engine.CatchUpAsync();
        long facts = engine.CountFacts();
        await engine.FinishAsync(Systems.All.SelectMany(static system => system.Consumers));
        if (request.TruthPath is not null) await File.WriteAllTextAsync(request.TruthPath, world.Planted.ToJson());
        return Summarise(world, volumes, bookings, facts);
    }

    private static void AddOtherModels(SeedEngine engine)
    {
        engine.Add(new UserWaits());
        engine.Add(new BookingInsight());
        engine.Add(new RecentBookings());
    }

    private static Step[] Plan(World world, Volumes volumes, SeedRequest request)
    {
        int[] spread = Demand.Spread(world, volumes.Bookings, request.ChanceFor(6));
        return new BookingPlanner(world, request.ChanceFor(7)).Plan(spread);
    }

    private static async Task ImportAsync(
        SystemHandle<CatalogueState> catalogue, World world, ISeedProgress progress)
    {
        await ImportAsync(catalogue, world, new CatalogueBatch { Theaters = world.Theaters, Movies = world.Movies });
        for (int from = 0; from < world.Showtimes.Length; from += ImportSize)
        {
            int to = Math.Min(from + ImportSize, world.Showtimes.Length);
            await ImportAsync(catalogue, world, new CatalogueBatch { Showtimes = world.Showtimes[from..to] });
            progress.Report(to);
        }
    }

    private static async Task ImportAsync(SystemHandle<CatalogueState> catalogue, World world, CatalogueBatch batch)
    {
        var import = new ImportCatalogue(world.BeginMs, batch);
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<ImportCatalogue, CatalogueResult>(CatalogueMachine.Key, in import);
        if (!reply.HasValue || !reply.Value.IsDone) throw new InvalidOperationException($"Import refused: {reply}.");
    }

    private static (string What, long Count)[] Summarise(
        World world, Volumes volumes, ProjectionView<UserBookings> bookings, long facts)
    {
        (int confirmed, int cancelled, int abandoned) = bookings.Read(static all => (
            all.CountOf(UserBookingStatus.Confirmed),
            all.CountOf(UserBookingStatus.Cancelled),
            all.CountOf(UserBookingStatus.Lapsed) + all.CountOf(UserBookingStatus.Released)));
        return
        [
            ("theaters", world.Theaters.Length),
            ("cities", world.Cities),
            ("films", world.Movies.Length),
            ("showtimes to come", volumes.FutureShowtimes),
            ("past showtimes", volumes.PastShowtimes),
            ("people, beside the two demo accounts", world.Accounts.Length),
            ("bookings paid", confirmed + cancelled),
            ("of these cancelled since", cancelled),
            ("holds that came to nothing", abandoned),
            ("facts", facts),
        ];
    }
}
