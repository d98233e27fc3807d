using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Snapshots;

public sealed class PackedSnapshotStoreConcurrencyTests
{
    [Fact]
    public async Task ReadersSeeWholeStatesThatNeverGoBackWhilePacksAreMergedAndDeleted()
    {
        const int partitions = 40;
        const int writes = 400;
        var options = new PackedSnapshotOptions { MergeBytesPerWrite = 400, PacksPerTier = 2 };
        using var store = new PackedSnapshotStore(new SimulatedDisk(1), options);
        SnapshotWorld.Write(store, [.. Enumerable.Range(0, partitions).Select(key => ((ulong)key, 0L))]);
        using var done = new CancellationTokenSource();

        Task[] readers = [.. Enumerable.Range(0, 2).Select(seed => Task.Run(() => Read(seed)))];
        var random = new Random(17);
        for (int i = 1; i <= writes; i++)
        {
            (ulong, long)[] states = new (ulong, long)[6];
            for (int s = 0; s < states.Length; s++) states[s] = ((ulong)random.Next(partitions), i);
            SnapshotWorld.Write(store, states);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        store.CheckInvariants();

        void Read(int seed)
        {
            var random = new Random(seed);
            long[] seen = new long[partitions];
            do
            {
                int key = random.Next(partitions);
                long value = SnapshotWorld.Read(store, (ulong)key)!.Value;
                Assert.True(value >= seen[key], $"Partition {key} went back from {seen[key]} to {value}.");
                seen[key] = value;
            }
            while (!done.IsCancellationRequested);
        }
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        SnapshotWorld.Write(store, (1, 10), (2, 20));
        var state = new ByteBuffer();
        AllocationGate.AssertNone(() =>
        {
            store.TryRead(new PartitionKey(1, 1), state, out _);
            store.TryRead(new PartitionKey(1, 3), state, out _);
        });
    }
}
