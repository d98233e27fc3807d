using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>Reading, trimming, damage, and how nodes learn of each other's commits.</summary>
[Collection(PostgresGroup.Name)]
public sealed class PostgresJournalTests(PostgresWorld world)
{
    private static readonly PostgresJournalOptions NoPoll = new() { Poll = TimeSpan.FromHours(1) };

    [Fact]
    public async Task WhatIsNotInMemoryAnyMoreIsReadFromTheServer()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(
            options, new PostgresJournalOptions { MaxGroupBytes = 64 * 1024, TailBytes = 2 * TailRing.MinPageBytes });
        List<TestBatch> batches = [];
        for (ulong n = 0; n < 60; n++) batches.Add(await writer.CommitAsync(60_000, 2 * n, (2 * n) + 1));
        writer.Journal.CheckInvariants();
        Assert.True(writer.Journal.Tail.Start > batches[10].EndPosition, "the beginning has left memory");
        await using JournalNode late = await JournalNode.StartAsync(options);
        foreach (PostgresJournal journal in new[] { writer.Journal, late.Journal })
        {
            Assert.Equal(JournalReads.Numbers(0, 120), JournalReads.ReadAll(journal));
            Assert.Equal(JournalReads.Numbers(14, 120), JournalReads.ReadFrom(journal, batches[6].EndPosition));
            // Between the two records of a row.
            long inRow = batches[6].EndPosition + RecordHeader.SizeBytes + 60_000;
            Assert.Equal(JournalReads.Numbers(15, 120), JournalReads.ReadFrom(journal, inRow));
            using JournalReader astray = journal.OpenReader(inRow + 8);
            Assert.Throws<JournalCorruptException>(() => astray.TryRead(out _, out _));
        }
    }

    [Fact]
    public async Task OneReaderGoesFromTheServersRowsIntoMemory()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        for (ulong n = 0; n < 30; n++) await writer.CommitAsync(90_000, n);
        await using JournalNode late = await JournalNode.StartAsync(options);
        using JournalReader reader = late.Journal.OpenReader(0);
        Assert.True(reader.TryRead(out EventHeader first, out _));
        Assert.Equal(0UL, first.Partition.Key);
        for (ulong n = 30; n < 60; n++) await late.CommitAsync(90_000, n);
        Assert.Equal(JournalReads.Numbers(1, 60), JournalReads.Drain(reader));
    }

    [Fact]
    public async Task ABatchLargerThanAPageAndAGroupGoesAlone()
    {
        await using JournalNode node = await JournalNode.StartAsync(
            world.NewOptions(), new PostgresJournalOptions { MaxGroupBytes = 64 * 1024 });
        SentBatch[] sent =
        [
            node.Send(0), node.Send(node.Session.Term, 900_000, 1, 2, 3), node.Send(4),
        ];
        foreach (SentBatch batch in sent) Assert.Null(await batch.LostAsync());
        Assert.Equal(JournalReads.Numbers(0, 5), JournalReads.ReadAll(node.Journal));
        Assert.Throws<ArgumentException>(
            () => node.Send(node.Session.Term, 4_000_000, [.. Enumerable.Range(0, 17).Select(static n => (ulong)n)]));
    }

    [Fact]
    public async Task TrimmedRowsAreGoneForEveryNodeAndTheLastOneStays()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        List<TestBatch> batches = [];
        for (ulong n = 0; n < 20; n++) batches.Add(await writer.CommitAsync(1000, n));
        await using JournalNode late = await JournalNode.StartAsync(options);
        using JournalReader behind = late.Journal.OpenReader(0);
        writer.Journal.Trim(batches[9].EndPosition + 1);
        Assert.Equal(batches[9].EndPosition, writer.Journal.FirstPosition);
        Assert.Equal(10L, await world.ScalarAsync<long>($"SELECT count(*) FROM {options.Schema}.journal"));
        Assert.Throws<InvalidOperationException>(() => behind.TryRead(out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => late.Journal.OpenReader(batches[5].EndPosition));
        Assert.Equal(JournalReads.Numbers(10, 20), JournalReads.ReadAll(late.Journal));
        writer.Journal.Trim(long.MaxValue);
        Assert.Equal(batches[18].EndPosition, writer.Journal.FirstPosition);
        TestBatch next = await late.CommitAsync(30, 20);
        Assert.Equal(batches[19].EndPosition, next.EndPosition - next.Records.Length);
    }

    [Fact]
    public async Task ADamagedRowIsSaidByWhoReadsItAndStopsNobodyElse()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        writer.Journal.TellsOthers = false;
        await using JournalNode other = await JournalNode.StartAsync(options, NoPoll);
        TestBatch before = await writer.CommitAsync(500, 1);
        TestBatch damaged = await writer.CommitAsync(500, 2);
        TestBatch after = await writer.CommitAsync(500, 3);
        await world.RunAsync(
            $"UPDATE {options.Schema}.journal SET data = set_byte(data, 300, get_byte(data, 300) # 4) "
            + $"WHERE position = {before.EndPosition}");
        await other.Journal.FetchUpToAsync(after.EndPosition).WaitAsync(JournalNode.Patience);
        Assert.Single(other.Warnings);
        using JournalReader reader = other.Journal.OpenReader(0);
        Assert.True(reader.TryRead(out _, out _));
        for (int attempt = 0; attempt < 2; attempt++)
        {
            JournalCorruptException said =
                Assert.Throws<JournalCorruptException>(() => reader.TryRead(out _, out _));
            Assert.Equal(before.EndPosition, said.Offset);
            Assert.Contains("checksum does not fit", said.Message, StringComparison.Ordinal);
            Assert.Contains($"row of node {writer.Session.NodeNumber}", said.Message, StringComparison.Ordinal);
        }

        Assert.Equal([3UL], JournalReads.ReadFrom(other.Journal, damaged.EndPosition));
    }

    [Fact]
    public async Task AMissingRowIsSaid()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        TestBatch first = await writer.CommitAsync(500, 1);
        await writer.CommitAsync(500, 2);
        await writer.CommitAsync(500, 3);
        await world.RunAsync($"DELETE FROM {options.Schema}.journal WHERE position = {first.EndPosition}");
        await using JournalNode late = await JournalNode.StartAsync(options);
        using JournalReader reader = late.Journal.OpenReader(0);
        Assert.True(reader.TryRead(out _, out _));
        JournalCorruptException said = Assert.Throws<JournalCorruptException>(() => reader.TryRead(out _, out _));
        Assert.Contains("rows before it are missing", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePollFindsWhatNobodyTold()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        await using JournalNode other = await JournalNode.StartAsync(
            options, new PostgresJournalOptions { Poll = TimeSpan.FromMilliseconds(20) });
        writer.Journal.TellsOthers = false;
        long raised = 0;
        other.Journal.Committed += position => Volatile.Write(ref raised, position);
        TestBatch batch = await writer.CommitAsync(30, 1);
        await other.WaitUntilKnownAsync(batch.EndPosition);
        Assert.Equal([1UL], JournalReads.ReadAll(other.Journal));
        Assert.Equal(0, writer.Warnings.Count + other.Warnings.Count);
        TestBatch own = await other.CommitAsync(30, 2);
        Assert.Equal(batch.EndPosition, own.EndPosition - own.Records.Length);
        Assert.True(Volatile.Read(ref raised) >= batch.EndPosition, "the other's commit was raised");
    }

    [Fact]
    public async Task WithoutAPollTheWordOfACommitIsEnough()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        await using JournalNode other = await JournalNode.StartAsync(options, NoPoll);
        // Which commit is the first that the other listens to is not known.
        for (ulong n = 0; other.Journal.CommittedPosition == 0; n++)
        {
            await writer.CommitAsync(30, n);
            await Task.Delay(5);
            Assert.True(n < 5_000, "the other is told");
        }
    }

    [Fact]
    public async Task ACallerMayPullTheTailToAPositionOrToTheHead()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        writer.Journal.TellsOthers = false;
        await using JournalNode other = await JournalNode.StartAsync(options, NoPoll);
        TestBatch first = await writer.CommitAsync(30, 1);
        await other.Journal.FetchUpToAsync(first.EndPosition).WaitAsync(JournalNode.Patience);
        Assert.Equal([1UL], JournalReads.ReadAll(other.Journal));
        for (ulong n = 2; n < 400; n++) writer.Send(n);
        TestBatch last = await writer.CommitAsync(30, 400);
        Assert.Equal(last.EndPosition, await other.Journal.FetchHeadAsync());
        Assert.Equal(JournalReads.Numbers(1, 401), JournalReads.ReadAll(other.Journal));
        using var given = new CancellationTokenSource();
        Task never = other.Journal.FetchUpToAsync(long.MaxValue, given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
    }

    [Fact]
    public async Task AGroupAllocatesLittleWhateverItsSize()
    {
        await using JournalNode node = await JournalNode.StartAsync(world.NewOptions(), NoPoll with
        {
            MaxGroupBytes = TailRing.MinPageBytes,
            TailBytes = 2 * TailRing.MinPageBytes,
        });
        foreach (int payloadBytes in new[] { 100, 300_000 })
        {
            using SemaphoreSlim done = new(0);
            long allocated = 0;
            TestBatch again = new(_ =>
            {
                // On the journal's thread.
                allocated = GC.GetAllocatedBytesForCurrentThread();
                done.Release();
            })
            { Term = node.Session.Term };
            again.Add(1, payloadBytes);
            for (int i = 0; i < 20; i++) await RunAsync();
            long before = allocated;
            const int Groups = 20;
            for (int i = 0; i < Groups; i++) await RunAsync();
            Assert.InRange((allocated - before) / Groups, 0, 4096);

            async Task RunAsync()
            {
                node.Journal.Append(again);
                Assert.True(await done.WaitAsync(JournalNode.Patience));
            }
        }
    }

    [Fact]
    public async Task TheStatusSaysHowLargeItIs()
    {
        await using JournalNode node = await JournalNode.StartAsync(world.NewOptions());
        TestBatch batch = await node.CommitAsync(30, 1);
        PostgresJournalStatus status = await node.Journal.ReadStatusAsync();
        Assert.Equal((0, batch.EndPosition, batch.EndPosition),
            (status.FirstPosition, status.HeadPosition, status.CommittedPosition));
        Assert.Equal((1L, node.Session.Term), (status.GroupCount, status.Term));
        Assert.True(status.TableBytes > 0 && status.CommitMedianMs > 0 && status.CommitP99Ms >= status.CommitMedianMs);
    }
}
