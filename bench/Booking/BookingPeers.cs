using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Peers;

namespace Catalog.Bench.Booking;

/// <summary>How many holds a second the peers manage; each is measured once a run, however many rows need it.</summary>
internal sealed class BookingPeers(BenchRun run, HoldWorkload workload)
{
    public const string RedisName = "Redis, Lua pipelined 4 x 64, no persistence";
    public const string RedisFsyncName = "Redis, Lua pipelined 32 x 64, appendfsync always";
    public const string PostgresName = "PostgreSQL, 32 connections, fsync";

    // Without a disk four pipelines keep the server busy; with one, more of them share a sync.
    private const int Connections = 4;
    private const int FsyncConnections = 32;

    private double _redis;
    private double _redisFsync;
    private double _postgres;

    /// <summary>Redis that keeps nothing.</summary>
    public async Task<double> RedisAsync() => _redis > 0 ? _redis : _redis = await MeasureRedisAsync(false);

    /// <summary>Redis that has every write on the disk before it answers.</summary>
    public async Task<double> RedisFsyncAsync() =>
        _redisFsync > 0 ? _redisFsync : _redisFsync = await MeasureRedisAsync(true);

    /// <summary>PostgreSQL.</summary>
    public async Task<double> PostgresAsync() => _postgres > 0 ? _postgres : _postgres = await MeasurePostgresAsync();

    private async Task<double> MeasureRedisAsync(bool fsyncAlways)
    {
        await using RedisPeer peer = await RedisPeer.StartAsync(run, fsyncAlways);
        using var holds = new RedisSeatHolds(peer.Port, workload, fsyncAlways ? FsyncConnections : Connections);
        holds.WarmUp();
        return await MedianAsync(fsyncAlways ? RedisFsyncName : RedisName, () => Task.FromResult(holds.Run(run)));
    }

    private async Task<double> MeasurePostgresAsync()
    {
        await using PostgresPeer peer = await PostgresPeer.StartAsync(run);
        await using var holds = new PostgresSeatHolds(peer.ConnectionString, workload);
        long start = Stopwatch.GetTimestamp();
        await holds.LoadAsync(run.Cancel);
        int rows = workload.ShowtimeCount * HoldWorkload.SeatCount;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        BenchRun.Say(string.Create(CultureInfo.InvariantCulture, $"  PostgreSQL: {rows:N0} rows in {seconds:0} s"));
        await holds.RunAsync(run);
        return await MedianAsync(PostgresName, () => holds.RunAsync(run));
    }

    private Task<double> MedianAsync(string name, Func<Task<HoldScore>> measure)
    {
        return Rounds.MedianAsync(run, name, async () =>
        {
            HoldScore score = await measure();
            Expect.Granted(score, name);
            return score.PerSecond;
        });
    }
}
