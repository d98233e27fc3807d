using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-browse</c>: every filter and sort of the showtime list, pages from front to back and the pages
/// beside it, on a folder seeded at scale 1: 10,000 showtimes to come, a million bookings behind them. One request
/// after the other, each over HTTP and read to its end.
/// </summary>
internal static class BrowseLoad
{
    private const string Name = "booking-browse";
    private const int MostMs = 20;
    private const int MostStartSeconds = 10;
    private const int WarmUps = 40;
    private const int Rounds = 200;
    private const string Showtimes = "/booking/api/showtimes";

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "every filter and sort of the showtime list at the seeded volume", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        if (run.Server is { } running)
        {
            await BrowseAsync(running, rows, run.Cancel);
            return;
        }

        string data = run.NewFolder("data");
        double seconds = await SeededFolder.FillAsync(data, run.Cancel);
        rows.Add(new LoadRow(Name, "seeding at scale 1", seconds, "s", "under 120 s", seconds < 120));
        const string noQuotas = "Catalog:RateLimits:Enabled=false";
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, noQuotas);
        double ready = server.StartTime.TotalSeconds;
        string bar = string.Create(CultureInfo.InvariantCulture, $"under {MostStartSeconds} s");
        rows.Add(new LoadRow(Name, "start of the process to ready", ready, "s", bar, ready < MostStartSeconds));
        await BrowseAsync(server.Address, rows, run.Cancel);
    }

    private static async Task BrowseAsync(Uri server, RowSink<LoadRow> rows, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        foreach ((string what, Func<int, string> path) in await PathsAsync(client, cancel))
        {
            var latency = new LatencyHistogram();
            for (int i = 0; i < WarmUps; i++) await client.GetByteArrayAsync(path(i), cancel);
            for (int i = 0; i < Rounds; i++)
            {
                long start = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(path(i), cancel);
                latency.RecordTicks(Stopwatch.GetTimestamp() - start);
            }

            double p99 = latency.PercentileMs(99);
            rows.Add(new LoadRow(Name, $"{what}: p50", latency.PercentileMs(50), "ms", "", true));
            rows.Add(new LoadRow(Name, $"{what}: p99", p99, "ms", $"under {MostMs} ms", p99 < MostMs));
        }
    }

    private static async Task<List<(string What, Func<int, string> Path)>> PathsAsync(
        HttpClient client, CancellationToken cancel)
    {
        string[] movies = await IdsAsync(client, "/booking/api/movies?limit=500", cancel);
        string[] theaters = await IdsAsync(client, "/booking/api/theaters?limit=500", cancel);
        (string[] cities, string[] genres) = await WordsAsync(client, cancel);
        DateTime today = DateTime.UtcNow.Date;
        string Day(int i) => today.AddDays(1 + (i % 28)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] searches = ["glass", "the", "harb", "clock str", "z", "silent or"];
        string[] deep = await CursorsAsync(client, "sort=popularity&order=desc&limit=100", cancel);
        return
        [
            ("no filter", _ => Showtimes),
            ("movie", i => $"{Showtimes}?movie_id={movies[i % movies.Length]}"),
            ("date", i => $"{Showtimes}?date={Day(i)}"),
            ("theater", i => $"{Showtimes}?theater={theaters[i % theaters.Length]}"),
            ("city", i => $"{Showtimes}?city={cities[i % cities.Length]}"),
            ("genre", i => $"{Showtimes}?genre={genres[i % genres.Length]}"),
            ("price range", i => $"{Showtimes}?min_price={800 + (i % 9 * 50)}&max_price={1200 + (i % 7 * 90)}"),
            ("availability", _ => $"{Showtimes}?available=true"),
            ("together", i => $"{Showtimes}?together={1 + (i % 10)}"),
            ("search", i => $"{Showtimes}?search={Uri.EscapeDataString(searches[i % searches.Length])}"),
            ("sort by price", i => $"{Showtimes}?sort=price&order={(i % 2 == 0 ? "asc" : "desc")}"),
            ("sort by time, last first", _ => $"{Showtimes}?sort=time&order=desc"),
            ("sort by popularity", i => $"{Showtimes}?sort=popularity&order={(i % 2 == 0 ? "desc" : "asc")}"),
            ("page by number, to the last", i => $"{Showtimes}?sort=price&limit=50&page={1 + (i * 7 % 200)}"),
            ("page by cursor, to the last",
                i => $"{Showtimes}?sort=popularity&order=desc&limit=100&cursor={deep[i % deep.Length]}"),
            ("500 on a page", i => $"{Showtimes}?limit=500&page={1 + (i % 20)}"),
            ("all at once", i => $"{Showtimes}?city={cities[i % cities.Length]}&genre={genres[i % genres.Length]}"
                + $"&date={Day(i)}&min_price=500&max_price=2500&together=2&search=the&sort=popularity&order=desc"),
            ("a film's page", i => $"/booking/api/movies/{movies[i % movies.Length]}"),
            ("films, 500 on a page", _ => "/booking/api/movies?limit=500"),
            ("a showtime's seats", i => $"/booking/api/seats/{60_001 + (i * 37 % 10_000)}"),
        ];
    }

    private static async Task<string[]> IdsAsync(HttpClient client, string path, CancellationToken cancel)
    {
        using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(path, cancel));
        JsonElement items = page.RootElement.GetProperty("items");
        return [.. items.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private static async Task<(string[] Cities, string[] Genres)> WordsAsync(
        HttpClient client, CancellationToken cancel)
    {
        using JsonDocument theaters = JsonDocument.Parse(await client.GetStringAsync("/booking/api/theaters", cancel));
        using JsonDocument movies = JsonDocument.Parse(await client.GetStringAsync("/booking/api/movies", cancel));
        return (Words(theaters, "cities"), Words(movies, "genres"));

        static string[] Words(JsonDocument answer, string member) =>
        [
            .. answer.RootElement.GetProperty(member).EnumerateArray()
                .Select(word => Uri.EscapeDataString(word.GetString()!)),
        ];
    }

    /// <summary>The cursors of every page, from the first to the last.</summary>
    private static async Task<string[]> CursorsAsync(HttpClient client, string query, CancellationToken cancel)
    {
        var cursors = new List<string>();
        string path = $"{Showtimes}?{query}";
        while (true)
        {
            using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(path, cancel));
            if (!page.RootElement.TryGetProperty("nextCursor", out JsonElement next)) return [.. cursors];
            cursors.Add(next.GetString()!);
            path = $"{Showtimes}?{query}&cursor={cursors[^1]}";
        }
    }
}
