using System.Diagnostics;
using System.Text;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>The writing half of <see cref="JournalRepair"/>.</summary>
internal sealed class JournalMender(IDisk disk, string folder)
{
    private const int ChunkBytes = 1024 * 1024;

    private readonly string _quarantine = folder + "/damaged";

    /// <summary>Copies a segment aside, durably, before anything in it is changed.</summary>
    internal void Quarantine(string path)
    {
        if (!disk.Exists(path)) return;
        string target = FreeName(path[(folder.Length + 1)..], string.Empty);
        using IDiskFile from = disk.Open(path);
        using IDiskFile to = disk.Open(target);
        byte[] chunk = new byte[ChunkBytes];
        for (long at = 0; ;)
        {
            int read = from.Read(at, chunk);
            if (read == 0) break;
            to.Write(at, chunk.AsSpan(0, read));
            at += read;
        }

        to.Sync();
        disk.SyncFolder(_quarantine);
    }

    /// <summary>Writes the findings beside the copies, durably.</summary>
    internal void WriteReport(string text)
    {
        using IDiskFile file = disk.Open(FreeName("report", ".txt"));
        file.Write(0, Encoding.UTF8.GetBytes(text));
        file.Sync();
        disk.SyncFolder(_quarantine);
    }

    /// <summary>Mends one segment in place.</summary>
    internal void Mend(JournalSegmentReport segment, long previousStart, bool isLast)
    {
        using IDiskFile file = disk.Open(segment.File);
        if (SegmentFormat.ReadHeader(file, segment.Start, out long written) is not null || written != previousStart)
            WriteHeader(file, segment.Start, previousStart);
        long end = segment.End;
        foreach (JournalDamage damage in segment.Damages)
        {
            if (damage.Offset == 0) continue;
            bool isTail = isLast && damage.ToPosition == segment.End;
            if (isTail) end = FillTail(file, segment.Start, damage);
            else Fill(file, segment.Start, damage.FromPosition, damage.ToPosition);
        }

        Seal(file, segment.Start, end);
        file.Sync();
    }

    private static void WriteHeader(IDiskFile file, long start, long previousStart)
    {
        byte[] header = new byte[SegmentFormat.HeaderBytes];
        SegmentFormat.WriteHeader(header, start, previousStart);
        file.Write(0, header);
    }

    /// <summary>Covers a range with skip records, each of a record's size at most.</summary>
    private static void Fill(IDiskFile file, long start, long from, long to)
    {
        if (to - from is > 0 and < RecordHeader.SizeBytes)
            throw new InvalidDataException($"{to - from} bytes at position {from} are too few for a record.");
        while (from < to)
        {
            long left = to - from;
            int size = (int)Math.Min(left, RecordHeader.MaxRecordBytes);
            if (left > size && left - size < RecordHeader.SizeBytes) size -= RecordHeader.SizeBytes;
            byte[] record = new byte[size];
            RecordHeader.Write(record, size, RecordKind.Skip, default(EventHeader));
            RecordHeader.Stamp(record, from);
            file.Write(from - start + SegmentFormat.HeaderBytes, record);
            from += size;
        }

        Debug.Assert(from == to, "the range is covered exactly");
    }

    /// <summary>
    /// Covers the damaged end of the journal and puts a marker at its end, never before the acknowledged position:
    /// a position is not given twice.
    /// </summary>
    private static long FillTail(IDiskFile file, long start, JournalDamage damage)
    {
        long room = damage.LostBytes;
        const int Least = RecordHeader.SizeBytes + CommitMarker.SizeBytes;
        long end = room is CommitMarker.SizeBytes or >= Least ? damage.ToPosition : damage.FromPosition + Least;
        long marker = end - CommitMarker.SizeBytes;
        Fill(file, start, damage.FromPosition, marker);
        byte[] record = new byte[CommitMarker.SizeBytes];
        default(CommitMarker).Write(record, marker);
        file.Write(marker - start + SegmentFormat.HeaderBytes, record);
        return end;
    }

    /// <summary>Rewrites every marker that does not fit the records before it any more.</summary>
    private static void Seal(IDiskFile file, long start, long end)
    {
        RecordCursor cursor = new(GroupScan.WindowFor(file.LengthBytes));
        cursor.Open(file, start, start);
        long groupStart = start;
        uint count = 0;
        uint crc = uint.MaxValue;
        byte[] rewritten = new byte[CommitMarker.SizeBytes];
        while (cursor.Position < end)
        {
            long position = cursor.Position;
            RecordFault fault = cursor.TryNext(end - start + SegmentFormat.HeaderBytes, out ReadOnlySpan<byte> record);
            if (fault != RecordFault.None)
                throw new InvalidDataException($"Position {position} is still damaged: {fault.Describe()}.");
            if (RecordHeader.ReadKind(record) != RecordKind.Commit)
            {
                crc = RecordHeader.Crc32CAppend(crc, record);
                count++;
                continue;
            }

            CommitMarker fitting = new(groupStart, count, ~crc);
            if (CommitMarker.Read(record) != fitting)
            {
                fitting.Write(rewritten, position);
                file.Write(position - start + SegmentFormat.HeaderBytes, rewritten);
            }

            groupStart = cursor.Position;
            count = 0;
            crc = uint.MaxValue;
        }
    }

    private string FreeName(string name, string extension)
    {
        string path = $"{_quarantine}/{name}{extension}";
        for (int i = 1; disk.Exists(path); i++) path = $"{_quarantine}/{name}.{i}{extension}";
        return path;
    }
}
