using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>
/// Fills a data folder with showtimes before the server is started on it, through the engine's own commands: catalogue
/// and houses both. Showtimes are numbered from 1.
/// </summary>
internal static class ServerHouses
{
    private const int TheaterCount = 100;
    private const int ImportAtOnce = 1_000;
    private const int DurationMinutes = 100;
    private const long SlotMs = 3 * 60 * 60 * 1000;
    private const long FirstShowInMs = 24 * 60 * 60 * 1000;

    /// <summary>Puts so many showtimes of a plan on sale.</summary>
    public static async Task SeedAsync(string folder, int showtimeCount, SeatPlan plan, int holdMs)
    {
        await using var engine = new CatalogEngine(new EngineOptions(), EngineStorage.OpenFolder(folder));
        await SeedAsync(engine, showtimeCount, plan, holdMs, static () => Task.CompletedTask);
    }

    /// <summary>The same on any engine that is not started yet.</summary>
    /// <param name="engine">Is started here.</param>
    /// <param name="showtimeCount">How many showtimes.</param>
    /// <param name="plan">What their houses look like.</param>
    /// <param name="holdMs">How long a hold lasts.</param>
    /// <param name="onStarted">Called once the engine runs, before the first command.</param>
    public static async Task SeedAsync(
        CatalogEngine engine, int showtimeCount, SeatPlan plan, int holdMs, Func<Task> onStarted)
    {
        long nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        SystemHandle<ShowtimeState> houses = engine.Add(new ShowtimeMachine());
        SystemHandle<CatalogueState> catalogue = engine.Add(new CatalogueMachine());
        await engine.StartAsync();
        await onStarted();
        await ImportAsync(catalogue, nowMs, new CatalogueBatch
        {
            Theaters = [.. Enumerable.Range(1, TheaterCount).Select(id => TheaterOf(id, plan))],
            Movies = [new Movie { Id = 1, Title = "Measured", DurationMinutes = DurationMinutes, Genre = "Drama" }],
        });
        var showtimes = new List<Showtime>(showtimeCount);
        for (int id = 1; id <= showtimeCount; id++) showtimes.Add(ShowtimeOf(id, nowMs, plan, holdMs));
        foreach (Showtime[] batch in showtimes.Chunk(ImportAtOnce))
        {
            await ImportAsync(catalogue, nowMs, new CatalogueBatch { Showtimes = batch });
            Task<Reply<BookingResult>>[] opened = [.. batch.Select(show => OpenAsync(houses, nowMs, plan, show))];
            foreach (Reply<BookingResult> reply in await Task.WhenAll(opened))
            {
                if (!reply.HasValue || reply.Value.Code != BookingCode.Ok)
                    throw new InvalidOperationException($"A house did not open: {reply}.");
            }
        }
    }

    private static Theater TheaterOf(int id, SeatPlan plan) =>
        new() { Id = (ulong)id, Name = $"House {id}", City = "Bench", Plan = plan };

    private static Showtime ShowtimeOf(int id, long nowMs, SeatPlan plan, int holdMs) => new()
    {
        Id = (ulong)id,
        MovieId = 1,
        TheaterId = (ulong)(id % TheaterCount) + 1,
        StartsAtMs = nowMs + FirstShowInMs + (id / TheaterCount * SlotMs),
        Prices = new ZonePrices([.. Enumerable.Repeat(1000, plan.ZoneCount)]),
        HoldMs = holdMs,
    };

    private static Task<Reply<BookingResult>> OpenAsync(
        SystemHandle<ShowtimeState> houses, long nowMs, SeatPlan plan, Showtime show)
    {
        var terms = new ShowtimeTerms
        {
            StartsAtMs = show.StartsAtMs,
            HoldMs = show.HoldMs,
            ZonePricesCents = [.. show.Prices.Cents],
        };
        var open = new OpenShowtime(nowMs, plan, terms);
        return houses.ExecuteAsync<OpenShowtime, BookingResult>(show.Id, in open).AsTask();
    }

    private static async Task ImportAsync(SystemHandle<CatalogueState> catalogue, long nowMs, CatalogueBatch batch)
    {
        var import = new ImportCatalogue(nowMs, batch);
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<ImportCatalogue, CatalogueResult>(CatalogueMachine.Key, in import);
        if (!reply.HasValue || !reply.Value.IsDone)
            throw new InvalidOperationException($"The catalogue refused: {reply}.");
    }
}
