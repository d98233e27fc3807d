using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Catalog.Shell.Cluster.Postgres.Snapshots;
using Catalog.Shell.Hosting;
using Npgsql;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// What all nodes share: the journal in PostgreSQL, and snapshots whose index is there. The data folder stays this
/// node's own, for what is only its.
/// </summary>
internal sealed class ClusterStorage(PostgresDatabase database, IBlobStore blobs, ClusterOptions options) : IHostStorage
{
    private readonly NodeDirectory _directory = new(database);
    private PostgresJournal? _journal;
    private SharedSnapshotStore? _snapshots;
    private volatile Tuple<PostgresJournalStatus, SnapshotFigures>? _measured;

    /// <summary>The journal, once it is open.</summary>
    public PostgresJournal Journal => _journal ?? throw new InvalidOperationException("The storage is not open.");

    /// <summary>The snapshots, once they are open.</summary>
    public SharedSnapshotStore Snapshots => _snapshots ?? throw new InvalidOperationException("It is not open.");

    /// <summary>How many shards the cluster has, once the storage is open.</summary>
    public int ShardCount { get; private set; }

    /// <inheritdoc/>
    public EngineStorage Open(StorageSetup setup)
    {
        bool hasJournal = Directory.Exists(Path.Combine(setup.Disk.Root, new FileJournalOptions().Folder));
        string? moved = MovedFolder.JournalOf(setup.Disk);
        if (hasJournal && moved is null) throw HasJournal(setup);
        try
        {
            var journal = new PostgresJournalOptions { ConfirmWithin = ClusterMember.Confirm, Warn = setup.Warn };
            _journal = PostgresJournal.OpenAsync(database, journal).GetAwaiter().GetResult();
            ShardCount = _directory.AgreeOnShards(options.Shards);
            if (hasJournal && moved != FolderId.Shared(new SharedSecrets(database))) throw HasJournal(setup);
            _snapshots = new SharedSnapshotStore(
                database, blobs, key => CatalogEngine.ShardIndexOf(key, ShardCount));

            // The models look theirs up in what was read.
            _ = _snapshots.All();
        }
        catch (Exception failure)
        {
            _journal?.Dispose();
            if (failure is not (NpgsqlException or PostgresUnavailableException)) throw;
            throw new IOException($"PostgreSQL at {database.Host} cannot be used: {failure.Message}", failure);
        }

        return new EngineStorage(_journal, _snapshots, setup.Disk, setup.Folder);
    }

    private static IOException HasJournal(StorageSetup setup) => new(
        $"The data folder {setup.Disk.Root} has a journal of its own, and what is in it would be missing in the "
        + $"cluster. Take it there with {MoveToPostgresCommand.Name}, give this node another folder, or keep that "
        + "journal with Catalog:Postgres:Journal=false.");

    /// <inheritdoc/>
    public EngineOptions Adapt(EngineOptions options) => options with { Shards = ShardCount, StartsOwning = false };

    /// <inheritdoc/>
    public void Start() => Journal.Start();

    /// <inheritdoc/>
    /// <remarks>It has no files of its own; what it takes at the server is as of the last measurement.</remarks>
    public JournalStatus ReadJournal() => new(
        Math.Max(Journal.FirstPosition, _measured?.Item1.FirstPosition ?? 0),
        Journal.CommittedPosition,
        SegmentCount: 0,
        _measured?.Item1.TableBytes ?? 0,
        Journal.Session.IsOpen);

    /// <inheritdoc/>
    /// <remarks>Packs are as of the last measurement.</remarks>
    public SnapshotFigures ReadSnapshots() => (_measured?.Item2 ?? default) with { Count = Snapshots.Count };

    /// <summary>Asks the server how large everything is.</summary>
    /// <exception cref="IOException">It does not answer.</exception>
    /// <exception cref="NpgsqlException">It does not answer.</exception>
    public async Task MeasureAsync(CancellationToken cancel) => _measured = Tuple.Create(
        await Journal.ReadStatusAsync(cancel), await Snapshots.MeasureAsync(cancel));
}
