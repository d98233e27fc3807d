using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>One node's journal, started, in its first term.</summary>
internal sealed class JournalNode : IAsyncDisposable
{
    /// <summary>How long anything may take before a test says that it does not come.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostgresDatabase _database;
    private readonly List<string> _warnings = [];

    private JournalNode(PostgresDatabase database, PostgresJournal journal)
    {
        _database = database;
        Journal = journal;
    }

    internal PostgresJournal Journal { get; }

    internal NodeSession Session => Journal.Session;

    internal IReadOnlyList<string> Warnings
    {
        get { lock (_warnings) return [.. _warnings]; }
    }

    internal static async Task<JournalNode> StartAsync(PostgresOptions options, PostgresJournalOptions? journal = null)
    {
        JournalNode? node = null;
        var database = new PostgresDatabase(options, NullLogger<PostgresDatabase>.Instance);
        journal ??= new PostgresJournalOptions();
        PostgresJournalOptions heard = journal with { Warn = text => node?.Hear(text) };
        node = new JournalNode(database, await PostgresJournal.OpenAsync(database, heard));
        Task<long> term = node.NextTerm();
        node.Journal.Start();
        await term;
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        Journal.Dispose();
        await _database.DisposeAsync();
    }

    /// <summary>The term that begins next.</summary>
    internal Task<long> NextTerm()
    {
        var opened = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Session.Opened += term => opened.TrySetResult(term);
        return opened.Task.WaitAsync(Patience);
    }

    /// <summary>Queues a batch of the current term with one record for each number.</summary>
    internal SentBatch Send(params ulong[] numbers) => Send(Session.Term, 30, numbers);

    /// <summary>Queues a batch.</summary>
    internal SentBatch Send(long term, int payloadBytes, params ulong[] numbers)
    {
        var sent = new SentBatch(term);
        foreach (ulong number in numbers) sent.Batch.Add(number, payloadBytes);
        Journal.Append(sent.Batch);
        return sent;
    }

    /// <summary>Queues a batch and waits until it is durable.</summary>
    internal async Task<TestBatch> CommitAsync(int payloadBytes, params ulong[] numbers)
    {
        SentBatch sent = Send(Session.Term, payloadBytes, numbers);
        await sent.Told;
        Assert.True(sent.Batch.IsDurable, "the batch became durable");
        return sent.Batch;
    }

    /// <summary>Waits until this node knows the log up to a position, without asking for it.</summary>
    internal async Task WaitUntilKnownAsync(long position)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Journal.CommittedPosition < position) await Task.Delay(5, patience.Token);
    }

    private void Hear(string text)
    {
        lock (_warnings) _warnings.Add(text);
    }
}
