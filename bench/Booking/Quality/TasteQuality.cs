using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Models;

namespace Catalog.Bench.Booking.Quality;

/// <summary>
/// Suggestions on each of seven days, learned the night before: how often the film somebody booked that day, and had
/// not seen, was among ten suggested the moment before.
/// </summary>
internal static class TasteQuality
{
    private const int Nights = 7;
    private const int Samples = 400;
    private const int Top = 10;
    private const int PopularDays = 7;

    public static void Run(QualityWorld world, RowSink<QualityRow> rows)
    {
        int hits = 0, popularHits = 0, localHits = 0, count = 0;
        var random = new SeededRandom(1);
        for (int night = Nights; night >= 1; night--)
        {
            long cutMs = world.TodayMs - (night * ShowSlots.DayMs);
            TasteModel model = TasteTrainer.Train(world.History.AsOf(cutMs), cutMs, new AdvisorOptions());
            int[] sold = world.SoldBy(cutMs);
            var popular = new FilmCounts(world, cutMs - (PopularDays * ShowSlots.DayMs), cutMs);
            foreach ((int sale, TasteVisit[] visits) in Buyers(world, cutMs, random))
            {
                HistorySale of = world.History.Sales[sale];
                ulong booked = FilmOf(world, of.Show);
                UpcomingShowtime[] shows =
                [
                    .. world.ShowsBetween(of.TimeMs, of.TimeMs + (14 * ShowSlots.DayMs))
                        .Select(show => world.ShowOf(show, sold[show])),
                ];
                HashSet<ulong> seen = [.. visits.Select(static visit => visit.Movie.Id)];
                ulong[] open =
                    [.. shows.Select(static show => show.Movie.Id).Distinct().Where(id => !seen.Contains(id))];
                IReadOnlyList<Suggestion> best = model.Suggest(visits, shows, new TasteRequest(of.TimeMs, Top, null));
                string city = TasteModel.ProfileOf(visits).City!;
                hits += best.Any(each => each.Movie.Id == booked) ? 1 : 0;
                popularHits += popular.Top(open, null).Contains(booked) ? 1 : 0;
                localHits += popular.Top(open, city).Contains(booked) ? 1 : 0;
                count++;
            }
        }

        double rate = 100.0 * hits / count, baseline = 100.0 * popularHits / count;
        rows.Add(new QualityRow(
            "booking", "suggestions, hit rate at 10, % (baseline: most popular)", rate, baseline,
            "at least twice the baseline", rate >= 2 * baseline));
        double local = 100.0 * localHits / count;
        rows.Add(new QualityRow(
            "booking", "the same (baseline: most popular in the city)", rate, local, "above the baseline",
            rate > local));
    }

    private static ulong FilmOf(QualityWorld world, int show) =>
        world.History.House.Films[world.History.Shows[show].Film].Id;

    private static IEnumerable<(int Sale, TasteVisit[] Visits)> Buyers(
        QualityWorld world, long cutMs, SeededRandom random)
    {
        HistorySale[] sales = world.History.Sales;
        int[] today = [.. Enumerable.Range(0, sales.Length)
            .Where(i => sales[i].TimeMs >= cutMs && sales[i].TimeMs < cutMs + ShowSlots.DayMs)];
        random.Shuffle<int>(today);
        ILookup<int, HistorySale> byUser = sales.Where(sale => sale.TimeMs < cutMs).ToLookup(static sale => sale.User);
        foreach (int sale in today.Take(Samples))
        {
            TasteVisit[] visits =
            [
                .. byUser[sales[sale].User].Reverse().Take(100).Select(visit =>
                {
                    ShowtimeListing listing = world.Listings[world.History.Shows[visit.Show].Id];
                    return new TasteVisit(listing.Movie, listing.Theater, listing.Showtime.StartsAtMs);
                }),
            ];
            ulong booked = FilmOf(world, sales[sale].Show);
            if (visits.Length > 0 && visits.All(visit => visit.Movie.Id != booked)) yield return (sale, visits);
        }
    }
}
