using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Storage.Journal;

public sealed class InMemoryJournalTests
{
    [Fact]
    public void AcknowledgesInOrderReadsBackAndTrims()
    {
        List<TestBatch> told = [];
        using InMemoryJournal journal = new();
        using JournalReader follower = journal.OpenReader(0);
        TestBatch empty = new(told.Add);
        List<TestBatch> appended = [];
        for (ulong n = 0; n < 100; n++)
        {
            TestBatch batch = new TestBatch(told.Add).Add(n, 40_000);
            journal.Append(batch);
            journal.Append(empty);
            Assert.True(journal.RunOnce());
            Assert.Equal(batch.EndPosition, empty.EndPosition);
            appended.Add(batch);
            appended.Add(empty);
            Assert.Equal([n], JournalReads.Drain(follower));
        }

        Assert.Equal(appended, told);
        Assert.Equal(JournalReads.Numbers(0, 100), JournalReads.ReadAll(journal));
        journal.Trim(appended[100].EndPosition);
        Assert.InRange(journal.FirstPosition, 1, appended[100].EndPosition);
        Assert.Equal(JournalReads.Numbers(51, 100), JournalReads.ReadFrom(journal, appended[100].EndPosition));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.OpenReader(0));
    }

    [Fact]
    public void AThreadOfItsOwnCommitsWhatIsAppended()
    {
        int durable = 0;
        InMemoryJournal journal = new();
        long raised = 0;
        journal.Committed += position => raised = position;
        journal.Start();
        for (ulong n = 0; n < 2000; n++) journal.Append(new TestBatch(_ => durable++).Add(n));
        journal.Dispose();
        Assert.Equal(2000, durable);
        Assert.Equal(journal.CommittedPosition, raised);
        Assert.Equal(JournalReads.Numbers(0, 2000), JournalReads.ReadAll(journal));
    }
}
