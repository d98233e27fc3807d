using System.Diagnostics;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Shell.Cluster.Redis;
using Catalog.WsGateway.Backplane;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>Messages of 128 bytes from one node to another through Redis, both in this process.</summary>
internal static class NodeMessages
{
    private const string Topic = "room:1";
    private const int Window = 4_096;

    /// <summary>Measures how long one takes alone, and how many arrive when 4,096 are under way.</summary>
    public static async Task MeasureAsync(BenchRun run, RowSink<LoadRow> rows, string scenario, RedisOptions options)
    {
        await using var teller = new RedisBackplane(options, NullLogger<RedisBackplane>.Instance);
        await using var hearer = new RedisBackplane(options, NullLogger<RedisBackplane>.Instance);
        var arrived = new NodeArrivals();
        teller.Start("teller", new NodeArrivals());
        hearer.Start("hearer", arrived);
        while (!teller.IsUp || !hearer.IsUp) await Task.Delay(10, run.Cancel);
        await hearer.ListenAsync(Topic);
        byte[] json = [(byte)'"', .. Enumerable.Repeat((byte)'x', 126), (byte)'"'];
        var said = new BackplaneMessage(BackplaneKind.Message, "teller") { Topic = Topic, Name = "said", Json = json };

        LatencyHistogram alone = await AloneAsync(run, teller, arrived, said);
        double rate = await ManyAsync(run, teller, arrived, said);
        const string what = "a message from node to node";
        rows.Add(new LoadRow(scenario, what + ", p50", alone.PercentileNs(50) / 1e3, "µs", "", true));
        rows.Add(new LoadRow(scenario, what + ", p99", alone.PercentileNs(99) / 1e3, "µs", "", true));
        rows.Add(new LoadRow(scenario, what + ", 4,096 under way", rate, "1/s", "", true));
        rows.Add(new LoadRow(
            scenario, "messages lost", teller.LostCount, "messages", "none", teller.LostCount == 0));
    }

    private static async Task<LatencyHistogram> AloneAsync(
        BenchRun run, RedisBackplane teller, NodeArrivals arrived, BackplaneMessage said)
    {
        var times = new LatencyHistogram();
        long from = Stopwatch.GetTimestamp();
        for (int i = 0; Stopwatch.GetElapsedTime(from) < run.Duration; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            Task<long> next = arrived.NextAsync();
            teller.Send(said);
            long at = await next.WaitAsync(TimeSpan.FromSeconds(10), run.Cancel);
            if (i >= 1_000) times.RecordTicks(at - begun);
        }

        return times;
    }

    private static async Task<double> ManyAsync(
        BenchRun run, RedisBackplane teller, NodeArrivals arrived, BackplaneMessage said)
    {
        long before = arrived.Count, sent = 0;
        long from = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(from) < run.Duration)
        {
            while (sent - (arrived.Count - before) < Window)
            {
                teller.Send(said);
                sent++;
            }

            await Task.Delay(1, run.Cancel);
        }

        return (arrived.Count - before) / Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
