using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Storage.Journal;

/// <summary>Reads a journal back and checks every record's content on the way.</summary>
internal static class JournalReads
{
    internal static List<ulong> ReadAll(IJournal journal) => ReadFrom(journal, journal.FirstPosition);

    internal static List<ulong> ReadFrom(IJournal journal, long position)
    {
        using JournalReader reader = journal.OpenReader(position);
        List<ulong> numbers = Drain(reader);
        Assert.Equal(journal.CommittedPosition, reader.Position);
        return numbers;
    }

    internal static List<ulong> Drain(JournalReader reader)
    {
        List<ulong> numbers = [];
        long last = -1;
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            Assert.True(header.Position > last, "positions grow");
            Assert.Equal(reader.Position, header.Position + RecordHeader.SizeBytes + payload.Length);
            Assert.True(TestBatch.IsPayloadOf(payload, header.Partition.Key), "the payload is the one written");
            Assert.Equal((long)header.Partition.Key * 10, header.TimeMs);
            last = header.Position;
            numbers.Add(header.Partition.Key);
        }

        return numbers;
    }

    internal static List<ulong> Numbers(ulong from, ulong to)
    {
        List<ulong> numbers = [];
        for (ulong n = from; n < to; n++) numbers.Add(n);
        return numbers;
    }
}
