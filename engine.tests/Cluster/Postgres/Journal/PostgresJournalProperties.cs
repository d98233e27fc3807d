using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>Two nodes append to one log at once.</summary>
[Collection(PostgresGroup.Name)]
public sealed class PostgresJournalProperties(PostgresWorld world)
{
    private ulong _batches;

    [Fact]
    public async Task BothNodesReadOneOrderInWhichEveryBatchStandsWhole()
    {
        PostgresOptions options = world.NewOptions();
        var journal = new PostgresJournalOptions
        {
            MaxGroupBytes = 4096, TailBytes = 2 * TailRing.MinPageBytes, Poll = TimeSpan.FromMilliseconds(10),
        };
        await using JournalNode a = await JournalNode.StartAsync(options, journal);
        await using JournalNode b = await JournalNode.StartAsync(options, journal);
        Gen<(int Node, int Records, int Bytes)> batch =
            from node in Gen.Choose(0, 1)
            from records in Gen.Choose(0, 4)
            from bytes in Gen.Frequency((5, Gen.Choose(0, 200)), (1, Gen.Choose(2000, 9000)))
            select (node, records, bytes);
        Prop.ForAll(batch.ArrayOf().ToArbitrary(), script => Run(a, b, script))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private void Run(JournalNode a, JournalNode b, (int Node, int Records, int Bytes)[] script)
    {
        long start = a.Journal.FetchHeadAsync().GetAwaiter().GetResult();
        var sent = new List<(int Node, ulong Number, SentBatch Batch)>();
        foreach ((int node, int records, int bytes) in script)
        {
            ulong number = _batches++;
            ulong[] numbers = [.. Enumerable.Range(0, records).Select(i => (number * 10) + (ulong)i)];
            JournalNode at = node == 0 ? a : b;
            sent.Add((node, number, at.Send(at.Session.Term, bytes, numbers)));
        }

        foreach ((_, _, SentBatch batch) in sent) Assert.Null(batch.LostAsync().GetAwaiter().GetResult());
        Assert.Equal(
            a.Journal.FetchHeadAsync().GetAwaiter().GetResult(), b.Journal.FetchHeadAsync().GetAwaiter().GetResult());
        List<(ulong Number, long Position)> order = Read(a.Journal, start);
        Assert.Equal(order, Read(b.Journal, start));
        Assert.Equal(script.Sum(static batch => batch.Records), order.Count);
        foreach ((_, ulong number, SentBatch batch) in sent) CheckWhole(order, number, batch.Batch);
        for (int node = 0; node < 2; node++)
        {
            long[] ends = [.. sent.Where(s => s.Node == node).Select(static s => s.Batch.Batch.EndPosition)];
            Assert.Equal(ends.Order(), ends);
        }

        a.Journal.FetchHeadAsync().GetAwaiter().GetResult();
        a.Journal.Tail.CheckInvariants();
    }

    private static void CheckWhole(List<(ulong Number, long Position)> order, ulong number, TestBatch batch)
    {
        List<(ulong Number, long Position)> own = order.FindAll(record => record.Number / 10 == number);
        long position = batch.EndPosition - batch.Records.Length;
        for (int i = 0; i < own.Count; i++)
        {
            Assert.Equal(((number * 10) + (ulong)i, position), own[i]);
            position += batch.Records.Length / own.Count;
        }

        Assert.Equal(own.Count == 0, batch.Records.Length == 0);
    }

    private static List<(ulong Number, long Position)> Read(PostgresJournal journal, long start)
    {
        List<(ulong Number, long Position)> order = [];
        using JournalReader reader = journal.OpenReader(start);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            Assert.True(TestBatch.IsPayloadOf(payload, header.Partition.Key), "the payload is the one written");
            order.Add((header.Partition.Key, header.Position));
        }

        return order;
    }
}
