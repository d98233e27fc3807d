using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <content>The journal's thread: gather, stamp, write, sync, acknowledge.</content>
public sealed partial class FileJournal
{
    /// <summary>
    /// Makes the oldest queued batches durable as one group and acknowledges them. Called by the journal's thread, or
    /// by a test or simulator in its place. O(bytes), one write and one sync; batches without records cost neither.
    /// </summary>
    /// <returns>Whether there was anything to do.</returns>
    internal bool RunOnce()
    {
        if (_stopped) return false;
        _supply.PrepareInline();
        _queue.Gather();
        if (_queue.First is null) return false;
        int count = _queue.MeasureGroup(_options.MaxGroupBytes, out int sizeBytes);
        long start = _committed;
        if (sizeBytes > 0)
        {
            try
            {
                start = WriteGroup(count, sizeBytes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                StopFailed(e);
                return true;
            }
        }

        Acknowledge(count, start);
        if (sizeBytes > 0) Committed?.Invoke(_committed);
        return true;
    }

    private void Run()
    {
        while (true)
        {
            if (RunOnce()) continue;
            if (Volatile.Read(ref _closing) || _stopped) return;
            _queue.WaitForPush();
        }
    }

    private void Drain()
    {
        while (RunOnce())
        {
        }
    }

    /// <summary>Writes, syncs and marks one group; returns where it starts.</summary>
    private long WriteGroup(int count, int sizeBytes)
    {
        int total = sizeBytes + CommitMarker.SizeBytes;
        if (total > RoomBytes) Rotate();
        if (total > _group.Length) _group = GC.AllocateUninitializedArray<byte>(total);
        long start = _committed;
        Span<byte> group = _group.AsSpan(0, total);
        uint records = (uint)_queue.CopyGroup(count, group[..sizeBytes], start);
        uint crc = RecordHeader.Crc32C(group[..sizeBytes]);
        new CommitMarker(start, records, crc).Write(group[sizeBytes..], start + sizeBytes);

        Debug.Assert(total <= RoomBytes, "the group fits");
        _file.Write(start - _segment.Start + SegmentFormat.HeaderBytes, group);
        _file.Sync();
        _mark.Write(start + total);
        Volatile.Write(ref _committed, start + total);
        return start;
    }

    /// <summary>Tells the batches, in order. A batch belongs to its shard again once it is told.</summary>
    private void Acknowledge(int count, long position)
    {
        for (int i = 0; i < count; i++)
        {
            JournalBatch batch = _queue.Pop();
            position += batch.Records.Length;
            batch.OnDurable(position);
        }

        Debug.Assert(position <= _committed, "only what is durable is acknowledged");
    }

    private void StopFailed(Exception cause)
    {
        Volatile.Write(ref _stopped, true);
        string file = cause is DiskFullException ? "ran out of room" : "could not be written";
        _options.FailStop(
            $"The journal {file} at position {_committed} of {_segment.Path}; nothing behind it was acknowledged. "
            + $"The process ends, because what the disk kept is not known: {cause.Message}", cause);
    }
}
