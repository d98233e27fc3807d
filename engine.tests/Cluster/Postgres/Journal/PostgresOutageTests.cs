using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>The server is ended like a crash and started again while two nodes write.</summary>
public sealed class PostgresOutageTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    private const int Producers = 4;

    [Fact]
    public async Task NothingAcknowledgedIsLostAndNothingRefusedIsWritten()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode a = await JournalNode.StartAsync(options);
        await using JournalNode b = await JournalNode.StartAsync(options);
        var sent = new List<(ulong Number, SentBatch Batch)>[2 * Producers];
        using var stop = new CancellationTokenSource();
        Task[] producers = new Task[sent.Length];
        for (int i = 0; i < producers.Length; i++)
        {
            int producer = i;
            sent[i] = [];
            producers[i] = Task.Run(() => ProduceAsync(i < Producers ? a : b, producer, sent[producer], stop.Token));
        }

        for (int round = 0; round < 2; round++)
        {
            long position = a.Journal.CommittedPosition;
            await a.WaitUntilKnownAsync(position + 20_000);
            Task<long>[] terms = [a.NextTerm(), b.NextTerm()];
            await world.StopImmediatelyAsync();
            await world.StartAgainAsync();
            await Task.WhenAll(terms);
        }

        await a.CommitAsync(30, ulong.MaxValue / 100);
        await stop.CancelAsync();
        await Task.WhenAll(producers);
        await CheckAsync([a, b], sent);
    }

    [Fact]
    public async Task AReaderWaitsWhileTheServerIsAwayUnlessTheNodeStops()
    {
        PostgresOptions options = world.NewOptions();
        await using JournalNode writer = await JournalNode.StartAsync(options);
        for (ulong n = 0; n < 30; n++) await writer.CommitAsync(90_000, n);
        using var stopping = new CancellationTokenSource();
        await using JournalNode going = await JournalNode.StartAsync(options);
        await using JournalNode ending = await JournalNode.StartAsync(
            options, new PostgresJournalOptions { Stopping = stopping.Token });
        using JournalReader patient = going.Journal.OpenReader(0);
        using JournalReader given = ending.Journal.OpenReader(0);
        await world.StopImmediatelyAsync();
        Task<List<ulong>> read = Task.Run(() => JournalReads.Drain(patient));
        Task<List<ulong>> never = Task.Run(() => JournalReads.Drain(given));
        await stopping.CancelAsync();
        await Assert.ThrowsAsync<IOException>(() => never);
        Assert.False(read.IsCompleted);
        await world.StartAgainAsync();
        Assert.Equal(JournalReads.Numbers(0, 30), await read.WaitAsync(JournalNode.Patience));
    }

    private static async Task ProduceAsync(
        JournalNode node, int producer, List<(ulong Number, SentBatch Batch)> sent, CancellationToken stop)
    {
        for (ulong n = 0; !stop.IsCancellationRequested; n++)
        {
            ulong number = ((ulong)producer * 1_000_000) + n;
            // Two at a time, so that one waits while the other is on its way.
            SentBatch first = node.Send(node.Session.Term, 100, number);
            SentBatch second = node.Send(node.Session.Term, 100, number + 500_000);
            sent.Add((number, first));
            sent.Add((number + 500_000, second));
            await first.Told;
            await second.Told;
            if (!node.Session.IsOpen) await Task.Delay(5, CancellationToken.None);
        }
    }

    private static async Task CheckAsync(JournalNode[] nodes, List<(ulong Number, SentBatch Batch)>[] sent)
    {
        long head = await nodes[0].Journal.FetchHeadAsync();
        Assert.Equal(head, await nodes[1].Journal.FetchHeadAsync());
        List<ulong> log = JournalReads.ReadAll(nodes[0].Journal);
        Assert.Equal(log, JournalReads.ReadAll(nodes[1].Journal));
        HashSet<ulong> written = [.. log];
        Assert.Equal(log.Count, written.Count);
        int lost = 0;
        foreach ((ulong number, SentBatch batch) in sent.SelectMany(static list => list))
        {
            bool? mayBeWritten = await batch.LostAsync();
            if (mayBeWritten is null) Assert.True(written.Contains(number), $"{number} was acknowledged and is lost");
            if (mayBeWritten is false) Assert.False(written.Contains(number), $"{number} was refused and is there");
            if (mayBeWritten is not null) lost++;
        }

        Assert.True(lost > 0, "the server was away while something was sent");
    }
}
