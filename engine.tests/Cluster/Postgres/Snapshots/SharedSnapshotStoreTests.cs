using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Tests.Storage.Blobs;
using Catalog.Engine.Tests.Storage.Snapshots;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres.Snapshots;

namespace Catalog.Engine.Tests.Cluster.Postgres.Snapshots;

[Collection(PostgresGroup.Name)]
public sealed class SharedSnapshotStoreTests(PostgresWorld postgres) : IDisposable
{
    private readonly SharedSnapshotWorld _world = new(postgres);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void What_one_node_writes_another_reads_once_it_has_refreshed_the_shard()
    {
        using SharedSnapshotStore first = _world.Open();
        using SharedSnapshotStore second = _world.Open();
        SnapshotWorld.Write(first, [.. Enumerable.Range(0, 100).Select(static i => ((ulong)i, (long)i + 1000))]);
        Assert.Null(SnapshotWorld.Read(second, 7));
        int shard = SharedSnapshotWorld.ShardOf(new PartitionKey(1, 7));
        second.Refresh(shard);
        for (ulong key = 0; key < 100; key++)
        {
            Assert.Equal((long)key + 1000, SnapshotWorld.Read(first, key));
            bool isOfShard = SharedSnapshotWorld.ShardOf(new PartitionKey(1, key)) == shard;
            Assert.Equal(isOfShard ? (long)key + 1000 : null, SnapshotWorld.Read(second, key));
        }

        Assert.Equal(
            Enumerable.Range(0, 100).Select(static i => SnapshotWorld.InfoOf((ulong)i, i + 1000)),
            second.All().OrderBy(static info => info.Key.Key));
        Assert.Equal(1099, SnapshotWorld.Read(second, 99));
    }

    [Fact]
    public void An_older_state_never_replaces_a_newer_one()
    {
        using SharedSnapshotStore first = _world.Open();
        using SharedSnapshotStore second = _world.Open();
        SnapshotWorld.Write(first, (1, 50), (2, 50), (3, 50));
        SnapshotWorld.Write(second, (1, 40), (2, 60), (4, 40));
        Assert.Null(SnapshotWorld.Read(second, 1));
        for (int shard = 0; shard < SharedSnapshotWorld.Shards; shard++)
        {
            first.Refresh(shard);
            second.Refresh(shard);
        }

        foreach (SharedSnapshotStore store in (SharedSnapshotStore[])[first, second, _world.Open()])
        {
            ulong[] keys = [1, 2, 3, 4];
            Assert.Equal([50, 60, 50, 40], keys.Select(key => SnapshotWorld.Read(store, key)!.Value));
            Assert.Equal(4, store.Count);
        }
    }

    [Fact]
    public void What_is_the_core_s_own_is_always_the_latest()
    {
        using SharedSnapshotStore first = _world.Open();
        using SharedSnapshotStore second = _world.Open();
        var state = new ByteBuffer();
        foreach (long position in (long[])[100, 200])
        {
            var set = new SnapshotSet();
            set.Begin();
            set.End(new SnapshotInfo(new PartitionKey(0, 5), position, long.MaxValue));
            first.Write(set);
            Assert.True(second.TryRead(new PartitionKey(0, 5), state, out SnapshotInfo info));
            Assert.Equal(position, info.Position);
        }

        Assert.False(second.TryRead(new PartitionKey(0, 6), state, out _));
    }

    [Fact]
    public void Of_a_partition_that_comes_twice_in_a_set_the_last_counts()
    {
        using SharedSnapshotStore store = _world.Open();
        SnapshotWorld.Write(store, (1, 10), (2, 10), (1, 11));
        Assert.Equal(11, SnapshotWorld.Read(store, 1));
        Assert.Equal(11, SnapshotWorld.Read(_world.Open(), 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_beside_the_blob_leaves_the_earlier_states_and_nothing_for_long(bool isBehind)
    {
        using SharedSnapshotStore store = _world.Open();
        SnapshotWorld.Write(store, (1, 10), (2, 10));
        Func<Task> crash = static () => throw new IOException("The process ends here.");
        if (isBehind) _world.Blobs.Behind = crash;
        else _world.Blobs.Before = crash;
        Assert.Throws<IOException>(() => SnapshotWorld.Write(store, (2, 20), (3, 20)));
        _world.Blobs.Before = _world.Blobs.Behind = static () => Task.CompletedTask;
        Assert.Equal(isBehind ? 2 : 1, _world.BlobList().Count);
        foreach (SharedSnapshotStore node in (SharedSnapshotStore[])[store, _world.Open()])
        {
            Assert.Equal(10, SnapshotWorld.Read(node, 2));
            Assert.Null(SnapshotWorld.Read(node, 3));
        }

        Assert.Equal(1, (await store.TidyAsync()).RemovedPacks);
        Assert.Single(_world.BlobList());
        Assert.Equal(1, await _world.PacksAsync());
        await _world.CheckAsync();
    }

    [Fact]
    public async Task Rows_come_together_or_not_at_all()
    {
        using SharedSnapshotStore store = _world.Open();
        await _world.RunAsync("ALTER TABLE {schema}.snapshot ADD CONSTRAINT unlucky CHECK (key <> 13)");
        Assert.Throws<IOException>(() => SnapshotWorld.Write(store, (1, 10), (13, 10), (20, 10)));
        Assert.Equal(0, await _world.ScalarAsync<long>("SELECT count(*) FROM {schema}.snapshot"));
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public async Task A_writer_that_slept_until_its_pack_was_removed_writes_nothing()
    {
        using SharedSnapshotStore store = _world.Open();
        using SharedSnapshotStore other = _world.Open();
        _world.Blobs.Behind = async () => Assert.Equal(1, (await other.TidyAsync()).RemovedPacks);
        Assert.Throws<IOException>(() => SnapshotWorld.Write(store, (1, 10)));
        Assert.Equal(0, store.Count);
        Assert.Empty(_world.BlobList());

        // And one that slept before it wrote the blob: the blob belongs to nobody.
        _world.Blobs.Before = _world.Blobs.Behind;
        _world.Blobs.Behind = static () => Task.CompletedTask;
        Assert.Throws<IOException>(() => SnapshotWorld.Write(store, (1, 10)));
        Assert.Single(_world.BlobList());
        Assert.Equal(1, (await other.TidyAsync()).RemovedOrphans);
        Assert.Empty(_world.BlobList());
    }

    [Fact]
    public async Task A_pack_stays_for_the_grace()
    {
        var patient = new SharedSnapshotOptions { Grace = TimeSpan.FromHours(1) };
        using SharedSnapshotStore store = _world.Open(patient);
        SnapshotWorld.Write(store, (1, 10));
        SnapshotWorld.Write(store, (1, 20));
        Assert.Equal(0, (await store.TidyAsync()).RemovedPacks);
        Assert.Equal(2, _world.BlobList().Count);
        await _world.RunAsync("UPDATE {schema}.snapshot_pack SET dead_since = dead_since - interval '61 minutes'");
        Assert.Equal(1, (await store.TidyAsync()).RemovedPacks);
        Assert.Single(_world.BlobList());
        Assert.Equal(20, SnapshotWorld.Read(store, 1));
    }

    [Fact]
    public async Task A_node_with_an_old_index_finds_what_was_moved_and_removed_meanwhile()
    {
        using SharedSnapshotStore writer = _world.Open();
        SnapshotWorld.Write(writer, (1, 10), (2, 10), (3, 10), (4, 10));
        using SharedSnapshotStore reader = _world.Open();
        SnapshotWorld.Write(writer, (2, 20), (3, 20), (4, 20));
        Assert.Equal(1, (await writer.TidyAsync()).MergedPacks);
        Assert.Equal(1, (await writer.TidyAsync()).RemovedPacks);
        Assert.Equal(10, SnapshotWorld.Read(reader, 1));
        Assert.Equal(20, SnapshotWorld.Read(reader, 2));
    }

    [Fact]
    public async Task A_damaged_state_is_recognised_alone_and_stays_where_it_is()
    {
        using SharedSnapshotStore store = _world.Open();
        SnapshotWorld.Write(store, (1, 10), (2, 10), (3, 10), (4, 10), (5, 10), (6, 10));
        SnapshotWorld.Write(store, (3, 20), (4, 20), (5, 20), (6, 20));
        string path = _world.PathOf(_world.BlobList()[0].Name);
        byte[] file = File.ReadAllBytes(path);
        file[3] ^= 16;
        File.WriteAllBytes(path, file);
        foreach (SharedSnapshotStore node in (SharedSnapshotStore[])[_world.Open(), _world.Open()])
        {
            var damaged = Assert.Throws<InvalidDataException>(() => SnapshotWorld.Read(node, 1));
            Assert.Contains("partition 1 of system 1", damaged.Message, StringComparison.Ordinal);
            Assert.Equal(10, SnapshotWorld.Read(node, 2));
            Assert.Equal(20, SnapshotWorld.Read(node, 3));
            await node.TidyAsync();
        }

        await _world.CheckAsync();
    }

    [Fact]
    public void A_pack_somebody_removed_is_told()
    {
        using SharedSnapshotStore store = _world.Open();
        SnapshotWorld.Write(store, (1, 10));
        File.Delete(_world.PathOf(_world.BlobList()[0].Name));
        var gone = Assert.Throws<InvalidDataException>(() => SnapshotWorld.Read(_world.Open(), 1));
        Assert.Contains("not there", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_does_not_answer_is_given_up_and_left_alone_for_a_while()
    {
        using SharedSnapshotStore writer = _world.Open();
        SnapshotWorld.Write(writer, (1, 10));
        using SharedSnapshotStore store = _world.Open(new SharedSnapshotOptions
        {
            ReadPatience = TimeSpan.FromMilliseconds(50), ReadPause = TimeSpan.FromDays(1),
        });
        _world.Blobs.IsSilent = true;
        Assert.Throws<IOException>(() => SnapshotWorld.Read(store, 1));
        int reads = _world.Blobs.Reads;
        _world.Blobs.IsSilent = false;
        Assert.Throws<IOException>(() => SnapshotWorld.Read(store, 1));
        Assert.Equal(reads, _world.Blobs.Reads);
        Assert.Equal(10, SnapshotWorld.Read(writer, 1));
    }

    [Fact]
    public void Large_and_empty_states_and_any_key_come_back()
    {
        using SharedSnapshotStore store = _world.Open();
        var set = new SnapshotSet();
        int[] sizes = [0, 1, 128 * 1024, (128 * 1024) + 1, 5_000_000, 0, 300_000, 131_072];
        PartitionKey[] keys =
            [.. sizes.Select(static (_, i) => new PartitionKey((byte)(255 - i), ulong.MaxValue - (ulong)i))];
        for (int i = 0; i < sizes.Length; i++)
        {
            set.Begin().Write(BlobStoreContract.Bytes(sizes[i], i));
            set.End(new SnapshotInfo(keys[i], 5, long.MaxValue));
        }

        store.Write(set);
        var state = new ByteBuffer();
        using SharedSnapshotStore other = _world.Open();
        for (int i = 0; i < sizes.Length; i++)
        {
            Assert.True(other.TryRead(keys[i], state, out SnapshotInfo info));
            Assert.Equal(new SnapshotInfo(keys[i], 5, long.MaxValue), info);
            Assert.Equal(BlobStoreContract.Bytes(sizes[i], i), state.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public async Task A_state_in_pieces_is_spread_over_packs_and_read_as_of_one_time()
    {
        using SharedSnapshotStore store = _world.Open(SharedSnapshotWorld.Hasty with { PackBytes = 1000 });
        int pieces = PiecesWorld.Save(store, pieceBytes: 64, key: 1, value: 1, values: 60);
        Assert.InRange(_world.BlobList().Count, 3, pieces);
        using SharedSnapshotStore other = _world.Open();
        Assert.Equal(1, PiecesWorld.Read(other, 1, values: 60));

        // Nobody has told the other of it: what it knows is a head whose pieces are gone.
        PiecesWorld.Replace(store, pieceBytes: 100, value: 2, values: 60, knownPieces: pieces);
        Assert.Equal(2, PiecesWorld.Read(other, 1, values: 60));
        Assert.Equal(pieces, PiecesWorld.Save(other, pieceBytes: 64, key: 1, value: 1, values: 60));
        Assert.Equal(2, PiecesWorld.Read(_world.Open(), 1, values: 60));
        await store.TidyAsync();
        await store.TidyAsync();
        Assert.Equal(2, PiecesWorld.Read(_world.Open(), 1, values: 60));
        await _world.CheckAsync();
    }

    [Fact]
    public async Task States_in_pieces_are_taken_out_of_a_folder()
    {
        using var folder = new PackedSnapshotStore(new SimulatedDisk(1));
        for (ulong key = 1; key < 4; key++) PiecesWorld.Save(folder, pieceBytes: 64, key, value: 7, values: 60);
        using SharedSnapshotStore store = _world.Open();
        var copy = new SnapshotCopy(folder, store, SharedSnapshotWorld.Shards);
        List<SnapshotPlace> places = await copy.RunAsync(default);
        await _world.PublishAsync(store, places);
        using SharedSnapshotStore other = _world.Open();
        for (ulong key = 1; key < 4; key++) Assert.Equal(7, PiecesWorld.Read(other, key, values: 60));
    }

    [Fact]
    public void A_hundred_thousand_partitions_are_indexed_and_their_neighbours_read_together()
    {
        using SharedSnapshotStore store = _world.Open();
        for (int set = 0; set < 10; set++)
        {
            (ulong, long)[] states = [.. Enumerable.Range(set * 10_000, 10_000).Select(static i => ((ulong)i, 7L))];
            SnapshotWorld.Write(store, states);
        }

        using SharedSnapshotStore other = _world.Open();
        Assert.Equal(100_000, other.Count);
        int reads = _world.Blobs.Reads;
        for (ulong key = 0; key < 10_000; key++) Assert.Equal(7, SnapshotWorld.Read(other, key));
        Assert.InRange(_world.Blobs.Reads - reads, 1, 3);
    }
}
