using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice;

namespace Catalog.Bench.Booking.Quality;

/// <summary>A seeded history: what was sold, and what is on.</summary>
/// <param name="History">The history.</param>
/// <param name="Listings">Every showtime by its id.</param>
/// <param name="TodayMs">Midnight before the present.</param>
/// <param name="Truth">What was hidden in it.</param>
internal sealed record QualityWorld(
    SalesHistory History, IReadOnlyDictionary<ulong, ShowtimeListing> Listings, long TodayMs, PlantedTruth Truth)
{
    /// <summary>Opens a seeded folder and reads all of it.</summary>
    public static async Task<QualityWorld> OpenAsync(string data, string truth, long todayMs, CancellationToken cancel)
    {
        EngineStorage storage = EngineStorage.OpenFolder(data);
        await using var engine = new CatalogEngine(new EngineOptions { Time = TimeProvider.System }, storage);
        engine.Add(new AccountMachine());
        engine.Add(new ShowtimeMachine());
        engine.Add(new CatalogueMachine());
        await using var pump = new ProjectionPump(
            storage.Journal, storage.Snapshots, TimeProvider.System, new ProjectionOptions());
        ProjectionView<CatalogueView> catalogue = pump.Add(new CatalogueView());
        ProjectionView<UserBookings> bookings = pump.Add(new UserBookings());
        engine.HoldJournal(() => pump.MinimumOffset);
        await engine.StartAsync();
        pump.Start();
        await catalogue.WaitForAsync(storage.Journal.CommittedPosition, cancel);
        await bookings.WaitForAsync(storage.Journal.CommittedPosition, cancel);
        SalesHistory history = HistoryReader.Read(catalogue, bookings);
        var listings = new ShowtimeListing[history.ShowCount];
        catalogue.Read(listings, static (all, into) => all.CopyShowtimes(0, into));
        await pump.StopAsync();
        return new QualityWorld(
            history, listings.ToDictionary(static each => each.Showtime.Id), todayMs,
            await PlantedTruth.ReadAsync(truth, cancel));
    }

    /// <summary>Seats sold of each showtime by a time.</summary>
    public int[] SoldBy(long nowMs)
    {
        int[] sold = new int[History.Shows.Length];
        foreach (HistorySale sale in History.Sales)
        {
            if (sale.TimeMs < nowMs) sold[sale.Show] += sale.Party;
            if (sale.CancelledMs < nowMs) sold[sale.Show] -= sale.Party;
        }

        return sold;
    }

    /// <summary>A showtime as it stood when so many seats were sold.</summary>
    public UpcomingShowtime ShowOf(int show, int sold)
    {
        HistoryShow of = History.Shows[show];
        ShowtimeListing listing = Listings[of.Id];
        return new UpcomingShowtime(
            of.Id, of.StartsAtMs, listing.Movie, listing.Theater, of.BaseCents, of.Capacity - sold, sold, of.Capacity);
    }

    /// <summary>The showtimes that start in a time, the earliest first.</summary>
    public IEnumerable<int> ShowsBetween(long fromMs, long toMs)
    {
        for (int show = 0; show < History.Shows.Length && History.Shows[show].StartsAtMs < toMs; show++)
            if (History.Shows[show].StartsAtMs > fromMs && !History.Shows[show].IsCancelled) yield return show;
    }
}
