using Catalog.Engine.Core.Shards;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Observability;

/// <summary>What <c>/metrics</c> says. Thread-safe.</summary>
internal sealed class MetricsText(
    EngineHost engine, EventHost events, HttpTimings http, EngineTimings timings, MeterCollector meters)
{
    private const string Requests = "http_server_request_duration_seconds";
    private const string BatchSize = "catalog_engine_batch_commands";

    /// <summary>Writes every family. O(families).</summary>
    internal string Write()
    {
        var writer = new PrometheusWriter();
        WriteShards(writer);
        WriteStorage(writer);
        WriteHttp(writer);
        WriteProcess(writer);
        WriteModels(writer);
        meters.Write(writer);
        return writer.ToString();
    }

    private void WriteShards(PrometheusWriter writer)
    {
        ShardStatus[] shards = engine.Engine.ReadShards();
        Family("catalog_engine_mailbox_depth", "gauge", "Commands that wait", static s => s.MailboxDepth);
        Family("catalog_engine_commands_total", "counter", "Commands decided", static s => s.CommandCount);
        Family("catalog_engine_batches_total", "counter", "Batches decided", static s => s.BatchCount);
        Family("catalog_engine_partitions", "gauge", "Partitions in memory", static s => s.PartitionCount);
        writer.Begin("catalog_engine_decide_duration_seconds", "histogram", "Time a turn takes to decide a batch");
        writer.Durations("catalog_engine_decide_duration_seconds", "", timings.ReadDecide());
        writer.Begin("catalog_engine_commit_duration_seconds", "histogram", "Time until a decided batch is durable");
        writer.Durations("catalog_engine_commit_duration_seconds", "", timings.ReadCommit());
        writer.Begin(BatchSize, "histogram", "Commands in a batch");
        double[] bounds = [.. Enumerable.Range(0, BatchSizes.BucketCount).Select(static i => (double)(1 << i))];
        writer.Buckets(BatchSize, "", bounds, timings.Sizes.Read(), timings.Sizes.Sum);

        void Family(string name, string type, string help, Func<ShardStatus, double> value)
        {
            writer.Begin(name, type, help);
            foreach (ShardStatus shard in shards)
                writer.Sample(name, LabelText.Of("shard", LabelText.Of(shard.Index)), value(shard));
        }
    }

    private void WriteStorage(PrometheusWriter writer)
    {
        Engine.Storage.Journal.JournalStatus journal = engine.ReadJournal();
        long position = engine.Engine.CheckpointStatus.Position;
        writer.Single(
            "catalog_journal_position_bytes", "gauge", "Position behind the last durable record",
            journal.CommittedPosition);
        writer.Single(
            "catalog_journal_live_bytes", "gauge", "Bytes of records that are kept",
            journal.CommittedPosition - journal.FirstPosition);
        writer.Single("catalog_journal_segments", "gauge", "Files of the journal", journal.SegmentCount);
        writer.Single(
            "catalog_journal_accepts_writes", "gauge", "Whether there is room for more", journal.AcceptsWrites ? 1 : 0);
        writer.Single(
            "catalog_snapshot_lag_bytes", "gauge", "Bytes a restart would replay",
            Math.Max(0, journal.CommittedPosition - position));
        writer.Single("catalog_snapshot_bytes", "gauge", "Bytes of the latest states",
            engine.ReadSnapshots().LiveBytes);
    }

    private void WriteHttp(PrometheusWriter writer)
    {
        writer.Single("http_server_active_requests", "gauge", "Requests under way", http.UnderWay);
        writer.Begin(Requests, "histogram", "Time requests take, by endpoint and class of status");
        foreach (RouteTimings route in http.Routes)
        {
            string labels = $"{LabelText.Of("http_route", route.Route)},{LabelText.Of("method", route.Method)}";
            foreach ((int status, DurationCounts counts) in route.Read())
                writer.Durations(Requests, $"{labels},{LabelText.Of("status", status + "xx")}", counts);
        }
    }

    private static void WriteProcess(PrometheusWriter writer)
    {
        writer.Single(
            "process_cpu_seconds_total", "counter", "Processor time used",
            Environment.CpuUsage.TotalTime.TotalSeconds);
        writer.Single(
            "process_resident_memory_bytes", "gauge", "Memory the system counts for the process",
            Environment.WorkingSet);
        writer.Single(
            "dotnet_gc_heap_bytes", "gauge", "Managed memory after the last collection",
            GC.GetGCMemoryInfo().HeapSizeBytes);
        writer.Single(
            "dotnet_gc_allocated_bytes_total", "counter", "Managed memory allocated", GC.GetTotalAllocatedBytes());
        writer.Single(
            "dotnet_gc_pause_seconds_total", "counter", "Time the collector stopped everything",
            GC.GetTotalPauseDuration().TotalSeconds);
        writer.Begin("dotnet_gc_collections_total", "counter", "Collections, younger ones counted with older ones");
        for (int i = 0; i <= GC.MaxGeneration; i++)
            writer.Sample("dotnet_gc_collections_total", LabelText.Of("gen", LabelText.Of(i)), GC.CollectionCount(i));
        writer.Single("dotnet_thread_pool_threads", "gauge", "Threads of the pool", ThreadPool.ThreadCount);
        writer.Single(
            "dotnet_thread_pool_queue_length", "gauge", "Work that waits for a thread",
            ThreadPool.PendingWorkItemCount);
    }

    private void WriteModels(PrometheusWriter writer)
    {
        long committed = events.CommittedPosition;
        writer.Begin("catalog_projection_lag_bytes", "gauge", "Bytes of the journal a model has not seen");
        foreach (ProjectionProbe each in events.Projections)
        {
            double lag = each.Describe(committed).LagBytes;
            writer.Sample("catalog_projection_lag_bytes", LabelText.Of("model", each.Name), lag);
        }

        var consumers = events.Consumers.Select(static each => each.GetStatus()).ToList();
        writer.Begin("catalog_consumer_lag_bytes", "gauge", "Bytes of the journal a consumer has not looked at");
        foreach (Engine.Core.Consumers.ConsumerStatus each in consumers)
            writer.Sample("catalog_consumer_lag_bytes", LabelText.Of("consumer", each.Name), each.LagBytes);
        writer.Begin("catalog_consumer_parked", "gauge", "Facts a consumer gave up on");
        foreach (Engine.Core.Consumers.ConsumerStatus each in consumers)
            writer.Sample("catalog_consumer_parked", LabelText.Of("consumer", each.Name), each.ParkedCount);
    }
}
