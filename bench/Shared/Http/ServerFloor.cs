using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Shared.Http;

/// <summary>
/// What the server gives when it has nothing to do: the floor every other HTTP figure is compared with, and the proof
/// that the load generator is not the bottleneck.
/// </summary>
internal static class ServerFloor
{
    public const int ClosedConnections = 256;
    public const int OpenConnections = 1_000;
    public const double OpenPerSecond = 10_000;
    private const string Name = "server-floor";

    /// <summary>An endpoint that reads nothing and answers a constant.</summary>
    private static readonly RequestTemplate EmptyGet = new("GET", "/health/live");

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "an empty GET, as fast as it goes and at 10,000 a second over 1,000 connections", RunAsync);

    /// <summary>Median of answers a second to an empty GET, as fast as it goes.</summary>
    public static Task<double> MeasureAsync(BenchRun run, ServerProcess server)
    {
        return Rounds.MedianAsync(run, "an empty GET", async () =>
        {
            ProcessCost start = server.Cost;
            HttpScore score = await HttpLoad.ClosedAsync(
                server.Port, ClosedConnections, run.Duration, _ => new FixedRequest(EmptyGet));
            BenchRun.Say($"    {score} · {server.Cost.Since(start, score.Latency.Count)}");
            ThrowUnlessAll(score, 200);
            return score.PerSecond;
        });
    }

    /// <summary>Refuses a score with any other answer.</summary>
    public static void ThrowUnlessAll(HttpScore score, params ReadOnlySpan<int> statuses)
    {
        if (score.Latency.Count == 0 || score.CountOther(statuses) > 0)
            throw new InvalidOperationException($"Unexpected answers: {score}");
    }

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(run, run.NewFolder("data"));
        double perSecond = await MeasureAsync(run, server);
        rows.Add(new LoadRow(Name, "closed loop", perSecond, "requests/s", "", true));
        HttpScore open = await HttpLoad.OpenAsync(
            server.Port, OpenConnections, OpenPerSecond, run.Duration, new FixedRequest(EmptyGet));
        ThrowUnlessAll(open, 200);
        BenchRun.Say($"  open loop: {open}");
        rows.Add(new LoadRow(Name, "open loop, answered", open.PerSecond, "requests/s", "", true));
        rows.Add(new LoadRow(Name, "open loop, p50", open.Latency.PercentileMs(50), "ms", "", true));
        double p99 = open.Latency.PercentileMs(99);
        rows.Add(new LoadRow(Name, "open loop, p99", p99, "ms", "under 20 ms", p99 < 20));
        long unanswered = open.UnansweredCount;
        rows.Add(new LoadRow(Name, "open loop, unanswered", unanswered, "requests", "0", unanswered == 0));
    }
}
