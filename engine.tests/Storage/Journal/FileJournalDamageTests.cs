using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>Damage in acknowledged data stops the start, and says where.</summary>
public sealed class FileJournalDamageTests
{
    [Fact]
    public void AFlippedBitIsFoundWithFileAndOffset() => SeedSweep.Each(150, static seed =>
    {
        DamagedJournal journal = new(seed, closeCleanly: seed % 2 == 0);
        (int segment, long offset) = journal.FlipRecordBit();
        JournalCorruptException e = Assert.Throws<JournalCorruptException>(() => journal.OpenAndRead());
        Assert.Equal(journal.PathOf(segment), e.File);
        Assert.InRange(offset - e.Offset, 0, 300);
    });

    [Fact]
    public void AFlippedBitInAHeaderIsFound() => SeedSweep.Each(60, static seed =>
    {
        DamagedJournal journal = new(seed);
        string path = journal.PathOf(seed % journal.Starts.Count);
        journal.Disk.FlipRandomBit(path, 0, 32);
        JournalCorruptException e = Assert.Throws<JournalCorruptException>(() => journal.OpenAndRead());
        Assert.Equal(0, e.Offset);
        Assert.Equal(path, e.File);
    });

    [Fact]
    public void AMissingSegmentIsFound()
    {
        for (int segment = 1; ; segment++)
        {
            DamagedJournal journal = new(3);
            if (segment == journal.Starts.Count) return;
            journal.Remove(segment);
            Assert.Throws<JournalCorruptException>(() => journal.OpenAndRead());
        }
    }

    [Fact]
    public void AllSegmentsMissingIsFound()
    {
        DamagedJournal journal = new(3);
        for (int i = 0; i < journal.Starts.Count; i++) journal.Remove(i);
        Assert.Throws<JournalCorruptException>(() => journal.OpenAndRead());
    }

    [Fact]
    public void ACutOffSegmentIsFound()
    {
        for (int segment = 0; segment < 3; segment++)
        {
            DamagedJournal journal = new(4);
            using (IDiskFile file = journal.Disk.Open(journal.PathOf(segment)))
                file.SetLength(SegmentFormat.HeaderBytes + (journal.EndOf(segment) - journal.Starts[segment]) - 10);
            JournalCorruptException e = Assert.Throws<JournalCorruptException>(() => journal.OpenAndRead());
            Assert.Equal(journal.PathOf(segment), e.File);
        }
    }

    [Fact]
    public void WithoutItsMarkAJournalStillFindsDamageBeforeTheLastGroup() => SeedSweep.Each(100, static seed =>
    {
        DamagedJournal journal = new(seed);
        journal.FlipRecordBit();
        journal.Disk.Delete("journal/mark");
        List<ulong> all = [.. journal.Life.Numbers];
        try
        {
            List<ulong> found = journal.OpenAndRead();
            Assert.Equal(all.GetRange(0, found.Count), found);
            Assert.InRange(all.Count - found.Count, 0, 12);
        }
        catch (JournalCorruptException e)
        {
            Assert.NotEqual(0, e.Offset);
        }
    });

    [Fact]
    public void RecordsOfATornGroupAreNotTakenForNewOnes()
    {
        // The torn group's second record stays intact on the disk, and the next group ends exactly where it starts.
        SimulatedDisk disk = new(1);
        FileJournalOptions options = new() { SegmentBytes = 16 * 1024, MaxGroupBytes = 4 * 1024 };
        FileJournal journal = FileJournal.Open(disk, options);
        journal.Append(new TestBatch().Add(0, 100));
        journal.RunOnce();
        long end = journal.CommittedPosition;
        string path = "journal/" + SegmentFormat.NameOf(0);
        byte[] torn = Group(end, (10, 56 + 60), (11, 100));
        torn.AsSpan(0, 8).Clear();
        disk.Restart();
        using (IDiskFile file = disk.Open(path)) file.Write(end + SegmentFormat.HeaderBytes, torn);

        journal = FileJournal.Open(disk, options);
        journal.Append(new TestBatch().Add(1, 60));
        journal.RunOnce();
        disk.Restart();
        Assert.Equal([0UL, 1UL], JournalReads.ReadAll(FileJournal.Open(disk, options)));

        // Nor does a repair find them when it looks for intact records behind damage.
        disk.FlipBit(path, end + SegmentFormat.HeaderBytes + 50, 1);
        JournalRepair.Repair(disk, new JournalRepairOptions { AcceptLoss = true });
        Assert.Equal([0UL], JournalReads.ReadAll(FileJournal.Open(disk, options)));
    }

    private static byte[] Group(long start, params (ulong Number, int PayloadBytes)[] records)
    {
        TestBatch batch = new();
        foreach ((ulong number, int payloadBytes) in records) batch.Add(number, payloadBytes);
        Span<byte> bytes = batch.Records.WrittenSpan;
        for (int at = 0; at < bytes.Length;) at += RecordHeader.Stamp(bytes[at..], start + at);
        uint crc = RecordHeader.Crc32C(bytes);
        byte[] group = new byte[bytes.Length + CommitMarker.SizeBytes];
        bytes.CopyTo(group);
        new CommitMarker(start, (uint)records.Length, crc).Write(group.AsSpan(bytes.Length), start + bytes.Length);
        return group;
    }
}
