using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>Room: trimming, reuse, a full disk, and memory.</summary>
public sealed class FileJournalRoomTests
{
    private const int SegmentBytes = 16 * 1024;

    private readonly List<string> _warnings = [];
    private int _stops;

    [Fact]
    public void TrimmedSegmentsAreReusedAndTheirOldRecordsNotSeen()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options());
        bool reused = false;
        for (ulong n = 0; n < 1000; n++)
        {
            Commit(journal, n, 200);
            if (n % 20 == 0) journal.Trim(journal.CommittedPosition);
            reused |= n > 200 && HasOldBytes(disk);
        }

        Assert.True(reused, "a trimmed segment came back");
        Assert.True(disk.List("journal").Count <= 4, "the disk does not fill up");
        disk.Restart();
        journal = FileJournal.Open(disk, Options());
        List<ulong> left = JournalReads.ReadAll(journal);
        Assert.Equal(JournalReads.Numbers(left[0], 1000), left);
        journal.CheckInvariants();
    }

    [Fact]
    public void TrimKeepsWhatIsNotWhollyBefore()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options());
        List<long> positions = [];
        for (ulong n = 0; n < 300; n++) positions.Add(Commit(journal, n, 200));
        for (int n = 0; n < 300; n++)
        {
            journal.Trim(positions[n]);
            Assert.True(journal.FirstPosition <= positions[n]);
            Assert.Equal(JournalReads.Numbers((ulong)n, 300)[1..], JournalReads.ReadFrom(journal, positions[n]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => journal.OpenReader(0));
        journal.CheckInvariants();
    }

    [Fact]
    public void AReaderKeepsTheSegmentItStandsIn()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options());
        Commit(journal, 0, 200);
        using JournalReader reader = journal.OpenReader(0);
        Assert.True(reader.TryRead(out _, out _));
        for (ulong n = 1; n < 500; n++)
        {
            Commit(journal, n, 200);
            journal.Trim(journal.CommittedPosition);
        }

        int read = 1;
        Assert.Throws<InvalidOperationException>(() =>
        {
            while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
            {
                Assert.Equal((ulong)read++, header.Partition.Key);
                Assert.True(TestBatch.IsPayloadOf(payload, header.Partition.Key));
            }
        });
        Assert.True(read > 20, "it read to the end of its segment");
    }

    [Fact]
    public void AFullDiskStopsNewWritesAndFinishesWhatIsQueued()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options());
        disk.CapacityBytes = SegmentBytes + 2000;
        Commit(journal, 0, 200);
        Assert.False(journal.AcceptsWrites);
        Assert.Single(_warnings);
        for (ulong n = 1; n < 20; n++) Commit(journal, n, 200);
        Assert.Single(_warnings);

        disk.CapacityBytes = 4 * SegmentBytes;
        journal.RunOnce();
        Assert.True(journal.AcceptsWrites);
        Assert.Equal(2, _warnings.Count);
        for (ulong n = 20; n < 60; n++) Commit(journal, n, 200);
        Assert.Equal(JournalReads.Numbers(0, 60), JournalReads.ReadAll(journal));
        Assert.Equal(0, _stops);
    }

    [Fact]
    public void WithNoRoomAtAllTheProcessIsStoppedOnce()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options());
        disk.CapacityBytes = SegmentBytes + 2000;
        int acknowledged = 0;
        for (ulong n = 0; n < 100; n++)
        {
            journal.Append(new TestBatch(_ => acknowledged++).Add(n, 200));
            journal.RunOnce();
        }

        Assert.Equal(1, _stops);
        Assert.InRange(acknowledged, 20, 60);
        disk.Restart();
        disk.CapacityBytes = long.MaxValue;
        journal = FileJournal.Open(disk, Options());
        Assert.Equal(JournalReads.Numbers(0, (ulong)acknowledged), JournalReads.ReadAll(journal));
    }

    [Fact]
    public void TheThreadThatPreparesTriesAgain()
    {
        SimulatedDisk disk = new(1);
        FileJournal journal = FileJournal.Open(disk, Options() with { PrepareRetry = TimeSpan.FromMilliseconds(5) });
        disk.CapacityBytes = SegmentBytes + 2000;
        journal.Start();
        Assert.True(SpinWait.SpinUntil(() => !journal.AcceptsWrites, TimeSpan.FromSeconds(30)));
        disk.CapacityBytes = long.MaxValue;
        Assert.True(SpinWait.SpinUntil(() => journal.AcceptsWrites, TimeSpan.FromSeconds(30)));
        for (ulong n = 0; n < 200; n++) journal.Append(new TestBatch().Add(n, 200));
        journal.Dispose();
        Assert.Equal(JournalReads.Numbers(0, 200), JournalReads.ReadAll(FileJournal.Open(disk, Options())));
    }

    [Fact]
    public void NeitherAGroupNorAReadRecordAllocates()
    {
        const int Groups = 200;
        using TemporaryFolder folder = new();
        FileJournalOptions options = new() { SegmentBytes = 1024 * 1024, MaxGroupBytes = 64 * 1024 };
        using FileJournal journal = FileJournal.Open(new LocalDisk(folder.Path), options);
        TestBatch[] batches = [new TestBatch().Add(1), new TestBatch().Add(2).Add(3), new TestBatch()];
        long allocated = 0;
        for (int group = 0; group < 2 * Groups; group++)
        {
            if (group == Groups) allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (TestBatch batch in batches) journal.Append(batch);
            journal.RunOnce();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);

        using JournalReader reader = journal.OpenReader(0);
        for (int i = 0; i < 3 * Groups; i++) Assert.True(reader.TryRead(out _, out _));
        allocated = GC.GetAllocatedBytesForCurrentThread();
        while (reader.TryRead(out _, out _))
        {
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Assert.Equal(journal.CommittedPosition, reader.Position);
    }

    [Theory]
    [InlineData(16 * 1024, 64 * 1024)]
    [InlineData(64 * 1024, 16 * 1024)]
    public void ASegmentSizeMayChangeBetweenRuns(int before, int after)
    {
        SimulatedDisk disk = new(1);
        using (FileJournal journal = FileJournal.Open(disk, Options() with { SegmentBytes = before }))
            Assert.Equal(before - 4096 - 56, journal.MaxBatchBytes);
        using (FileJournal journal = FileJournal.Open(disk, Options() with { SegmentBytes = after }))
        {
            Commit(journal, 0, journal.MaxBatchBytes - RecordHeader.SizeBytes);
            Commit(journal, 1, journal.MaxBatchBytes - RecordHeader.SizeBytes);
        }

        using FileJournal again = FileJournal.Open(disk, Options());
        Assert.Equal([0UL, 1UL], JournalReads.ReadAll(again));
        Assert.Equal(0, _stops);
    }

    [Fact]
    public void OptionsAreChecked()
    {
        SimulatedDisk disk = new(1);
        Assert.Throws<ArgumentException>(() => FileJournal.Open(disk, Options() with { SegmentBytes = 16 * 1024 + 1 }));
        Assert.Throws<ArgumentException>(() => FileJournal.Open(disk, Options() with { MaxGroupBytes = 8 * 1024 }));
        Assert.Throws<ArgumentException>(() => FileJournal.Open(disk, Options() with { MaxGroupBytes = 1 }));
        Assert.Throws<ArgumentException>(() => FileJournal.Open(disk, Options() with { PrepareRetry = TimeSpan.Zero }));
    }

    private static long Commit(FileJournal journal, ulong number, int payloadBytes)
    {
        TestBatch batch = new TestBatch().Add(number, payloadBytes);
        journal.Append(batch);
        journal.RunOnce();
        return batch.EndPosition;
    }

    private static bool HasOldBytes(SimulatedDisk disk)
    {
        string name = disk.List("journal").Last(static name => name.EndsWith(".seg", StringComparison.Ordinal));
        using IDiskFile file = disk.Open("journal/" + name);
        byte[] tail = new byte[1024];
        file.Read(SegmentBytes - 4096, tail);
        return tail.AsSpan().ContainsAnyExcept((byte)0);
    }

    private FileJournalOptions Options() => new()
    {
        SegmentBytes = SegmentBytes,
        MaxGroupBytes = 4 * 1024,
        FailStop = (_, _) => _stops++,
        Warn = text => _warnings.Add(text),
    };
}
