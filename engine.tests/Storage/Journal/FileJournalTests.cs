using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Journal;

public sealed class FileJournalTests : IDisposable
{
    private static readonly FileJournalOptions Small = new()
    {
        SegmentBytes = 64 * 1024,
        MaxGroupBytes = 8 * 1024,
        FailStop = static (message, cause) => throw new InvalidOperationException(message, cause),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly LocalDisk _disk;

    public FileJournalTests() => _disk = new LocalDisk(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AcknowledgesInOrderAndReadsBack()
    {
        List<TestBatch> told = [];
        using FileJournal journal = FileJournal.Open(_disk, Small);
        TestBatch[] batches = new TestBatch[10];
        long position = journal.CommittedPosition;
        for (int i = 0; i < batches.Length; i++)
        {
            batches[i] = new TestBatch(told.Add).Add((ulong)i);
            journal.Append(batches[i]);
        }

        long raised = -1;
        journal.Committed += p => raised = p;
        Assert.True(journal.RunOnce());
        Assert.False(journal.RunOnce());
        Assert.Equal(batches, told);
        foreach (TestBatch batch in batches)
        {
            position += batch.Records.Length;
            Assert.Equal(position, batch.EndPosition);
        }

        Assert.Equal(journal.CommittedPosition, raised);
        Assert.Equal(position + 56, raised);
        Assert.Equal(JournalReads.Numbers(0, 10), JournalReads.ReadAll(journal));
        journal.CheckInvariants();
    }

    [Fact]
    public void EmptyBatchesWaitTheirTurnAndWriteNothing()
    {
        List<TestBatch> told = [];
        using FileJournal journal = FileJournal.Open(_disk, Small);
        TestBatch read = new(told.Add);
        journal.Append(read);
        bool raised = false;
        journal.Committed += _ => raised = true;
        Assert.True(journal.RunOnce());
        Assert.Equal(0, journal.CommittedPosition);
        Assert.Equal(0, read.EndPosition);
        Assert.False(raised);

        TestBatch write = new TestBatch(told.Add).Add(1);
        journal.Append(write);
        journal.Append(read);
        journal.RunOnce();
        Assert.Equal([read, write, read], told);
        Assert.Equal(write.EndPosition, read.EndPosition);
    }

    [Fact]
    public void SurvivesReopeningAcrossManySegments()
    {
        using (FileJournal journal = FileJournal.Open(_disk, Small))
        {
            for (ulong n = 0; n < 3000; n++)
            {
                journal.Append(new TestBatch().Add(n, (int)(n % 200)));
                if (n % 7 == 0) journal.RunOnce();
            }
        }

        using FileJournal again = FileJournal.Open(_disk, Small);
        Assert.Equal(JournalReads.Numbers(0, 3000), JournalReads.ReadAll(again));
        again.Append(new TestBatch().Add(3000));
        again.RunOnce();
        Assert.Equal(JournalReads.Numbers(0, 3001), JournalReads.ReadAll(again));
        Assert.True(_disk.List("journal").Count(static name => name.EndsWith(".seg", StringComparison.Ordinal)) > 4);
        again.CheckInvariants();
    }

    [Fact]
    public void TakesABatchLargerThanAGroupAndRefusesOneLargerThanASegment()
    {
        using FileJournal journal = FileJournal.Open(_disk, Small);
        journal.Append(new TestBatch().Add(0));
        journal.Append(new TestBatch().Add(1, 50_000));
        journal.Append(new TestBatch().Add(2, journal.MaxBatchBytes - RecordHeader.SizeBytes));
        while (journal.RunOnce())
        {
        }

        Assert.Equal(JournalReads.Numbers(0, 3), JournalReads.ReadAll(journal));
        TestBatch tooLarge = new TestBatch().Add(3, journal.MaxBatchBytes - RecordHeader.SizeBytes + 1);
        Assert.Throws<ArgumentException>(() => journal.Append(tooLarge));
    }

    [Fact]
    public void ABatchIsQueuedOnce()
    {
        using FileJournal journal = FileJournal.Open(_disk, Small);
        TestBatch batch = new TestBatch().Add(1);
        journal.Append(batch);
        Assert.Throws<InvalidOperationException>(() => journal.Append(batch));
        journal.RunOnce();
        journal.Append(batch);
        journal.RunOnce();
        Assert.Equal([1UL, 1UL], JournalReads.ReadAll(journal));
    }

    [Fact]
    public void AReaderFollowsAndOpensAtAnyRecord()
    {
        using FileJournal journal = FileJournal.Open(_disk, Small);
        using JournalReader reader = journal.OpenReader(0);
        Assert.Empty(JournalReads.Drain(reader));
        for (ulong round = 0; round < 200; round++)
        {
            TestBatch first = new TestBatch().Add(2 * round, 300);
            journal.Append(first);
            journal.Append(new TestBatch().Add((2 * round) + 1, 900));
            journal.RunOnce();
            Assert.Equal([2 * round, (2 * round) + 1], JournalReads.Drain(reader));
            Assert.Equal([(2 * round) + 1], JournalReads.ReadFrom(journal, first.EndPosition));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => journal.OpenReader(journal.CommittedPosition + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.OpenReader(-1));
    }

    [Fact]
    public void AThreadOfItsOwnAcknowledgesWhatManyThreadsAppend()
    {
        const int Producers = 4;
        const int Each = 500;
        int durable = 0;
        using (FileJournal journal = FileJournal.Open(_disk, Small))
        {
            journal.Start();
            Thread[] threads = new Thread[Producers];
            for (int t = 0; t < Producers; t++)
            {
                ulong from = (ulong)t * Each;
                threads[t] = new Thread(() =>
                {
                    for (ulong n = from; n < from + Each; n++)
                        journal.Append(new TestBatch(_ => Interlocked.Increment(ref durable)).Add(n));
                });
                threads[t].Start();
            }

            foreach (Thread thread in threads) thread.Join();
        }

        Assert.Equal(Producers * Each, durable);
        using FileJournal again = FileJournal.Open(_disk, Small);
        List<ulong> numbers = JournalReads.ReadAll(again);
        for (int t = 0; t < Producers; t++)
        {
            ulong from = (ulong)t * Each;
            Assert.Equal(JournalReads.Numbers(from, from + Each), numbers.FindAll(n => n >= from && n < from + Each));
        }
    }
}
