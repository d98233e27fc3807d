using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>An engine with every showtime of the hold workload on sale.</summary>
internal sealed class BookingHouses : IAsyncDisposable
{
    private const int Rows = 25;
    private const int Side = 10;
    private const int Middle = 20;
    private const int OpenAtOnce = 256;

    private BookingHouses(CatalogEngine engine, SystemHandle<ShowtimeState> showtimes, int shardCount)
    {
        Engine = engine;
        Showtimes = showtimes;
        ShardCount = shardCount;
    }

    /// <summary>The engine.</summary>
    public CatalogEngine Engine { get; }

    /// <summary>The way to the showtimes, which are 0 to the workload's number of showtimes − 1.</summary>
    public SystemHandle<ShowtimeState> Showtimes { get; }

    /// <summary>Number of single-writer loops.</summary>
    public int ShardCount { get; }

    /// <summary>The plan of every house.</summary>
    public static SeatPlan Plan()
    {
        SeatPlan plan = SeatPlan.Rectangle(Rows, Side, Middle, Side);
        if (plan.SeatCount != HoldWorkload.SeatCount) throw new InvalidOperationException("The plan is another size.");
        return plan;
    }

    /// <summary>Starts an engine on <paramref name="storage"/> and opens the houses.</summary>
    /// <param name="workload">Says how many houses.</param>
    /// <param name="storage">The engine disposes it.</param>
    /// <param name="shardCount">Number of single-writer loops.</param>
    /// <param name="own">Brings the shards to the engine, where others might have them; null where not.</param>
    public static async Task<BookingHouses> OpenAsync(
        HoldWorkload workload,
        EngineStorage storage,
        int shardCount = 1,
        Func<CatalogEngine, CancellationToken, Task>? own = null)
    {
        var engine = new CatalogEngine(new EngineOptions { Shards = shardCount, StartsOwning = own is null }, storage);
        SystemHandle<ShowtimeState> showtimes = engine.Add(new ShowtimeMachine());
        await engine.StartAsync();
        if (own is not null) await own(engine, CancellationToken.None);
        var houses = new BookingHouses(engine, showtimes, shardCount);
        await houses.OpenHousesAsync(workload.ShowtimeCount);
        return houses;
    }

    /// <summary>Stops the engine.</summary>
    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private async Task OpenHousesAsync(int count)
    {
        SeatPlan plan = Plan();
        var terms = new ShowtimeTerms
        {
            StartsAtMs = long.MaxValue,
            ZonePricesCents = [.. Enumerable.Repeat(1000, plan.ZoneCount)],
        };
        var open = new OpenShowtime(HoldWorkload.StartMs, plan, terms);
        for (int first = 0; first < count; first += OpenAtOnce)
        {
            var pending = new List<Task<Reply<BookingResult>>>(OpenAtOnce);
            for (int key = first; key < Math.Min(count, first + OpenAtOnce); key++)
                pending.Add(Showtimes.ExecuteAsync<OpenShowtime, BookingResult>((ulong)key, in open).AsTask());
            foreach (Reply<BookingResult> reply in await Task.WhenAll(pending))
            {
                if (!reply.HasValue || reply.Value.Code != BookingCode.Ok)
                    throw new InvalidOperationException($"A house did not open: {reply}.");
            }
        }
    }
}
