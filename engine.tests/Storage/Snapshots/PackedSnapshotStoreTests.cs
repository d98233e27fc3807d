using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Snapshots;

public sealed class PackedSnapshotStoreTests
{
    private const string FirstPack = "snapshots/0000000000000001.pack";
    private const string SecondPack = "snapshots/0000000000000002.pack";

    [Fact]
    public void AnEmptyStoreKnowsNobody()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        Assert.False(store.TryRead(new PartitionKey(1, 7), new ByteBuffer(), out _));
        Assert.Empty(store.All());
        Assert.Equal(0, store.PackCount);
    }

    [Fact]
    public void WhatWasWrittenIsRead()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        SnapshotWorld.Write(store, (1, 10), (2, 20), (3, 0));
        Assert.Equal(10, SnapshotWorld.Read(store, 1));
        Assert.Equal(20, SnapshotWorld.Read(store, 2));
        Assert.Equal(0, SnapshotWorld.Read(store, 3));
        Assert.Null(SnapshotWorld.Read(store, 4));
        store.CheckInvariants();
    }

    [Fact]
    public void SystemsWithTheSameKeyAreApart()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        var set = new SnapshotSet();
        for (int system = 0; system < 256; system++)
        {
            set.Begin().Write([(byte)system, 1, 2]);
            set.End(new SnapshotInfo(new PartitionKey((byte)system, 5), system, -system));
        }

        store.Write(set);
        var state = new ByteBuffer();
        for (int system = 0; system < 256; system++)
        {
            Assert.True(store.TryRead(new PartitionKey((byte)system, 5), state, out SnapshotInfo info));
            Assert.Equal(new SnapshotInfo(new PartitionKey((byte)system, 5), system, -system), info);
            Assert.Equal([(byte)system, 1, 2], state.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public void TheNewestStateWinsAlsoAfterOpeningAgain()
    {
        var disk = new SimulatedDisk(1);
        using (var store = new PackedSnapshotStore(disk))
        {
            SnapshotWorld.Write(store, (1, 10), (2, 20));
            SnapshotWorld.Write(store, (2, 21), (3, 30));
        }

        using var again = new PackedSnapshotStore(disk);
        Assert.Equal([10L, 21, 30], Enumerable.Range(1, 3).Select(key => SnapshotWorld.Read(again, (ulong)key)!.Value));
        Assert.Equal([1UL, 2UL, 3UL], again.All().Select(info => info.Key.Key).Order().ToArray());
        Assert.All(again.All(), info => Assert.Equal(SnapshotWorld.InfoOf(info.Key.Key, info.Position), info));
        again.CheckInvariants();
    }

    [Fact]
    public void TheLastOfTwoStatesOfOnePartitionInOneSetWins()
    {
        var disk = new SimulatedDisk(1);
        using (var store = new PackedSnapshotStore(disk)) SnapshotWorld.Write(store, (1, 10), (1, 11));
        using var again = new PackedSnapshotStore(disk);
        Assert.Equal(11, SnapshotWorld.Read(again, 1));
        again.CheckInvariants();
    }

    [Fact]
    public void AnEmptySetMakesNoFile()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        store.Write(new SnapshotSet());
        Assert.Empty(disk.List("snapshots"));
    }

    [Fact]
    public void ADeadPackIsDeleted()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        for (int i = 0; i < 20; i++) SnapshotWorld.Write(store, (1, i), (2, i));
        Assert.Equal(["0000000000000014.pack"], disk.List("snapshots"));
        Assert.Equal(19, SnapshotWorld.Read(store, 1));
    }

    [Fact]
    public void ASparsePackIsMergedIntoTheNextWrite()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        SnapshotWorld.Write(store, (1, 10), (2, 20), (3, 30), (4, 40), (5, 50));
        SnapshotWorld.Write(store, (1, 11), (2, 21), (3, 31));
        Assert.True(disk.Exists(FirstPack));
        SnapshotWorld.Write(store, (6, 60));
        Assert.False(disk.Exists(FirstPack));
        Assert.True(disk.Exists(SecondPack));
        long[] found = [.. Enumerable.Range(1, 6).Select(key => SnapshotWorld.Read(store, (ulong)key)!.Value)];
        Assert.Equal([11, 21, 31, 40, 50, 60], found);
        store.CheckInvariants();
    }

    [Fact]
    public void AnUntouchedPackIsNotMerged()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        SnapshotWorld.Write(store, (1, 10), (2, 20), (3, 30));
        SnapshotWorld.Write(store, (1, 11));
        SnapshotWorld.Write(store, (4, 40));
        Assert.True(disk.Exists(FirstPack));
    }

    [Fact]
    public void MergingIsBoundedByTheWrite()
    {
        var disk = new SimulatedDisk(1);
        var options = new PackedSnapshotOptions
        {
            MergeBytesPerWrite = 100, MergeEntriesPerWrite = 40, PacksPerTier = 2,
        };
        using var store = new PackedSnapshotStore(disk, options);
        SnapshotWorld.Write(store, Enumerable.Range(0, 300).Select(i => ((ulong)i, (long)i)).ToArray());
        SnapshotWorld.Write(store, Enumerable.Range(0, 200).Select(i => ((ulong)i, 1000L + i)).ToArray());
        var empty = new SnapshotSet();
        int writes = 0;
        while (disk.Exists(FirstPack))
        {
            long before = store.TotalBytes;
            store.Write(empty);
            store.CheckInvariants();
            Assert.InRange(store.TotalBytes - before, long.MinValue, 100 + SnapshotWorld.EntryBytes);
            Assert.InRange(++writes, 1, 200);
        }

        // 100 live states of more than 44 bytes, at most 3 a write.
        Assert.InRange(writes, 100 / 3, 200);
        for (int i = 0; i < 300; i++) Assert.Equal(i < 200 ? 1000 + i : i, SnapshotWorld.Read(store, (ulong)i));
    }

    [Fact]
    public void ManySmallWritesLeaveFewPacks()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        for (int i = 0; i < 1000; i++) SnapshotWorld.Write(store, ((ulong)i, i));
        Assert.InRange(store.PackCount, 1, 40);
        Assert.Equal(1000, store.Count);
        store.CheckInvariants();
        for (int i = 0; i < 1000; i++) Assert.Equal(i, SnapshotWorld.Read(store, (ulong)i));
    }

    [Fact]
    public void DeadBytesStayBelowTheLiveOnes()
    {
        var random = new Random(5);
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        for (int i = 0; i < 300; i++)
        {
            SnapshotWorld.Write(store, [.. Enumerable.Range(0, 8).Select(_ => ((ulong)random.Next(100), (long)i))]);
            Assert.InRange(store.TotalBytes, store.LiveBytes, (2 * store.LiveBytes) + (10 * SnapshotWorld.EntryBytes));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void ADamagedStateIsNamedAndNotMerged(int offset)
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        SnapshotWorld.Write(store, (1, 10), (2, 20), (3, 30), (4, 40), (5, 50));
        disk.FlipBit(FirstPack, offset, 0);
        SnapshotWorld.Write(store, (2, 21), (3, 31), (4, 41));
        for (int i = 0; i < 3; i++) SnapshotWorld.Write(store, (6, 60));
        var thrown = Assert.Throws<InvalidDataException>(() => SnapshotWorld.Read(store, 1));
        Assert.Contains(FirstPack, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(50, SnapshotWorld.Read(store, 5));
        Assert.Equal(60, SnapshotWorld.Read(store, 6));
        store.CheckInvariants();
    }

    [Fact]
    public void EveryBitOfTheFooterCounts()
    {
        for (int fromEnd = 1; fromEnd <= 32 + (2 * 40); fromEnd++)
        {
            var disk = new SimulatedDisk(1);
            using (var store = new PackedSnapshotStore(disk)) SnapshotWorld.Write(store, (1, 10), (2, 20));
            disk.FlipBit(FirstPack, SnapshotWorld.LengthOf(disk, FirstPack) - fromEnd, 0);
            var thrown = Assert.Throws<InvalidDataException>(() => new PackedSnapshotStore(disk));
            Assert.Contains(FirstPack, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ACutPackIsNamed()
    {
        var disk = new SimulatedDisk(1);
        using (var store = new PackedSnapshotStore(disk)) SnapshotWorld.Write(store, (1, 10), (2, 20));
        for (int length = SnapshotWorld.LengthOf(disk, FirstPack) - 1; length >= 0; length--)
        {
            SnapshotWorld.Cut(disk, FirstPack, length);
            var thrown = Assert.Throws<InvalidDataException>(() => new PackedSnapshotStore(disk));
            Assert.Contains(FirstPack, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void APackUnderAnotherNumberIsRefused()
    {
        var disk = new SimulatedDisk(1);
        using (var store = new PackedSnapshotStore(disk)) SnapshotWorld.Write(store, (1, 10));
        disk.Rename(FirstPack, SecondPack);
        Assert.Throws<InvalidDataException>(() => new PackedSnapshotStore(disk));
    }

    [Fact]
    public void OtherFilesAreLeftAloneAndTemporaryOnesDeleted()
    {
        var disk = new SimulatedDisk(1);
        disk.Open("snapshots/readme.txt").Dispose();
        disk.Open("snapshots/0000000000000009.tmp").Dispose();
        using var store = new PackedSnapshotStore(disk);
        Assert.Equal(["readme.txt"], disk.List("snapshots"));
    }

    [Fact]
    public void AFullDiskKeepsTheEarlierSnapshots()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        SnapshotWorld.Write(store, (1, 10), (2, 20));
        disk.CapacityBytes = SnapshotWorld.UsedBytes(disk) + 20;
        Assert.ThrowsAny<IOException>(() => SnapshotWorld.Write(store, (1, 11), (2, 21)));
        Assert.Equal(10, SnapshotWorld.Read(store, 1));
        Assert.Equal(["0000000000000001.pack"], disk.List("snapshots"));
        disk.CapacityBytes = long.MaxValue;
        SnapshotWorld.Write(store, (1, 12));
        Assert.Equal(12, SnapshotWorld.Read(store, 1));
        store.CheckInvariants();
    }

    [Fact]
    public void WithoutRoomForMergingTheNewStatesAreStillSaved()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        SnapshotWorld.Write(store, (1, 10), (2, 20), (3, 30), (4, 40), (5, 50));
        SnapshotWorld.Write(store, (1, 11), (2, 21), (3, 31));
        disk.CapacityBytes = SnapshotWorld.UsedBytes(disk) + SnapshotWorld.EntryBytes + 72;
        SnapshotWorld.Write(store, (6, 60));
        Assert.True(disk.Exists(FirstPack));
        Assert.Equal(60, SnapshotWorld.Read(store, 6));
        Assert.Equal(50, SnapshotWorld.Read(store, 5));
    }

    [Fact]
    public void AClosedStoreSaysSo()
    {
        var store = new PackedSnapshotStore(new SimulatedDisk(1));
        store.Dispose();
        store.Dispose();
        Assert.Throws<ObjectDisposedException>(() => store.TryRead(default, new ByteBuffer(), out _));
        Assert.Throws<ObjectDisposedException>(() => store.Write(new SnapshotSet()));
    }
}
