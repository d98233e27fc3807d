using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>What every journal must do, with its own thread running.</summary>
public abstract class JournalContractTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The journal, started.</summary>
    protected abstract IJournal Journal { get; }

    /// <summary>The term its batches are of.</summary>
    protected abstract long Term { get; }

    [Fact]
    public void AcknowledgesInOrderWithEndPositionsAndReadsBack()
    {
        List<TestBatch> told = [];
        TestBatch[] batches = new TestBatch[50];
        for (int i = 0; i < batches.Length; i++) batches[i] = NewBatch(told.Add);
        for (ulong n = 0; n < 100; n++) batches[(int)n / 2].Add(n, (int)n * 20);
        foreach (TestBatch batch in batches) Journal.Append(batch);
        AppendAndWait(NewBatch());
        Assert.Equal(batches, told);
        for (int i = 1; i < batches.Length; i++)
        {
            // What lies between two batches, if anything, is the journal's own.
            long start = batches[i].EndPosition - batches[i].Records.Length;
            Assert.True(start >= batches[i - 1].EndPosition, "batches do not overlap");
        }

        Assert.Equal(JournalReads.Numbers(0, 100), JournalReads.ReadAll(Journal));
        Assert.Equal(JournalReads.Numbers(90, 100), JournalReads.ReadFrom(Journal, batches[44].EndPosition));
    }

    [Fact]
    public void EmptyBatchesWaitForThoseBeforeThemAndWriteNothing()
    {
        TestBatch first = NewBatch();
        AppendAndWait(first);
        Assert.Equal(Journal.CommittedPosition, first.EndPosition);
        TestBatch write = NewBatch().Add(1);
        TestBatch read = NewBatch();
        Journal.Append(write);
        AppendAndWait(read);
        Assert.True(write.IsDurable);
        Assert.True(read.EndPosition >= write.EndPosition, "a read stands behind the write before it");
        Assert.Equal([1UL], JournalReads.ReadAll(Journal));
    }

    [Fact]
    public void RaisesCommittedWithThePositionReadersMayReadUpTo()
    {
        long raised = -1;
        using ManualResetEventSlim isRaised = new(false);
        Journal.Committed += position =>
        {
            Volatile.Write(ref raised, position);
            isRaised.Set();
        };
        AppendAndWait(NewBatch().Add(1));
        Assert.True(isRaised.Wait(Patience));
        Assert.Equal(Journal.CommittedPosition, Volatile.Read(ref raised));
    }

    [Fact]
    public void AReaderFollowsAndOpensAtAnyRecordButNotOutside()
    {
        using JournalReader reader = Journal.OpenReader(Journal.CommittedPosition);
        Assert.Empty(JournalReads.Drain(reader));
        for (ulong round = 0; round < 20; round++)
        {
            TestBatch first = NewBatch().Add(2 * round, 300);
            Journal.Append(first);
            AppendAndWait(NewBatch().Add((2 * round) + 1, 900));
            Assert.Equal([2 * round, (2 * round) + 1], JournalReads.Drain(reader));
            Assert.Equal([(2 * round) + 1], JournalReads.ReadFrom(Journal, first.EndPosition));
        }

        long behind = Journal.CommittedPosition + 1;
        Assert.Throws<ArgumentOutOfRangeException>(() => Journal.OpenReader(behind));
        Assert.Throws<ArgumentOutOfRangeException>(() => Journal.OpenReader(-1));
    }

    [Fact]
    public void KeepsEveryProducersOrder()
    {
        const int Producers = 4;
        const int Each = 200;
        int durable = 0;
        Thread[] threads = new Thread[Producers];
        for (int t = 0; t < Producers; t++)
        {
            ulong from = (ulong)t * Each;
            threads[t] = new Thread(() =>
            {
                for (ulong n = from; n < from + Each; n++)
                    Journal.Append(NewBatch(_ => Interlocked.Increment(ref durable)).Add(n));
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads) thread.Join();
        AppendAndWait(NewBatch());
        Assert.Equal(Producers * Each, durable);
        List<ulong> numbers = JournalReads.ReadAll(Journal);
        Assert.Equal(Producers * Each, numbers.Count);
        for (int t = 0; t < Producers; t++)
        {
            ulong from = (ulong)t * Each;
            Assert.Equal(JournalReads.Numbers(from, from + Each), numbers.FindAll(n => n >= from && n < from + Each));
        }
    }

    [Fact]
    public void ABatchBelongsToItsShardAgainInsideItsAcknowledgement()
    {
        const ulong Last = 300;
        using ManualResetEventSlim done = new(false);
        ulong next = 8;
        for (ulong n = 0; n < 8; n++) Journal.Append(NewBatch(Again).Add(n));
        Assert.True(done.Wait(Patience));
        AppendAndWait(NewBatch());
        List<ulong> numbers = JournalReads.ReadAll(Journal);
        Assert.Equal(JournalReads.Numbers(8, Last), numbers.FindAll(static n => n >= 8));
        Assert.Equal(JournalReads.Numbers(0, Last), numbers.Order());

        void Again(TestBatch batch)
        {
            if (next == Last)
            {
                done.Set();
                return;
            }

            batch.Records.Clear();
            Journal.Append(batch.Add(next++));
        }
    }

    [Fact]
    public void TrimKeepsEverythingFromThePositionOn()
    {
        TestBatch? middle = null;
        for (ulong n = 0; n < 60; n++)
        {
            TestBatch batch = NewBatch().Add(n, 60_000);
            AppendAndWait(batch);
            if (n == 39) middle = batch;
        }

        Journal.Trim(middle!.EndPosition);
        Assert.InRange(Journal.FirstPosition, 0, middle.EndPosition);
        Assert.Equal(JournalReads.Numbers(40, 60), JournalReads.ReadFrom(Journal, middle.EndPosition));
        List<ulong> kept = JournalReads.ReadAll(Journal);
        Assert.Equal(JournalReads.Numbers(kept[0], 60), kept);
        if (Journal.FirstPosition > 0)
        {
            long before = Journal.FirstPosition - 1;
            Assert.Throws<ArgumentOutOfRangeException>(() => Journal.OpenReader(before));
        }
    }

    private TestBatch NewBatch(Action<TestBatch>? onDurable = null) => new(onDurable) { Term = Term };

    private void AppendAndWait(TestBatch batch)
    {
        using ManualResetEventSlim done = new(false);
        TestBatch last = NewBatch(_ => done.Set());
        Journal.Append(batch);
        Journal.Append(last);
        Assert.True(done.Wait(Patience), "the journal acknowledges");
        Assert.True(batch.IsDurable, "in order");
    }
}
