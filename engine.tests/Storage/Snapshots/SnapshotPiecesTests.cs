using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>States longer than a piece, with pieces of some bytes.</summary>
public sealed class SnapshotPiecesTests
{
    private const string FirstPack = "snapshots/0000000000000001.pack";

    [Fact]
    public void AStateIsTheSameInPiecesOfAnySize()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        for (int pieceBytes = 1; pieceBytes < 400; pieceBytes += 1 + (pieceBytes / 20))
        {
            int pieces = PiecesWorld.Save(store, pieceBytes, key: 1, pieceBytes, values: 40);
            Assert.InRange(pieces, 2, 600);
            Assert.Equal(pieceBytes, PiecesWorld.Read(store, 1, values: 40));
        }

        store.CheckInvariants();
    }

    [Fact]
    public void PiecesAreTheStateCutBetweenValuesAndShort()
    {
        var whole = new SnapshotSet();
        var cut = new SnapshotSet(pieceBytes: 100);
        Assert.Equal(0, PiecesWorld.Add(whole, 1, 5, values: 40));
        int pieces = PiecesWorld.Add(cut, 1, 5, values: 40);
        Assert.Equal(1, whole.Count);
        Assert.Equal(pieces + 1, cut.Count);
        byte[] together = [.. Enumerable.Range(0, pieces).SelectMany(i => cut.State(i).ToArray())];
        Assert.Equal(whole.State(0).ToArray(), together);
        Assert.Equal(together.Length + cut.State(pieces).Length, cut.SizeBytes);

        // A value that is longer is a piece of its own: text of 300 letters here.
        Assert.All(Enumerable.Range(0, pieces), i => Assert.InRange(cut.State(i).Length, 1, 610));
        Assert.All(Enumerable.Range(0, pieces), i => Assert.True(SnapshotPieces.IsPiece(cut.Info(i).Key)));
        Assert.Equal(PiecesWorld.KeyOf(1), cut.Info(pieces).Key);
    }

    [Fact]
    public void ShortStatesBesideLongOnesStayWhole()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        var set = new SnapshotSet(pieceBytes: 200);
        for (ulong key = 0; key < 30; key++)
        {
            int pieces = PiecesWorld.Add(set, key, (int)key, ValuesOf(key));
            Assert.Equal(key % 3 == 0, pieces > 0);
        }

        store.Write(set);
        for (ulong key = 0; key < 30; key++) Assert.Equal((int)key, PiecesWorld.Read(store, key, ValuesOf(key)));

        static int ValuesOf(ulong key) => key % 3 == 0 ? 30 : 0;
    }

    [Fact]
    public void ASetIsUsedAgain()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        var set = new SnapshotSet(pieceBytes: 64);
        for (int round = 0; round < 4; round++)
        {
            set.Clear();
            Assert.Equal(0, set.SizeBytes);
            PiecesWorld.Add(set, 1, round, values: 20 - (round * 3));
            PiecesWorld.Add(set, 2, round, values: 3);
            store.Write(set);
            Assert.Equal(round, PiecesWorld.Read(store, 1, values: 20 - (round * 3)));
            Assert.Equal(round, PiecesWorld.Read(store, 2, values: 3));
        }
    }

    [Fact]
    public void TheMemoryOfPiecesIsUsedAgain()
    {
        const int pieceBytes = 1 << 20;
        var set = new SnapshotSet(pieceBytes);
        long first = BytesTaken(), second = BytesTaken();
        Assert.InRange(first, 4 * pieceBytes, 12 * pieceBytes);
        Assert.InRange(second, 0, pieceBytes);

        long BytesTaken()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            set.Clear();
            var writer = new MessagePackWriter(set.Begin());
            for (int i = 0; i < 5 * pieceBytes / 9; i++) writer.Write(long.MaxValue);
            Assert.InRange(set.End(new SnapshotInfo(PiecesWorld.KeyOf(1), 1, 2)), 5, 6);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void WhatAStateHadMoreOfIsLetGo()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        int pieces = PiecesWorld.Save(store, 64, key: 1, value: 1, values: 60);
        long longest = store.LiveBytes;
        Assert.Equal(0, PiecesWorld.Replace(store, 64, value: 2, values: 0, knownPieces: pieces));
        Assert.Equal(2, PiecesWorld.Read(store, 1, values: 0));
        Assert.InRange(store.LiveBytes, 1, longest / 2);
        PiecesWorld.Replace(store, 64, value: 3, values: 30, knownPieces: pieces);
        Assert.Equal(3, PiecesWorld.Read(store, 1, values: 30));
        store.CheckInvariants();
    }

    [Fact]
    public void PiecesAreMovedOutOfSparsePacks()
    {
        var disk = new SimulatedDisk(1);
        using (var store = new PackedSnapshotStore(disk))
        {
            var set = new SnapshotSet(pieceBytes: 64);
            for (ulong key = 0; key < 5; key++) PiecesWorld.Add(set, key, value: 1, values: 20);
            store.Write(set);
            for (int value = 2; value < 6; value++)
                for (ulong key = 0; key < 4; key++) PiecesWorld.Save(store, 64, key, value, values: 20);
            Assert.False(disk.Exists(FirstPack));
            store.CheckInvariants();
        }

        using var again = new PackedSnapshotStore(disk);
        for (ulong key = 0; key < 5; key++) Assert.Equal(key < 4 ? 5 : 1, PiecesWorld.Read(again, key, values: 20));
    }

    [Fact]
    public void ADamagedPieceMakesTheWholeInvalid()
    {
        var disk = new SimulatedDisk(1);
        using var store = new PackedSnapshotStore(disk);
        PiecesWorld.Save(store, 64, key: 1, value: 1, values: 40);
        int length = SnapshotWorld.LengthOf(disk, FirstPack);
        using IDiskFile file = disk.Open(FirstPack);
        byte[] one = new byte[1];
        file.Read(length / 3, one);
        file.Write(length / 3, [(byte)(one[0] ^ 4)]);
        Assert.Throws<InvalidDataException>(() => PiecesWorld.Read(store, 1, values: 40));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void APieceThatIsMissingOrOfAnotherLengthMakesTheWholeInvalid(int length)
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        int pieces = PiecesWorld.Save(store, 64, key: 1, value: 1, values: 40);
        var set = new SnapshotSet();
        set.Begin().Write(new byte[length]);
        set.End(new SnapshotInfo(SnapshotPieces.KeyOf(PiecesWorld.KeyOf(1), pieces - 1), 1, long.MaxValue));
        store.Write(set);
        Assert.Throws<InvalidDataException>(() => PiecesWorld.Read(store, 1, values: 40));
    }

    [Fact]
    public void APieceOfAnotherTimeIsNotTaken()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        PiecesWorld.Save(store, 64, key: 1, value: 1, values: 40);
        var saved = new SnapshotReader(store);
        Assert.True(saved.TryOpen(PiecesWorld.KeyOf(1), out _));
        PiecesWorld.Save(store, 64, key: 1, value: 2, values: 40);
        Assert.Throws<SnapshotReplacedException>(() => saved.Read().ReadArrayHeader());
        Assert.Equal(2, PiecesWorld.Read(store, 1, values: 40));
    }

    [Theory]
    [InlineData(new byte[] { 0xC1 })]
    [InlineData(new byte[] { 0xC1, 1, 1, 0, 0, 0, 5, 0, 0 })]
    [InlineData(new byte[] { 0xC1, 1, 1, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0xC1, 2, 1, 0, 0, 0, 5, 0, 0, 0 })]
    [InlineData(new byte[] { 0xC1, 1, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void AHeadThatIsNoneIsRefused(byte[] head) =>
        Assert.Throws<InvalidDataException>(() => SnapshotPieces.ReadHead(head));

    [Fact]
    public void ReadingKeepsItsBoundsAcrossPieces()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        var set = new SnapshotSet(pieceBytes: 1);
        var writer = new MessagePackWriter(set.Begin());
        writer.WriteArrayHeader(4);
        writer.Write(1);
        writer.Write(2);
        set.End(new SnapshotInfo(PiecesWorld.KeyOf(1), 1, 0));
        store.Write(set);
        var saved = new SnapshotReader(store);
        Assert.True(saved.TryOpen(PiecesWorld.KeyOf(1), out _));
        MessagePackReader reader = saved.Read();
        AssertThrows(ref reader, static (ref MessagePackReader r) => r.ReadArrayHeader());
        Assert.True(saved.TryOpen(PiecesWorld.KeyOf(1), out _));
        reader = saved.Read();
        AssertThrows(ref reader, static (ref MessagePackReader r) => r.ReadRaw());
    }

    [Fact]
    public void WhatIsPassedOverMayLieInSeveralPieces()
    {
        using var store = new PackedSnapshotStore(new SimulatedDisk(1));
        PiecesWorld.Save(store, 50, key: 1, value: 1, values: 40);
        var saved = new SnapshotReader(store);
        Assert.True(saved.TryOpen(PiecesWorld.KeyOf(1), out _));
        MessagePackReader reader = saved.Read();
        reader.Skip();
        Assert.True(reader.End);
        Assert.Equal(0, saved.LeftBytes);
    }

    private delegate void Reading(ref MessagePackReader reader);

    private static void AssertThrows(ref MessagePackReader reader, Reading reading)
    {
        try
        {
            reading(ref reader);
        }
        catch (MessagePackFormatException)
        {
            return;
        }

        Assert.Fail("It was read.");
    }
}
