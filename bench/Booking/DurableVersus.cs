using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Engines;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>Through shard and journal, on the disk before the answer, beside Redis and PostgreSQL.</summary>
internal static class DurableVersus
{
    private const string Layer = "durable";

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload, BookingPeers peers)
    {
        double redis = await peers.RedisAsync();
        double redisFsync = await peers.RedisFsyncAsync();
        double postgres = await peers.PostgresAsync();
        double ours = await MeasureAsync(run, workload, PipelineShape.Default);
        string how = $"fsync before the answer, {PipelineShape.Default}, {Environment.ProcessorCount} shards";
        Subject subject = HoldWorkload.Subject(Layer, how);
        rows.Add(VersusRow.Rate(subject, BookingPeers.RedisName, ours, redis));
        rows.Add(VersusRow.Rate(subject, BookingPeers.RedisFsyncName, ours, redisFsync));
        rows.Add(VersusRow.Rate(subject, BookingPeers.PostgresName, ours, postgres));
    }

    private static async Task<double> MeasureAsync(BenchRun run, HoldWorkload workload, PipelineShape shape)
    {
        EngineStorage storage = EngineStorage.OpenFolder(run.NewFolder("engine"));
        await using BookingHouses houses = await BookingHouses.OpenAsync(workload, storage, Environment.ProcessorCount);
        return await MeasureAsync(run, workload, shape, houses, "shard and journal");
    }

    /// <summary>How many holds a second an engine decides and makes durable.</summary>
    internal static async Task<double> MeasureAsync(
        BenchRun run, HoldWorkload workload, PipelineShape shape, BookingHouses houses, string name)
    {
        var source = new ReserveSource(workload, houses);
        var pipeline = new GroupPipeline<ShowtimeState, ReserveSeats, HoldResult>(
            houses.Showtimes, houses.ShardCount, shape, source);
        await WarmUpAsync(run, workload, pipeline);
        var latency = new LatencyHistogram();
        long commands = 0;
        CpuTime cpu = CpuTime.Now();
        double perSecond = await Rounds.MedianAsync(run, $"{name}, {shape}", async () =>
        {
            PipelineScore score = await pipeline.RunAsync(run.Duration, run.Cancel);
            latency.Add(score.GroupLatency);
            commands += score.Commands;
            var holds = new HoldScore(score.Commands, score.Granted, score.Elapsed);
            Expect.Granted(holds, "The engine");
            return holds.PerSecond;
        });
        BenchRun.Say(CpuTime.Describe($"client, {name}", commands, cpu));
        BenchRun.Say($"  a group, posted to durable: {latency}");
        return perSecond;
    }

    private static async Task WarmUpAsync(
        BenchRun run, HoldWorkload workload, GroupPipeline<ShowtimeState, ReserveSeats, HoldResult> pipeline)
    {
        for (long warm = 0; warm < 2L * workload.AttemptsPerHoldTime;)
        {
            PipelineScore score = await pipeline.RunAsync(TimeSpan.FromSeconds(0.5), run.Cancel);
            warm += score.Commands;
        }
    }
}
