using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Cluster.Postgres.Journal;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Moving;

[Collection(PostgresGroup.Name)]
public sealed class JournalCopyTests(PostgresWorld world) : IDisposable
{
    private const int SegmentBytes = 1024 * 1024;
    private const ulong FactCount = 200;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_fact_keeps_its_position_and_the_log_goes_on_behind_the_last_one()
    {
        PostgresOptions options = world.NewOptions();
        List<EventHeader> facts;
        List<long> ends;
        JournalCopy copy;
        using (FileJournal journal = Write())
        {
            facts = Headers(journal);
            ends = [.. facts.Skip(1).Select(static fact => fact.Position)];
            Assert.True(journal.FirstPosition > 0 && facts.Count > 100, "a journal that was trimmed");
            copy = await CopyAsync(journal, options, [.. ends, ends[9] - 1]);
        }

        Assert.Equal(facts.Count, copy.FactCount);
        await using JournalNode node = await JournalNode.StartAsync(options);
        Assert.Equal(facts, Headers(node.Journal));
        foreach (long end in ends) Assert.Equal(end, copy.Settled(end));
        Assert.Equal(ends[9], copy.Settled(ends[9] - 1));
        ulong first = facts[0].Partition.Key;
        Assert.Equal(
            JournalReads.Numbers(facts[50].Partition.Key, FactCount),
            JournalReads.ReadFrom(node.Journal, facts[50].Position));
        await node.CommitAsync(100, FactCount);
        Assert.Equal(JournalReads.Numbers(first, FactCount + 1), JournalReads.ReadAll(node.Journal));
    }

    [Fact]
    public void What_is_passed_over_is_as_long_as_it_was_and_no_fact()
    {
        var records = new ByteBuffer();
        RecordHeader.WriteSkip(records, RecordHeader.SizeBytes);
        RecordHeader.WriteSkip(records, 56);
        Assert.Equal(96, records.Length);
        Assert.Equal(2, RecordHeader.StampAll(records.WrittenSpan, 7));
        Assert.False(RecordHeader.IsEvent(records.WrittenSpan));
        Assert.True(RecordHeader.IsEvent(new TestBatch().Add(1).Records.WrittenSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordHeader.WriteSkip(records, RecordHeader.SizeBytes - 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RecordHeader.WriteSkip(records, RecordHeader.MaxRecordBytes + 1));
    }

    private async Task<JournalCopy> CopyAsync(FileJournal journal, PostgresOptions options, long[] noted)
    {
        await using PostgresDatabase database = world.NewDatabase(options);
        await using NpgsqlConnection session = await database.OpenSessionAsync(default);
        await using NpgsqlTransaction all = await session.BeginTransactionAsync();
        var copy = new JournalCopy(journal, noted);
        await copy.RunAsync(session, database, default);
        await all.CommitAsync();
        return copy;
    }

    private FileJournal Write()
    {
        FileJournal journal = FileJournal.Open(
            new LocalDisk(_folder.Path),
            new FileJournalOptions
            {
                SegmentBytes = SegmentBytes, MaxGroupBytes = SegmentBytes / 4,
            });
        journal.Start();
        long last = 0;
        for (ulong n = 0; n < FactCount; n++)
        {
            using var durable = new ManualResetEventSlim();
            var batch = new TestBatch(_ => durable.Set());
            journal.Append(batch.Add(n, payloadBytes: 20_000));
            durable.Wait();
            if (n == FactCount / 3) last = batch.EndPosition;
        }

        journal.Trim(last);
        return journal;
    }

    private static List<EventHeader> Headers(IJournal journal)
    {
        var all = new List<EventHeader>();
        using JournalReader reader = journal.OpenReader(journal.FirstPosition);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            Assert.True(TestBatch.IsPayloadOf(payload, header.Partition.Key), "the payload is the one written");
            all.Add(header);
        }

        Assert.Equal(journal.CommittedPosition, reader.Position);
        return all;
    }
}
