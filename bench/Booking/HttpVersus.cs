using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>The hold workload over HTTP, durable, beside an empty GET of the same server in the same run.</summary>
internal static class HttpVersus
{
    private const string Layer = "http";
    private const int UserCount = 100;
    private const double MostP99Ms = 20;

    // The shortest hold the catalogue allows: at 17,000 attempts a second four in five are granted, above that fewer.
    private const int HoldMs = CatalogueLimits.MinHoldMs;

    /// <summary>The runtime compiles what is used most meanwhile; it is the steady state that is asked for.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload)
    {
        SeatPlan plan = BookingHouses.Plan();
        string data = run.NewFolder("data");
        await ServerHouses.SeedAsync(data, workload.ShowtimeCount, plan, HoldMs);
        string[] settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=false"];
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, settings);
        string[] tokens = await LoadAccounts.RegisterAsync(server.Address, UserCount, run.Cancel);
        var requests = new ReserveRequests(workload, plan, tokens);
        await HttpLoad.ClosedAsync(server.Port, ServerFloor.ClosedConnections, WarmUp, _ => requests);
        double floor = await ServerFloor.MeasureAsync(run, server);
        double reserves = await Rounds.MedianAsync(run, "reserve over HTTP", async () =>
        {
            ProcessCost start = server.Cost;
            HttpScore score = await HttpLoad.ClosedAsync(
                server.Port, ServerFloor.ClosedConnections, run.Duration, _ => requests);
            return Checked(server, start, score).PerSecond;
        });
        string how = $"POST reserve, {ServerFloor.ClosedConnections} connections";
        rows.Add(VersusRow.Rate(HoldWorkload.Subject(Layer, how), "an empty GET of the same server", reserves, floor));
        await MeasureOpenLoopAsync(run, rows, server, requests);
    }

    private static async Task MeasureOpenLoopAsync(
        BenchRun run, RowSink<VersusRow> rows, ServerProcess server, ReserveRequests requests)
    {
        double p99 = await Rounds.MedianAsync(run, "open loop p99, µs", async () =>
        {
            ProcessCost start = server.Cost;
            HttpScore score = await HttpLoad.OpenAsync(
                server.Port, ServerFloor.OpenConnections, ServerFloor.OpenPerSecond, run.Duration, requests);
            if (Checked(server, start, score).UnansweredCount > 0)
                throw new InvalidOperationException($"{score.UnansweredCount} requests were not answered.");
            return score.Latency.PercentileNs(99) / 1e3;
        });
        string how =
            $"POST reserve p99 at {ServerFloor.OpenPerSecond:N0}/s, {ServerFloor.OpenConnections:N0} connections";
        rows.Add(VersusRow.Cost(HoldWorkload.Subject(Layer, how), "the bar", p99 / 1e3, MostP99Ms, "ms"));
    }

    private static HttpScore Checked(ServerProcess server, ProcessCost start, HttpScore score)
    {
        BenchRun.Say($"    {score} · {server.Cost.Since(start, score.Latency.Count)}");
        ServerFloor.ThrowUnlessAll(score, 200, 201, 409);
        return score;
    }
}
