using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>
/// <c>load gateway-reconnect</c>: 10,000 clients lose their connection at the same moment and come back at once. The
/// server admits 2,000 a second and tells the others when to try again, which they do, with jitter.
/// </summary>
internal static class ReconnectLoad
{
    private const string Name = "gateway-reconnect";
    private const int ClientCount = 10_000;
    private const int AdmittedPerSecond = 2_000;

    // A second's worth may come at once, and is refilled during the second that follows.
    private const int MostInASecond = 2 * AdmittedPerSecond;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "10,000 clients come back at once, 2,000 a second are admitted, private server", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        await using PeerServer server = await GatewayServer.StartAsync(
            run, $"--Gateway:MaxConnectsPerSecond={AdmittedPerSecond}");
        BenchRun.Say("  the first time");
        var first = await ComeAsync(server.Port, run.Cancel);
        BenchRun.Say($"  {first.Tally}; all connections are lost at once");
        foreach (ReturningClient client in first.Clients) client.Dispose();
        (ReturningClient[] clients, ArrivalTally tally, TimeSpan elapsed) = await ComeAsync(server.Port, run.Cancel);
        Dictionary<string, long> counters = await GatewayServer.CountersAsync(server);
        foreach (ReturningClient client in clients) client.Dispose();
        rows.Add(Exactly("admitted", tally.AdmittedCount, ClientCount, "clients"));
        rows.Add(Exactly("errors", tally.ErrorCount, 0, "errors"));
        int most = tally.MostInASecond();
        rows.Add(new LoadRow(
            Name, "most in a second", most, "clients",
            string.Create(CultureInfo.InvariantCulture, $"at most {MostInASecond:N0}"), most <= MostInASecond));
        rows.Add(new LoadRow(Name, "admitted a second", ClientCount / elapsed.TotalSeconds, "1/s", "", true));
        rows.Add(new LoadRow(Name, "told to come later", tally.RefusedCount, "times", "", true));
        foreach (double percent in new double[] { 50, 99, 100 })
            rows.Add(new LoadRow(
                Name, $"time to be back, p{percent}", tally.Delay.PercentileMs(percent) / 1e3, "s", "", true));
        long counted = counters["gateway.refused"];
        rows.Add(Exactly(
            "refusals counted by the server", counted, first.Tally.RefusedCount + tally.RefusedCount, "times"));
    }

    private static async Task<(ReturningClient[] Clients, ArrivalTally Tally, TimeSpan Elapsed)> ComeAsync(
        int port, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var tally = new ArrivalTally();
        long start = Stopwatch.GetTimestamp();
        var clients = new ReturningClient[ClientCount];
        for (int i = 0; i < clients.Length; i++) clients[i] = new ReturningClient(port, seed: i);
        await Task.WhenAll(clients.Select(client => client.ComeAsync(tally, patience.Token)));
        return (clients, tally, Stopwatch.GetElapsedTime(start));
    }

    private static LoadRow Exactly(string metric, long value, long bar, string unit) => new(
        Name, metric, value, unit, string.Create(CultureInfo.InvariantCulture, $"exactly {bar:N0}"), value == bar);
}
