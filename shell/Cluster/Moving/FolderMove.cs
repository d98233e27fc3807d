using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Catalog.Shell.Cluster.Postgres.Snapshots;
using Catalog.Shell.Hosting;
using Catalog.Shell.Options;
using Npgsql;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>
/// Takes the data folder of a server that stood alone into PostgreSQL, all or nothing: its journal goes on there at the
/// same positions, so saved states, models and offsets of consumers mean what they meant.
/// <code>
/// folder locked, every shard locked ─► states into packs (nobody knows of them yet) ─► the folder's mark
///     ─► one transaction: journal, index of states, consumers, secrets, parts of systems ─► commit
/// </code>
/// What ends before the commit is done again from the beginning; packs it left belong to nobody, and are removed by the
/// first tidying of the cluster.
/// </summary>
internal sealed class FolderMove(
    CatalogOptions catalog,
    ClusterOptions cluster,
    PostgresDatabase database,
    IBlobStore blobs,
    IEnumerable<IFolderPart> parts)
{
    private readonly FolderSecrets _secrets = new(catalog, database);

    /// <summary>Does it.</summary>
    /// <exception cref="IOException">It cannot be done; nothing was moved, unless the answer to the commit was lost:
    /// doing it again tells.</exception>
    /// <exception cref="InvalidDataException">The folder is damaged.</exception>
    public async Task<FolderMoveReport> RunAsync(CancellationToken cancel)
    {
        var disk = new LocalDisk(catalog.DataPath);
        using IDisposable taken = disk.Lock();
        CheckFolder(disk);
        database.EnsureSchema();
        await using NpgsqlConnection session = await database.OpenSessionAsync(cancel);
        await TakeShardsAsync(session, cancel);
        if (await HasLogAsync(session, cancel))
        {
            string? known = await _secrets.ReadJournalAsync(session, cancel);
            if (known is not null && known == MovedFolder.JournalOf(disk))
                return new FolderMoveReport { WasMovedBefore = true };
            throw new IOException(
                $"PostgreSQL at {database.Host} holds a journal already, and two cannot become one. Name an empty "
                + "database, or another Catalog:Postgres:Schema.");
        }

        return await MoveAsync(disk, session, cancel);
    }

    private async Task<FolderMoveReport> MoveAsync(LocalDisk disk, NpgsqlConnection session, CancellationToken cancel)
    {
        using FileJournal journal = FileJournal.Open(disk, FolderStorage.JournalOptionsOf(catalog));
        if (journal.CommittedPosition == 0)
            throw new IOException($"The journal of the data folder {disk.Root} is empty: there is nothing to move.");
        using var states = new PackedSnapshotStore(disk);
        var shared = new SharedSnapshotStore(
            database, blobs, key => CatalogEngine.ShardIndexOf(key, cluster.Shards));
        List<SnapshotPlace> places = await new SnapshotCopy(states, shared, cluster.Shards).RunAsync(cancel);
        List<(string Name, ConsumerState State)> consumers = await ConsumersAsync(disk, cancel);
        var copy = new JournalCopy(journal, NotedIn(places, consumers));

        // Before the commit: whatever happens to its answer, the folder is not gone on with by mistake.
        MovedFolder.Mark(disk, _secrets.Journal, database.Host);
        await using NpgsqlTransaction all = await session.BeginTransactionAsync(cancel);
        await copy.RunAsync(session, database, cancel);
        await shared.PublishAsync(places.Select(place => Settled(place, copy)), session, cancel);
        await SaveConsumersAsync(consumers, copy, session, cancel);
        await AgreeOnShardsAsync(session, cancel);
        await _secrets.SaveAsync(session, cancel);
        var told = new List<string>();
        foreach (IFolderPart part in parts) told.Add(await part.MoveAsync(disk.Root, session, cancel));
        await all.CommitAsync(cancel);
        return new FolderMoveReport
        {
            EndPosition = journal.CommittedPosition,
            FactCount = copy.FactCount,
            StateCount = places.Count,
            ConsumerCount = consumers.Count,
            Parts = told,
        };
    }

    private static void CheckFolder(LocalDisk disk)
    {
        if (UnfinishedFolder.IsMarked(disk))
            throw new IOException($"The data folder {disk.Root} was being seeded, and that was interrupted.");
        if (!Directory.Exists(Path.Combine(disk.Root, new FileJournalOptions().Folder)))
            throw new IOException($"The data folder {disk.Root} has no journal: there is nothing to move.");
    }

    /// <summary>Takes every shard's lock for as long as the session lives: no node runs, and none starts.</summary>
    private async Task TakeShardsAsync(NpgsqlConnection session, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT bool_and(pg_try_advisory_lock($1, shard)) FROM generate_series(0, $2 - 1) shard", session);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = database.LockClass(NodeSession.ShardPurpose) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = EngineOptions.MaxShards });
        if (await command.ExecuteScalarAsync(cancel) is not true)
            throw new IOException($"Servers run on the database {database.Host}: stop them first.");
    }

    private async Task<bool> HasLogAsync(NpgsqlConnection session, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            database.Sql("SELECT EXISTS (TABLE {schema}.journal) OR EXISTS (TABLE {schema}.snapshot)"), session);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static async Task<List<(string Name, ConsumerState State)>> ConsumersAsync(
        LocalDisk disk, CancellationToken cancel)
    {
        var store = new DiskConsumerStore(disk);
        var all = new List<(string, ConsumerState)>();
        foreach (string name in store.List()) all.Add((name, (await store.LoadAsync(name, cancel))!));
        return all;
    }

    /// <summary>What is read on from: by consumers, and by shards and models, whose keys are of system 0.</summary>
    private static IEnumerable<long> NotedIn(
        List<SnapshotPlace> places, List<(string Name, ConsumerState State)> consumers) =>
        places.Where(static place => place.Key.System == 0).Select(static place => place.Info.Position)
            .Concat(consumers.Select(static each => each.State.Offset));

    private static SnapshotPlace Settled(SnapshotPlace place, JournalCopy copy) =>
        place with { Info = place.Info with { Position = copy.Settled(place.Info.Position) } };

    private async Task SaveConsumersAsync(
        List<(string Name, ConsumerState State)> consumers,
        JournalCopy copy,
        NpgsqlConnection session,
        CancellationToken cancel)
    {
        var store = new PostgresConsumerStore(database);
        foreach ((string name, ConsumerState state) in consumers)
        {
            await store.SaveOffsetAsync(session, name, copy.Settled(state.Offset), cancel);
            foreach (ParkedEvent parked in state.Parked) await store.ParkAsync(session, name, parked, cancel);
        }
    }

    private async Task AgreeOnShardsAsync(NpgsqlConnection session, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            database.Sql("""
            INSERT INTO {schema}.cluster (shard_count) VALUES ($1)
            ON CONFLICT (one) DO UPDATE SET shard_count = EXCLUDED.shard_count
            """),
            session);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = cluster.Shards });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
