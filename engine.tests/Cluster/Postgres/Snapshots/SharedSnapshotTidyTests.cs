using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Tests.Storage.Snapshots;
using Catalog.Shell.Cluster.Postgres.Snapshots;

namespace Catalog.Engine.Tests.Cluster.Postgres.Snapshots;

/// <summary>Space stays bounded, and nothing is lost by it.</summary>
[Collection(PostgresGroup.Name)]
public sealed class SharedSnapshotTidyTests(PostgresWorld postgres) : IDisposable
{
    private const int Partitions = 40;

    // Packs of a few states are already small, sparse or worth merging.
    private static readonly SharedSnapshotOptions Tiny = new()
    {
        Grace = TimeSpan.Zero, MergedPackBytes = 160, MergeBytes = 400, SmallPacks = 4,
    };

    private readonly SharedSnapshotWorld _world = new(postgres);

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Through_many_writes_packs_take_at_most_about_twice_what_lives(int seed)
    {
        var random = new Random(seed);
        var model = new Dictionary<ulong, long>();
        using SharedSnapshotStore first = _world.Open(Tiny);
        using SharedSnapshotStore second = _world.Open(Tiny);
        for (int round = 1; round <= 60; round++)
        {
            SharedSnapshotStore store = random.Next(2) == 0 ? first : second;
            (ulong Key, long Value)[] states =
            [
                .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (ulong)random.Next(Partitions)).Distinct()
                    .Select(key => (key, (long)round)),
            ];
            SnapshotWorld.Write(store, states);
            foreach ((ulong key, long value) in states) model[key] = value;
            if (round % 3 == 0) await (random.Next(2) == 0 ? first : second).TidyAsync();
        }

        // What one tidying makes dead the next removes.
        while (await first.TidyAsync() is not { MergedPacks: 0, RemovedPacks: 0 })
        {
        }

        await _world.CheckAsync();
        List<BlobEntry> blobs = _world.BlobList();
        long live = await _world.ScalarAsync<long>("SELECT sum(length)::bigint FROM {schema}.snapshot");
        Assert.InRange(blobs.Sum(static blob => blob.SizeBytes), live, 2 * live);
        foreach (SharedSnapshotStore node in (SharedSnapshotStore[])[second, _world.Open(Tiny)])
        {
            _ = node.All();
            foreach ((ulong key, long value) in model) Assert.Equal(value, SnapshotWorld.Read(node, key));
            Assert.Equal(model.Count, node.Count);
        }
    }

    [Fact]
    public async Task Nodes_write_and_two_tidy_at_the_same_time_and_the_newest_of_everything_is_there()
    {
        const int rounds = 40;
        using var done = new CancellationTokenSource();
        Task[] writers =
        [
            .. Enumerable.Range(0, 3).Select(writer => Task.Run(() =>
            {
                using SharedSnapshotStore store = _world.Open(Tiny);
                var random = new Random(writer);
                for (int round = 1; round <= rounds; round++)
                {
                    // Keys of all writers overlap; the positions are the writer's own, so most come too late.
                    (ulong, long)[] states =
                    [
                        .. Enumerable.Range(0, Partitions).Where(_ => random.Next(4) == 0 || round == rounds)
                            .Select(key => ((ulong)key, (long)((round * 3) + writer))),
                    ];
                    TryWrite(store, states);
                }

                TryUntilDone(store, [.. Enumerable.Range(0, Partitions).Select(key => ((ulong)key, 1000L + writer))]);
            })),
        ];
        Task[] tidiers =
        [
            .. Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                using SharedSnapshotStore store = _world.Open(Tiny);
                while (!done.IsCancellationRequested) await store.TidyAsync();
            })),
        ];
        await Task.WhenAll(writers);
        await done.CancelAsync();
        await Task.WhenAll(tidiers);
        await _world.CheckAsync();
        using SharedSnapshotStore reader = _world.Open(Tiny);
        for (ulong key = 0; key < Partitions; key++) Assert.Equal(1002, SnapshotWorld.Read(reader, key));
    }

    // Without any grace a pack may be removed before its writer points at it: then the write fails as a whole.
    private static bool TryWrite(SharedSnapshotStore store, (ulong, long)[] states)
    {
        try
        {
            SnapshotWorld.Write(store, states);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void TryUntilDone(SharedSnapshotStore store, (ulong, long)[] states)
    {
        while (!TryWrite(store, states))
        {
        }
    }
}
