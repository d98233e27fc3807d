using System.Diagnostics;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Events;
using Catalog.Shell.Events.Contracts;
using Catalog.Shell.Hosting;
using Catalog.Shell.Observability.Contracts;
using Catalog.WsGateway;

namespace Catalog.Shell.Observability;

/// <summary>Puts together how the server is doing. Thread-safe.</summary>
internal sealed class SystemReport(
    EngineHost engine,
    EventHost events,
    Gateway gateway,
    HttpTimings http,
    EngineTimings timings,
    SystemSampler sampler,
    SlowOperations slow,
    TimeProvider clock)
{
    private const int MaxRoutes = 50;
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    /// <summary>Reads everything. A fraction of a millisecond; nothing waits for it.</summary>
    internal SystemAnswer Read()
    {
        (SystemSample now, SystemSample before) = sampler.Read();
        double seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(before.Timestamp, now.Timestamp).TotalSeconds);
        long committed = events.CommittedPosition;
        return new SystemAnswer(
            clock.GetUtcNow(),
            _startedAt,
            ShardsOf(now, before, seconds),
            LatencyOf(now.Decide, before.Decide, seconds),
            LatencyOf(now.Commit, before.Commit, seconds),
            [.. timings.Sizes.Read().Select(static (count, i) => new BatchSizeAnswer(1 << i, count))],
            JournalNow(),
            SnapshotsNow(committed),
            [.. events.Consumers.Select(each => ConsumerAnswer.Of(each.GetStatus(), events.LagOf(each)))],
            [.. events.Projections.Select(each => each.Describe(committed))],
            ProcessNow((now.Cpu - before.Cpu).TotalSeconds / seconds),
            new LiveAnswer(gateway.ConnectionCount, gateway.TopicCount),
            HttpNow(LatencyOf(now.Http, before.Http, seconds)),
            [.. slow.Read().Select(Of)]);
    }

    private List<ShardAnswer> ShardsOf(SystemSample now, SystemSample before, double seconds)
    {
        var answers = new List<ShardAnswer>();
        foreach (ShardStatus shard in engine.Engine.ReadShards())
        {
            long commands = now.Commands[shard.Index] - before.Commands[shard.Index];
            long batches = now.Batches[shard.Index] - before.Batches[shard.Index];
            answers.Add(new ShardAnswer(
                shard.Index,
                shard.MailboxDepth,
                shard.MailboxCapacity,
                shard.CommandCount,
                commands / seconds,
                shard.BatchCount,
                batches == 0 ? 0 : (double)commands / batches,
                shard.BatchesInFlight,
                shard.PartitionCount));
        }

        return answers;
    }

    private JournalAnswer JournalNow()
    {
        JournalStatus journal = engine.ReadJournal();
        return new JournalAnswer(
            journal.FirstPosition,
            journal.CommittedPosition,
            journal.CommittedPosition - journal.FirstPosition,
            journal.AllocatedBytes,
            journal.SegmentCount,
            journal.AcceptsWrites);
    }

    private SnapshotsAnswer SnapshotsNow(long committed)
    {
        SnapshotFigures store = engine.ReadSnapshots();
        CheckpointStatus passes = engine.Engine.CheckpointStatus;
        return new SnapshotsAnswer(
            store.Count,
            store.PackCount,
            store.TotalBytes,
            store.LiveBytes,
            passes.Position,
            Math.Max(0, committed - passes.Position),
            passes.PassCount,
            passes.IsRunning);
    }

    private static ProcessAnswer ProcessNow(double busyCores)
    {
        GCMemoryInfo heap = GC.GetGCMemoryInfo();
        return new ProcessAnswer(
            Environment.WorkingSet,
            heap.HeapSizeBytes,
            GC.GetTotalAllocatedBytes(),
            GC.CollectionCount(0),
            GC.CollectionCount(1),
            GC.CollectionCount(2),
            GC.GetTotalPauseDuration().TotalMilliseconds,
            ThreadPool.ThreadCount,
            ThreadPool.PendingWorkItemCount,
            Environment.ProcessorCount,
            100 * busyCores / Environment.ProcessorCount);
    }

    private HttpAnswer HttpNow(LatencyAnswer all)
    {
        IEnumerable<RouteAnswer> routes = http.Routes.Select(RouteOf)
            .Where(static route => route.Count > 0)
            .OrderByDescending(static route => route.Count)
            .ThenBy(static route => route.Route, StringComparer.Ordinal)
            .Take(MaxRoutes);
        return new HttpAnswer(http.UnderWay, all, http.FailedCount, [.. routes]);
    }

    private static RouteAnswer RouteOf(RouteTimings route)
    {
        DurationCounts all = DurationCounts.None;
        long refused = 0;
        long failed = 0;
        foreach ((int status, DurationCounts counts) in route.Read())
        {
            all = all.Plus(counts);
            if (status == 4) refused = counts.Count;
            if (status == 5) failed = counts.Count;
        }

        return new RouteAnswer(
            route.Method, route.Route, all.Count, refused, failed, all.QuantileMs(0.5), all.QuantileMs(0.99));
    }

    private static LatencyAnswer LatencyOf(DurationCounts now, DurationCounts before, double seconds)
    {
        DurationCounts recent = now.Since(before);
        return new LatencyAnswer(
            now.Count,
            recent.Count / seconds,
            recent.QuantileMs(0.5),
            recent.QuantileMs(0.9),
            recent.QuantileMs(0.99));
    }

    private static SlowOperationAnswer Of(SlowOperation each) => new(
        each.Kind,
        each.Name,
        each.Detail,
        DateTimeOffset.FromUnixTimeMilliseconds(each.AtMs),
        each.Duration.TotalMilliseconds,
        each.TraceId);
}
