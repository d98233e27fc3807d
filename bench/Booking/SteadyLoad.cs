using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-steady</c>: people book all the time, so many a minute, against a running server (<c>--server</c>)
/// or a private one: the best seats of some showtime are held and paid for, now and then a hold is given back or a
/// booking cancelled. Prints how it goes every few seconds. <c>--seconds 0</c> goes on until Ctrl-C.
/// </summary>
internal static class SteadyLoad
{
    private const string Name = "booking-steady";
    private const int MostMs = 20;
    // One in twenty gives the hold back before paying.
    private const double EnoughOfRate = 0.9;
    private const int SellerCount = 20;
    private const int PrivateShowtimes = 200;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "bookings all the time, --rate a minute, --seconds or endless", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        if (run.Server is { } running)
        {
            await BookAsync(run, rows, running);
            return;
        }

        string data = run.NewFolder("data");
        SeatPlan plan = SeatPlan.Cinema(20, 8, 24);
        await ServerHouses.SeedAsync(data, PrivateShowtimes, plan, CatalogueLimits.MaxHoldMs);
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, LoadAccounts.ServerSettings);
        await BookAsync(run, rows, server.Address);
    }

    private static async Task BookAsync(BenchRun run, RowSink<LoadRow> rows, Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        string[] tokens = await LoadAccounts.RegisterAsync(server, SellerCount, run.Cancel);
        var score = new SteadyScore();
        var buyers = new SteadyBuyers(client, tokens, await SteadyBuyers.ShowtimesAsync(client, run.Cancel), score);
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"  {run.PerMinute:N0} bookings a minute at {server}; Ctrl-C ends it"));
        Stopwatch clock = Stopwatch.StartNew();
        var reported = TimeSpan.Zero;
        var underWay = new List<Task>();
        bool isEndless = run.Duration == TimeSpan.Zero;
        for (long number = 0; !run.Cancel.IsCancellationRequested; number++)
        {
            // Open loop: each is due at its time, however slowly those before are answered.
            TimeSpan due = TimeSpan.FromMinutes(number / run.PerMinute);
            if (!isEndless && due >= run.Duration) break;
            if (!await WaitAsync(due - clock.Elapsed, run.Cancel)) break;
            underWay.RemoveAll(static task => task.IsCompleted);
            underWay.Add(buyers.BookAsync(number, clock, due));
            if (clock.Elapsed - reported < ReportEvery) continue;
            reported = clock.Elapsed;
            BenchRun.Say("  " + score.Describe(clock.Elapsed));
        }

        await Task.WhenAll(underWay);
        AddRows(rows, score, run.PerMinute, clock.Elapsed);
    }

    private static async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancel)
    {
        if (time > TimeSpan.Zero) await Task.Delay(time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancel.IsCancellationRequested;
    }

    private static void AddRows(RowSink<LoadRow> rows, SteadyScore score, double perMinute, TimeSpan elapsed)
    {
        double booked = score.BookedCount / elapsed.TotalMinutes;
        double least = Math.Min(perMinute, score.AttemptCount / elapsed.TotalMinutes) * EnoughOfRate;
        string bar = string.Create(CultureInfo.InvariantCulture, $"at least {least:N0}");
        rows.Add(new LoadRow(Name, "bookings paid", booked, "a minute", bar, booked >= least));
        rows.Add(new LoadRow(Name, "given back or cancelled", score.UndoneCount, "bookings", "", true));
        rows.Add(new LoadRow(Name, "refused: sold out or taken", score.RefusedCount, "bookings", "", true));
        rows.Add(new LoadRow(Name, "failures", score.FailureCount, "requests", "0", score.FailureCount == 0));
        foreach ((string step, double p50, double p99) in score.Latencies())
        {
            rows.Add(new LoadRow(Name, $"{step}: p50", p50, "ms", "", true));
            rows.Add(new LoadRow(Name, $"{step}: p99", p99, "ms", $"under {MostMs} ms", p99 < MostMs));
        }
    }
}
