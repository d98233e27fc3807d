using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>Locks, node numbers, and what becomes of batches when the session ends.</summary>
[Collection(PostgresGroup.Name)]
public sealed class NodeSessionTests(PostgresWorld world)
{
    private static readonly PostgresJournalOptions NoPoll = new() { Poll = TimeSpan.FromHours(1) };

    [Fact]
    public async Task AShardIsLockedByOneSessionAndFreeWhenThatEnds()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode a = await JournalNode.StartAsync(options);
        await using JournalNode b = await JournalNode.StartAsync(options);
        Assert.NotEqual(a.Session.NodeNumber, b.Session.NodeNumber);
        Assert.NotEqual(a.Session.Term, b.Session.Term);
        Assert.Equal(a.Session.Term, await a.Session.TryLockAsync(3));
        Assert.Null(await b.Session.TryLockAsync(3));
        Assert.Equal(b.Session.Term, await b.Session.TryLockAsync(4));
        Assert.True(await b.Session.UnlockAsync(4));
        Assert.False(await b.Session.UnlockAsync(3));
        Assert.NotNull(await a.Session.TryLockAsync(4));
        int number = a.Session.NodeNumber;
        long term = a.Session.Term;
        Task<long> next = a.NextTerm();
        await world.TerminateAsync(a.Session.BackendPid);
        Assert.True(await next > Math.Max(term, b.Session.Term));
        Assert.NotNull(await b.Session.TryLockAsync(3));
        Assert.NotNull(await b.Session.TryLockAsync(4));
        Assert.Equal(number, a.Session.NodeNumber);
    }

    [Fact]
    public async Task AClusterInAnotherSchemaIsAnotherOne()
    {
        await using JournalNode a = await JournalNode.StartAsync(world.NewOptions());
        await using JournalNode b = await JournalNode.StartAsync(world.NewOptions());
        Assert.NotNull(await a.Session.TryLockAsync(3));
        Assert.NotNull(await b.Session.TryLockAsync(3));
        Assert.Equal(a.Session.NodeNumber, b.Session.NodeNumber);
        await a.CommitAsync(30, 1);
        Assert.Equal(0, await b.Journal.FetchHeadAsync());
    }

    [Fact]
    public async Task AStatementTheServerRefusesEndsNoSession()
    {
        await using JournalNode node = await JournalNode.StartAsync(world.NewOptions());
        long term = node.Session.Term;
        await Assert.ThrowsAsync<PostgresException>(() => node.Session.RunAsync(static connection =>
        {
            using var command = new NpgsqlCommand("SELECT 1 / 0", connection);
            command.ExecuteNonQuery();
        }));
        await node.CommitAsync(30, 1);
        Assert.Equal(term, node.Session.Term);
    }

    [Fact]
    public async Task AnAppendUnderWayIsUnconfirmedAndNothingOfItsTermIsEverWritten()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode node = await JournalNode.StartAsync(options, NoPoll);
        await node.CommitAsync(30, 1);
        long term = node.Session.Term;
        List<long> lost = [];
        node.Session.Lost += (ended, _) => lost.Add(ended);
        Task<long> next = node.NextTerm();
        SentBatch underWay;
        SentBatch[] waiting;
        await using (NpgsqlConnection blocker = new(world.ConnectionString + ";Pooling=false"))
        {
            await blocker.OpenAsync();
            await LockLogAsync(blocker, options);
            underWay = node.Send(2);
            await WaitForBlockedAsync(options);
            waiting = [node.Send(3), node.Send(), node.Send(4)];
            await world.TerminateAsync(node.Session.BackendPid);
            Assert.True(await underWay.LostAsync());
            foreach (SentBatch batch in waiting) Assert.False(await batch.LostAsync());
        }

        Assert.True(await next > term);
        Assert.Equal([term], lost);
        Assert.False(await node.Send(term, 30, 5).LostAsync());
        Assert.False(await node.Send(term, 30).LostAsync());
        await node.CommitAsync(30, 6);
        Assert.Equal([1UL, 6UL], JournalReads.ReadAll(node.Journal));
        Assert.Equal(1, underWay.Batch.ToldCount);
        Assert.All(waiting, static batch => Assert.Equal(1, batch.Batch.ToldCount));
    }

    [Fact]
    public async Task AnAppendWhoseAnswerWasLostIsInTheLogOnceAndSeen()
    {
        using var proxy = new PostgresProxy(world.ConnectionString);
        PostgresOptions options = world.NewOptions();
        options.ConnectionString = proxy.ConnectionString;
        // No keep-alive of the connection's own: the append's answer is to be the next one.
        options.KeepAliveSeconds = 300;
        await using JournalNode node = await JournalNode.StartAsync(options, NoPoll);
        await node.CommitAsync(30, 1);
        int pid = node.Session.BackendPid;
        int number = node.Session.NodeNumber;
        Assert.NotNull(await node.Session.TryLockAsync(7));
        Task<long> next = node.NextTerm();
        proxy.LoseNextAnswers();
        SentBatch sent = node.Send(2);
        Assert.True(await sent.LostAsync());
        long term = await next;
        // The server did not notice the end of the old session; the new one has ended it and has its number.
        Assert.Equal(number, node.Session.NodeNumber);
        Assert.NotEqual(pid, node.Session.BackendPid);
        Assert.Equal(term, await node.Session.TryLockAsync(7));
        Assert.Equal([1UL, 2UL], JournalReads.ReadAll(node.Journal));
        await node.CommitAsync(30, 3);
        Assert.Equal([1UL, 2UL, 3UL], JournalReads.ReadAll(node.Journal));
        Assert.Equal(1, sent.Batch.ToldCount);
    }

    [Fact]
    public async Task AnAppendTheServerRefusesIsSurelyNotWrittenAndEndsTheTerm()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode node = await JournalNode.StartAsync(options);
        await node.CommitAsync(30, 1);
        long term = node.Session.Term;
        Task<long> next = node.NextTerm();
        await world.RunAsync($"ALTER TABLE {options.Schema}.journal ADD CONSTRAINT full_disk CHECK (position < 1)");
        Assert.False(await node.Send(2).LostAsync());
        Assert.True(await next > term);
        await world.RunAsync($"ALTER TABLE {options.Schema}.journal DROP CONSTRAINT full_disk");
        Assert.Equal([1UL], JournalReads.ReadAll(node.Journal));
    }

    [Fact]
    public async Task AQueryIsOnlyAnsweredWhileTheSessionIsKnownToLive()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode trusting = await JournalNode.StartAsync(
            options, NoPoll with { ConfirmWithin = TimeSpan.FromHours(1) });
        await using JournalNode asking = await JournalNode.StartAsync(
            options, NoPoll with { ConfirmWithin = TimeSpan.Zero });
        Assert.Null(await asking.Send().LostAsync());
        await world.TerminateAsync(trusting.Session.BackendPid);
        await world.TerminateAsync(asking.Session.BackendPid);
        Assert.Null(await trusting.Send().LostAsync());
        Assert.False(await asking.Send().LostAsync());
    }

    [Fact]
    public async Task ABatchOfNobodysShardWaitsForNothing()
    {
        await using JournalNode node = await JournalNode.StartAsync(world.NewOptions());
        Assert.Null(await node.Send(term: 0, 30).LostAsync());
        Assert.False(await node.Send(term: 0, 30, 1).LostAsync());
        Assert.Empty(JournalReads.ReadAll(node.Journal));
    }

    [Fact]
    public async Task WhatIsQueuedIsWrittenBeforeTheEnd()
    {
        PostgresOptions options = world.NewOptions();
        JournalNode node = await JournalNode.StartAsync(options);
        SentBatch[] sent = [node.Send(0), node.Send(1), node.Send(2)];
        await node.DisposeAsync();
        foreach (SentBatch batch in sent) Assert.Null(await batch.LostAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => node.Session.TryLockAsync(1));
        await using JournalNode next = await JournalNode.StartAsync(options);
        Assert.Equal(JournalReads.Numbers(0, 3), JournalReads.ReadAll(next.Journal));
    }

    private static async Task LockLogAsync(NpgsqlConnection connection, PostgresOptions options)
    {
        string sql = $"SELECT pg_advisory_lock(1129337162, '{options.Schema}.journal'::regclass::oid::integer)";
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task WaitForBlockedAsync(PostgresOptions options)
    {
        string sql = "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
            + $"AND objid = '{options.Schema}.journal'::regclass::oid)";
        using var patience = new CancellationTokenSource(JournalNode.Patience);
        while (!await world.ScalarAsync<bool>(sql)) await Task.Delay(5, patience.Token);
    }
}
