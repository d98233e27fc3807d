using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Snapshots;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres.Snapshots;

/// <summary>The nodes of a cluster that share a database and a folder of blobs.</summary>
internal sealed class SharedSnapshotWorld : IDisposable
{
    internal const int Shards = 4;
    private readonly PostgresWorld _postgres;
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresDatabase _database;

    internal SharedSnapshotWorld(PostgresWorld postgres)
    {
        _postgres = postgres;
        _database = postgres.NewDatabase();
        Blobs = new TroubledBlobs(new DiskBlobStore(new LocalDisk(_folder.Path)));
    }

    internal static SharedSnapshotOptions Hasty { get; } = new() { Grace = TimeSpan.Zero };

    internal TroubledBlobs Blobs { get; }

    internal string Schema => _database.Schema;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    internal static int ShardOf(PartitionKey key) => (int)(key.StableHash() % Shards);

    /// <summary>Another node.</summary>
    internal SharedSnapshotStore Open(SharedSnapshotOptions? options = null)
    {
        var store = new SharedSnapshotStore(_database, Blobs, ShardOf, options ?? Hasty);
        _ = store.All();
        return store;
    }

    /// <summary>Makes places a cluster's first.</summary>
    internal async Task PublishAsync(SharedSnapshotStore store, IEnumerable<SnapshotPlace> places)
    {
        await using NpgsqlConnection session = await _database.OpenSessionAsync(default);
        await store.PublishAsync(places, session, default);
    }

    internal Task RunAsync(string sql) => _postgres.RunAsync(sql.Replace("{schema}", Schema));

    internal Task<T> ScalarAsync<T>(string sql) => _postgres.ScalarAsync<T>(sql.Replace("{schema}", Schema));

    internal Task<long> PacksAsync() => ScalarAsync<long>("SELECT count(*) FROM {schema}.snapshot_pack");

    internal List<BlobEntry> BlobList() => Blobs.AllAsync("snapshots/").ToBlockingEnumerable().ToList();

    internal string PathOf(string blob) => Path.Combine(_folder.Path, blob);

    /// <summary>Every row's pack is there, with room for what the row says.</summary>
    internal async Task CheckAsync()
    {
        const string longest = "SELECT coalesce(max(start + length), 0)::bigint FROM {schema}.snapshot WHERE pack = ";
        foreach (BlobEntry blob in BlobList())
        {
            long pack = Convert.ToInt64(blob.Name["snapshots/".Length..], 16);
            Assert.True(await ScalarAsync<long>(longest + pack) <= blob.SizeBytes, $"{blob.Name} is too short.");
        }

        long referred = await ScalarAsync<long>("SELECT count(DISTINCT pack) FROM {schema}.snapshot");
        long there = await ScalarAsync<long>(
            "SELECT count(DISTINCT pack) FROM {schema}.snapshot WHERE to_hex(pack) = ANY (ARRAY["
            + string.Join(',', BlobList().Select(static b => $"'{Convert.ToInt64(b.Name[10..], 16):x}'").Append("''"))
            + "])");
        Assert.Equal(referred, there);
    }
}
