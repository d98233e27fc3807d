using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Storage.Snapshots;

public sealed class SnapshotIndexTests
{
    [Fact]
    public void ItIsADictionary()
    {
        var random = new Random(11);
        var index = new SnapshotIndex();
        var model = new Dictionary<PartitionKey, SnapshotLocation>();
        for (int i = 0; i < 5000; i++)
        {
            var key = new PartitionKey((byte)random.Next(3), (ulong)random.Next(2500));
            int slot = random.Next(10) == 0 ? SnapshotIndex.MaxPackSlot : random.Next(9);
            var location = new SnapshotLocation(slot, random.NextInt64(), random.Next());
            bool known = model.TryGetValue(key, out SnapshotLocation before);
            Assert.Equal(known, index.Set(key, in location, out SnapshotLocation was));
            Assert.Equal(before, was);
            model[key] = location;
            if (i % 500 == 0) index.CheckInvariants();
        }

        index.CheckInvariants();
        Assert.Equal(model.Count, index.Count);
        foreach ((PartitionKey key, SnapshotLocation location) in model)
        {
            Assert.True(index.TryGet(key, out SnapshotLocation found));
            Assert.Equal(location, found);
        }

        Assert.False(index.TryGet(new PartitionKey(9, 9), out _));
    }

    [Fact]
    public void APartitionTakesLessThan48Bytes()
    {
        const int count = 200_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        var index = new SnapshotIndex();
        for (int i = 0; i < count; i++) index.Set(new PartitionKey(1, (ulong)i), default, out _);

        // Everything ever allocated, outgrown tables included: those add up to no more than the table there is.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 24L * count, 48L * count);
    }
}
