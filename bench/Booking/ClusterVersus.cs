using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Engines;
using Catalog.Bench.Shared.Peers;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Bench.Booking;

/// <summary>
/// Through shard and the journal in PostgreSQL, committed there before the answer, beside PostgreSQL doing the holds
/// itself: the same program with the same settings on the same disk, one after the other.
/// </summary>
internal static class ClusterVersus
{
    private const string Layer = "cluster";

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload, BookingPeers peers)
    {
        double postgres = await peers.PostgresAsync();
        int shards = Environment.ProcessorCount;
        // As many under way as the peer has connections, and as many as many callers bring.
        var single = new PipelineShape(Math.Max(1, PostgresSeatHolds.ConnectionCount / shards), 1);
        foreach (PipelineShape shape in new[] { single, PipelineShape.Default })
        {
            double ours = await MeasureAsync(run, workload, shape);
            string how = $"journal in PostgreSQL, fsync before the answer, {shape}, {shards} shards";
            rows.Add(VersusRow.Rate(HoldWorkload.Subject(Layer, how), BookingPeers.PostgresName, ours, postgres));
        }
    }

    private static async Task<double> MeasureAsync(BenchRun run, HoldWorkload workload, PipelineShape shape)
    {
        await using PostgresPeer server = await PostgresPeer.StartAsync(run);
        var options = new PostgresOptions { ConnectionString = server.ConnectionString };
        await using var database = new PostgresDatabase(options, NullLogger<PostgresDatabase>.Instance);
        // The engine disposes it. One node, as where there is none to be told.
        PostgresJournal journal = await PostgresJournal.OpenAsync(database);
        journal.TellsOthers = false;
        journal.Start();
        var snapshots = new PackedSnapshotStore(new LocalDisk(run.NewFolder("snapshots")));
        double perSecond;
        await using (BookingHouses houses = await BookingHouses.OpenAsync(
            workload, new EngineStorage(journal, snapshots), Environment.ProcessorCount,
            (engine, cancel) => OwnAsync(engine, journal.Session, cancel)))
        {
            const string Name = "shard and journal in PostgreSQL";
            perSecond = await DurableVersus.MeasureAsync(run, workload, shape, houses, Name);
            Describe(await journal.ReadStatusAsync(run.Cancel));
        }

        return perSecond;
    }

    /// <summary>Takes every shard, as the only node of a cluster does.</summary>
    private static async Task OwnAsync(CatalogEngine engine, NodeSession session, CancellationToken cancel)
    {
        while (!session.IsOpen) await Task.Delay(TimeSpan.FromMilliseconds(1), cancel);
        long term = session.Term;
        int[] shards = [.. Enumerable.Range(0, engine.ShardCount)];
        foreach (int shard in shards)
        {
            if (await session.TryLockAsync(shard) != term)
                throw new InvalidOperationException($"Shard {shard} was not to be had.");
        }

        await engine.AcquireAsync(shards, term, cancel);
    }

    private static void Describe(PostgresJournalStatus status)
    {
        double bytesPerGroup = (double)(status.HeadPosition - status.FirstPosition) / Math.Max(1, status.GroupCount);
        BenchRun.Say(string.Create(CultureInfo.InvariantCulture,
            $"  {status.GroupCount:N0} groups of {bytesPerGroup / 1024:N0} KiB, a commit {status.CommitMedianMs:0.0} ms"
            + $" (median), {status.CommitP99Ms:0.0} ms (p99); {status.TableBytes / 1e6:N0} MB of table for "
            + $"{(status.HeadPosition - status.FirstPosition) / 1e6:N0} MB of log"));
    }
}
