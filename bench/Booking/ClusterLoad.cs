using System.Globalization;
using Catalog.Bench.Booking.Chaos;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-cluster</c>: reservations over HTTP at a fixed rate through three servers on one PostgreSQL, a third
/// at each. Two in three arrive at a server that does not own their showtime, and go on from there.
/// </summary>
internal static class ClusterLoad
{
    private const string Name = "booking-cluster";
    // No more accounts than may be registered at once: quotas are kept here, through Redis.
    private const int UserCount = 50;
    private const int ConnectionsPerNode = 200;
    private const double PerSecond = 900;
    private const double EnoughOfRate = 0.99;

    // Until the tables for analysts have their half a million rows of seats: that keeps PostgreSQL busy.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(45);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "reservations through three servers on one PostgreSQL, --seconds", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        SeatPlan plan = BookingHouses.Plan();
        var options = new ChaosOptions { ShowtimeCount = 500 };
        var workload = new HoldWorkload(options.ShowtimeCount);
        await using ChaosCluster cluster = await ChaosCluster.StartAsync(run, options, plan);
        string[] tokens = await LoadAccounts.RegisterAsync(cluster.Node(0).Address, UserCount, run.Cancel);
        ReserveRequests[] requests =
            [.. Enumerable.Range(0, cluster.NodeCount).Select(_ => new ReserveRequests(workload, plan, tokens))];
        await DriveAsync(cluster, requests, WarmUp);
        HttpScore score = await DriveAsync(cluster, requests, run.Duration);
        BenchRun.Say($"  {score}");
        AddRows(rows, score);
    }

    private static async Task<HttpScore> DriveAsync(
        ChaosCluster cluster, ReserveRequests[] requests, TimeSpan duration)
    {
        HttpScore[] scores = await Task.WhenAll(requests.Select((source, node) => HttpLoad.OpenAsync(
            cluster.Node(node).Port, ConnectionsPerNode, PerSecond / requests.Length, duration, source)));
        var total = new HttpScore();
        foreach (HttpScore score in scores) total.Add(score);
        return total;
    }

    private static void AddRows(RowSink<LoadRow> rows, HttpScore score)
    {
        double least = PerSecond * EnoughOfRate;
        long others = score.CountOther(201, 409);
        string bar = string.Create(CultureInfo.InvariantCulture, $"at least {least:N0}");
        Row("reservations answered", score.PerSecond, "a second", bar, score.PerSecond >= least);
        Row("granted", score.CountOf(201), "holds");
        Row("refused: a seat was taken", score.CountOf(409), "requests");
        Row("answered otherwise", others, "requests", "exactly 0", others == 0);
        Row("not answered", score.UnansweredCount, "requests", "exactly 0", score.UnansweredCount == 0);
        foreach (double percent in (double[])[50, 99, 99.9])
            Row($"p{percent.ToString(CultureInfo.InvariantCulture)}", score.Latency.PercentileMs(percent), "ms");

        void Row(string metric, double value, string unit, string bar = "", bool held = true) =>
            rows.Add(new LoadRow(Name, metric, value, unit, bar, held));
    }
}
