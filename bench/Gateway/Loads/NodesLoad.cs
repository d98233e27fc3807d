using System.Diagnostics;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Peers;
using Catalog.Bench.Shared.Rows;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>
/// <c>load gateway-nodes</c>: what two nodes share through a private Redis on loopback: tickets, quotas, and messages
/// from one to the other.
/// </summary>
internal static class NodesLoad
{
    private const string Name = "gateway-nodes";
    private const int AtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "tickets, quotas and messages between two nodes, private Redis", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        await using RedisPeer peer = await RedisPeer.StartAsync(run, fsyncAlways: false);
        var options = new RedisOptions { Servers = $"127.0.0.1:{peer.Port}", CommandTimeoutMs = 5_000 };
        await using var one = new RedisConnection(options, NullLogger<RedisConnection>.Instance);
        await using var other = new RedisConnection(options, NullLogger<RedisConnection>.Instance);
        while (!one.IsUp || !other.IsUp) await Task.Delay(10, run.Cancel);
        await MeasureTicketsAsync(run, rows, Tickets(one), Tickets(other));
        await MeasureQuotasAsync(run, rows, new RedisQuotas(one, Patience));
        await NodeMessages.MeasureAsync(run, rows, Name, options);
    }

    private static RedisTickets Tickets(RedisConnection redis) =>
        new(redis, new MemoryTickets(Minute, TimeProvider.System), Minute, TimeProvider.System);

    private static async Task MeasureTicketsAsync(
        BenchRun run, RowSink<LoadRow> rows, RedisTickets one, RedisTickets other)
    {
        var holder = new Caller(1, AccountRole.Customer, 1, long.MaxValue);
        async ValueTask TradeAsync()
        {
            Ticket? ticket = await one.IssueAsync(holder, run.Cancel);
            if (await other.TakeAsync(ticket!.Value.Text, run.Cancel) is null)
                throw new InvalidOperationException("A ticket was not good at the other node.");
        }

        await AddAsync(run, rows, "a ticket bought at one node and taken at the other", TradeAsync);
    }

    private static Task MeasureQuotasAsync(BenchRun run, RowSink<LoadRow> rows, RedisQuotas quotas)
    {
        var policy = new RateLimitPolicy("bench", int.MaxValue / 2, Minute, int.MaxValue / 2);
        ulong key = 0;
        async ValueTask TakeAsync() => await quotas.TakeAsync(policy, Interlocked.Increment(ref key) % 1_000);
        return AddAsync(run, rows, "a common quota", TakeAsync);
    }

    /// <summary>One at a time for the time it takes, and 64 at once for how many there are.</summary>
    private static async Task AddAsync(BenchRun run, RowSink<LoadRow> rows, string what, Func<ValueTask> doAsync)
    {
        for (int i = 0; i < 1_000; i++) await doAsync();
        (LatencyHistogram alone, _) = await RepeatAsync(run, 1, doAsync);
        (LatencyHistogram together, TimeSpan time) = await RepeatAsync(run, AtOnce, doAsync);
        rows.Add(new LoadRow(Name, what + ", p50", alone.PercentileNs(50) / 1e3, "µs", "", true));
        rows.Add(new LoadRow(Name, what + ", p99", alone.PercentileNs(99) / 1e3, "µs", "", true));
        rows.Add(new LoadRow(Name, what + ", 64 at once", together.Count / time.TotalSeconds, "1/s", "", true));
    }

    private static async Task<(LatencyHistogram Times, TimeSpan Time)> RepeatAsync(
        BenchRun run, int atOnce, Func<ValueTask> doAsync)
    {
        long from = Stopwatch.GetTimestamp();
        LatencyHistogram[] each = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var times = new LatencyHistogram();
            while (Stopwatch.GetElapsedTime(from) < run.Duration)
            {
                long begun = Stopwatch.GetTimestamp();
                await doAsync();
                times.RecordTicks(Stopwatch.GetTimestamp() - begun);
            }

            return times;
        })));
        TimeSpan time = Stopwatch.GetElapsedTime(from);
        var all = new LatencyHistogram();
        foreach (LatencyHistogram times in each) all.Add(times);
        return (all, time);
    }
}
