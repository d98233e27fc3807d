using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>
/// <c>load gateway-idle</c>: 10,000 clients that only listen, and answer pings: what they take of memory and processor.
/// </summary>
internal static class IdleLoad
{
    private const string Name = "gateway-idle";
    private const int ConnectionCount = 10_000;
    private const double MostBytes = 4096;
    private const double MostCpuPercent = 5;

    // Longer than a round of pings.
    private static readonly TimeSpan WatchTime = TimeSpan.FromSeconds(30);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "10,000 idle connections: memory and processor, private server", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        await using PeerServer server = await GatewayServer.StartAsync(run);
        (double bytes, (int open, double cpu)) =
            await IdleMemory.MeasureAsync(server, ConnectionCount, crowd => WatchAsync(server, crowd));
        string most = string.Create(CultureInfo.InvariantCulture, $"at most {MostBytes:N0} B");
        rows.Add(new LoadRow(Name, "memory a connection", bytes, "B", most, bytes <= MostBytes));
        rows.Add(new LoadRow(
            Name, "processor, of one core", cpu, "%", $"at most {MostCpuPercent:0} %", cpu <= MostCpuPercent));
        rows.Add(new LoadRow(
            Name, "connections open at the end", open, "connections",
            string.Create(CultureInfo.InvariantCulture, $"exactly {ConnectionCount:N0}"), open == ConnectionCount));
    }

    private static async Task<(int OpenCount, double CpuPercent)> WatchAsync(PeerServer server, Crowd crowd)
    {
        TimeSpan before = server.Cost.Cpu;
        int lost = await Cores.RunOnGeneratorAsync(() => CrowdWatch.Run(crowd.Clients, WatchTime));
        TimeSpan used = server.Cost.Cpu - before;
        return (crowd.Clients.Count - lost, 100 * (used / WatchTime));
    }
}
