using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Journal;

public sealed class JournalRepairTests
{
    private static readonly JournalRepairOptions Accepting = new() { AcceptLoss = true };

    [Fact]
    public void AHealthyJournalIsLeftAlone()
    {
        DamagedJournal journal = new(1);
        int steps = journal.Disk.Steps;
        JournalInspection found = JournalRepair.Repair(journal.Disk, Accepting);
        Assert.True(found.IsHealthy);
        Assert.Equal(journal.Life.Acknowledged, found.Facts);
        Assert.Equal(journal.End, found.Segments[^1].End);
        Assert.Equal(steps, journal.Disk.Steps);
    }

    [Fact]
    public void ATornTailIsNoDamage()
    {
        DamagedJournal journal = new(2, closeCleanly: false);
        using (var file = journal.Disk.Open(journal.PathOf(journal.Starts.Count - 1)))
        {
            long offset = journal.End - journal.Starts[^1] + SegmentFormat.HeaderBytes;
            file.Write(offset, new TestBatch().Add(1).Records.WrittenSpan);
        }

        Assert.True(JournalRepair.Inspect(journal.Disk).IsHealthy);
    }

    [Fact]
    public void NothingIsLostWithoutConsent()
    {
        DamagedJournal journal = new(3);
        (int segment, _) = journal.FlipRecordBit();
        int steps = journal.Disk.Steps;
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(
            () => JournalRepair.Repair(journal.Disk, new JournalRepairOptions()));
        Assert.Contains(journal.PathOf(segment), e.Message, StringComparison.Ordinal);
        Assert.Equal(steps, journal.Disk.Steps);
    }

    [Fact]
    public void EveryIntactRecordSurvivesFlippedBits() => SeedSweep.Each(150, static seed =>
    {
        DamagedJournal journal = new(seed, closeCleanly: seed % 2 == 0);
        for (int i = 0; i <= seed % 4; i++) journal.FlipRecordBit();
        RepairAndCheck(journal);
    });

    [Fact]
    public void EveryIntactRecordSurvivesWipedRanges() => SeedSweep.Each(60, static seed =>
    {
        DamagedJournal journal = new(seed);
        Random random = new(seed);
        for (int segment = 0; segment < journal.Starts.Count; segment++)
        {
            long from = random.NextInt64(journal.Starts[segment], journal.EndOf(segment));
            long to = random.NextInt64(from + 1, journal.EndOf(segment) + 1);
            journal.Wipe(segment, from, to);
        }

        RepairAndCheck(journal);
    });

    [Fact]
    public void EveryIntactRecordSurvivesAMissingSegment()
    {
        for (int segment = 1; ; segment++)
        {
            DamagedJournal journal = new(3);
            if (segment == journal.Starts.Count) return;
            journal.Remove(segment);
            RepairAndCheck(journal);
        }
    }

    [Fact]
    public void WithoutAnySegmentPositionsAreNotGivenTwice()
    {
        DamagedJournal journal = new(3);
        for (int i = 0; i < journal.Starts.Count; i++) journal.Remove(i);
        RepairAndCheck(journal);
    }

    [Fact]
    public void ADamagedHeaderLosesNothing()
    {
        for (int segment = 0; segment < 3; segment++)
        {
            DamagedJournal journal = new(5);
            journal.Disk.FlipBit(journal.PathOf(segment), 20, 3);
            JournalInspection found = RepairAndCheck(journal);
            Assert.Equal(0, found.LostBytes);
        }
    }

    [Fact]
    public void TheReportNamesWhatIsLostAndTheDamagedFileIsKept()
    {
        DamagedJournal journal = new(6);
        int index = journal.Life.Acknowledged / 2;
        long position = journal.Life.PositionOf(index);
        int segment = journal.Starts.FindLastIndex(start => start <= position);
        journal.Wipe(segment, position, position + journal.Life.SizeOf(index));
        JournalInspection found = RepairAndCheck(journal);
        JournalDamage damage = Assert.Single(found.Damages);
        Assert.Equal(position, damage.FromPosition);
        Assert.True(damage.LostBytes >= journal.Life.SizeOf(index));
        Assert.Equal(journal.Life.Numbers[index - 1], damage.Before!.Value.Key);
        Assert.Equal(journal.Life.Numbers[index + 1], damage.After!.Value.Key);
        Assert.Equal(journal.Life.Acknowledged - 1, found.Facts);
        string[] kept = [SegmentFormat.NameOf(journal.Starts[segment]), "report.txt"];
        Assert.Equal(kept, journal.Disk.List("journal/damaged"));
    }

    [Fact]
    public void APositionNotedBeforeTheRepairStillOpens()
    {
        DamagedJournal journal = new(8);
        int segment = 1;
        int index = journal.Life.FirstIndexAt(journal.Starts[segment]);
        long from = journal.Life.PositionOf(index + 2);
        journal.Wipe(segment, from, journal.Life.PositionOf(index + 12));
        JournalRepair.Repair(journal.Disk, Accepting);
        using FileJournal mended = FileJournal.Open(journal.Disk, journal.Life.Options);
        List<ulong> behind = [.. journal.Life.Numbers.Skip(index + 12)];
        for (int i = 2; i <= 12; i++)
            Assert.Equal(behind, JournalReads.ReadFrom(mended, journal.Life.PositionOf(index + i)));
        using JournalReader misplaced = mended.OpenReader(journal.Life.PositionOf(index + 13) + 1);
        Assert.Throws<JournalCorruptException>(() => misplaced.TryRead(out _, out _));
    }

    [Fact]
    public void AnInterruptedRepairIsDoneAgain()
    {
        for (int step = 1; ; step++)
        {
            DamagedJournal journal = new(7);
            for (int i = 0; i < 3; i++) journal.FlipRecordBit();
            journal.Disk.LosePowerAt(step);
            try
            {
                JournalRepair.Repair(journal.Disk, Accepting);
                Assert.Null(journal.Disk.FailedStep);
                return;
            }
            catch (IOException)
            {
                journal.Disk.Crash();
            }

            RepairAndCheck(journal);
        }
    }

    private static JournalInspection RepairAndCheck(DamagedJournal journal)
    {
        JournalInspection found = JournalRepair.Repair(journal.Disk, Accepting);
        Assert.True(JournalRepair.Inspect(journal.Disk).IsHealthy, "mended");
        using FileJournal mended = FileJournal.Open(journal.Disk, journal.Life.Options);
        Assert.True(mended.CommittedPosition >= journal.End, "no position is given twice");
        List<ulong> expected = journal.Intact;
        Assert.Equal(expected, JournalReads.ReadAll(mended));
        mended.Append(new TestBatch().Add(1_000_000, 10));
        mended.RunOnce();
        expected.Add(1_000_000);
        Assert.Equal(expected, JournalReads.ReadAll(mended));
        return found;
    }
}
