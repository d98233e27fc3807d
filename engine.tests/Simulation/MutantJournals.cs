using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Journals with one thing wrong.</summary>
internal static class MutantJournals
{
    /// <summary>Tells the shard that a batch is durable when it is merely queued.</summary>
    internal sealed class AcknowledgesBeforeSync(FileJournal inner) : JournalLayer(inner)
    {
        private long _end = inner.CommittedPosition;

        public override void Append(JournalBatch batch)
        {
            var copy = new Carrier(null);
            copy.Records.Write(batch.Records.WrittenSpan);
            Inner.Append(copy);
            _end += batch.Records.Length;
            batch.OnDurable(_end);
        }
    }

    /// <summary>Acknowledges a group's batches from the last to the first.</summary>
    internal sealed class AcknowledgesBackwards(FileJournal inner) : JournalLayer(inner)
    {
        private readonly Stack<(JournalBatch Batch, long End)> _durable = new();

        public override void Append(JournalBatch batch)
        {
            var carrier = new Carrier(end => _durable.Push((batch, end)));
            carrier.Records.Write(batch.Records.WrittenSpan);
            Inner.Append(carrier);
        }

        internal override bool RunOnce()
        {
            bool worked = Inner.RunOnce();
            while (_durable.TryPop(out (JournalBatch Batch, long End) next)) next.Batch.OnDurable(next.End);
            return worked;
        }
    }

    /// <summary>Does not give recovery the last fact there is.</summary>
    internal sealed class SkipsTheLastFact(FileJournal inner) : JournalLayer(inner)
    {
        private bool _isRecovering = true;

        public override JournalReader OpenReader(long position)
        {
            if (!_isRecovering) return Inner.OpenReader(position);
            _isRecovering = false;
            return new Short(Inner.OpenReader(position));
        }
    }

    /// <summary>Writes every twentieth batch twice, as a retry would that does not know of the first attempt.</summary>
    internal sealed class WritesTwice(FileJournal inner) : JournalLayer(inner)
    {
        private int _count;

        public override void Append(JournalBatch batch)
        {
            Inner.Append(batch);
            if (batch.Records.Length == 0 || ++_count % 20 != 0) return;
            var again = new Carrier(null);
            again.Records.Write(batch.Records.WrittenSpan);
            Inner.Append(again);
        }
    }

    /// <summary>Gives the records behind the last whole group a marker of their own, as if none were needed.</summary>
    internal static void AcceptTornGroups(SimulatedDisk disk)
    {
        string? last = disk.List("journal").LastOrDefault(static name => SegmentFormat.TryParseName(name, out _));
        if (last is null || !SegmentFormat.TryParseName(last, out long start)) return;
        using IDiskFile file = disk.Open("journal/" + last);
        var scan = new GroupScan();
        scan.Run(file, start, start);
        long torn = scan.FaultPosition;
        if (torn == scan.End) return;
        byte[] records = new byte[torn - scan.End];
        file.Read(scan.End - start + SegmentFormat.HeaderBytes, records);
        byte[] marker = new byte[CommitMarker.SizeBytes];
        uint crc = RecordHeader.Crc32C(records);
        new CommitMarker(scan.End, CountOf(records), crc).Write(marker, torn);
        file.Write(torn - start + SegmentFormat.HeaderBytes, marker);
        file.Sync();
    }

    private static uint CountOf(ReadOnlySpan<byte> records)
    {
        uint count = 0;
        for (; !records.IsEmpty; count++) records = records[(int)RecordHeader.ReadLength(records)..];
        return count;
    }

    private sealed class Carrier(Action<long>? onDurable) : JournalBatch
    {
        public override void OnDurable(long endPosition) => onDurable?.Invoke(endPosition);

        public override void OnLost(bool mayBeWritten) =>
            throw new InvalidOperationException("A journal of one process loses nothing.");
    }

    /// <summary>Stays one fact behind.</summary>
    private sealed class Short(JournalReader inner) : JournalReader
    {
        private (EventHeader Header, byte[] Payload)? _held;

        public override long Position => inner.Position;

        public override bool TryRead(out EventHeader header, out ReadOnlySpan<byte> payload)
        {
            (EventHeader Header, byte[] Payload)? given = _held;
            while (inner.TryRead(out header, out payload))
            {
                _held = (header, payload.ToArray());
                if (given is { } earlier)
                {
                    header = earlier.Header;
                    payload = earlier.Payload;
                    return true;
                }

                given = _held;
            }

            return false;
        }

        public override void Dispose() => inner.Dispose();
    }
}
