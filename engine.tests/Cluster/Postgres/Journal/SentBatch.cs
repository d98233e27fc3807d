using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>A batch in a journal's hands.</summary>
internal sealed class SentBatch
{
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SentBatch(long term) =>
        Batch = new TestBatch(_ => _told.TrySetResult(), _ => _told.TrySetResult()) { Term = term };

    internal TestBatch Batch { get; }

    /// <summary>Completes when it is told durable or lost.</summary>
    internal Task Told => _told.Task.WaitAsync(JournalNode.Patience);

    /// <summary>Waits, and says how it ended.</summary>
    internal async Task<bool?> LostAsync()
    {
        await Told;
        Assert.Equal(1, Batch.ToldCount);
        return Batch.LostMayBeWritten;
    }
}
