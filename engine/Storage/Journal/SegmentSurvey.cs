using System.Buffers.Binary;
using System.Diagnostics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Walks all of one segment, over damage too: behind an unreadable spot it looks, byte by byte, for the next record
/// whose position and checksum prove it, and goes on from there.
/// </summary>
internal sealed class SegmentSurvey
{
    private readonly List<JournalDamage> _damages = [];
    private readonly string _path;
    private readonly long _start;
    private readonly long _markPosition;
    private readonly long? _knownEnd;
    private PartitionKey? _lastKey;
    private JournalDamage? _open;
    private long _facts;
    private long _factsAtMarker;
    private long _markerEnd;

    /// <param name="path">The file.</param>
    /// <param name="start">Its start position.</param>
    /// <param name="knownEnd">Where the next segment starts; null for the last one.</param>
    /// <param name="markPosition">Up to where the journal was acknowledged, as far as known.</param>
    internal SegmentSurvey(string path, long start, long? knownEnd, long markPosition)
    {
        Debug.Assert(knownEnd is null || knownEnd > start, "segments go forward");
        _path = path;
        _start = _markerEnd = start;
        _knownEnd = knownEnd;
        _markPosition = markPosition;
    }

    /// <summary>Reports a header that cannot be trusted; loses no record.</summary>
    internal void AddHeaderFault(string reason) =>
        _damages.Add(new JournalDamage(_path, 0, _start, _start, reason, null, null));

    /// <summary>Walks the records. O(bytes).</summary>
    internal JournalSegmentReport Run(IDiskFile file)
    {
        long fileEnd = Math.Max(_start, _start - SegmentFormat.HeaderBytes + file.LengthBytes);
        long limit = Math.Min(_knownEnd ?? long.MaxValue, fileEnd);
        RecordCursor cursor = new(GroupScan.WindowFor(file.LengthBytes));
        cursor.Open(file, _start, _start);
        while (true)
        {
            RecordFault fault = cursor.TryNext(OffsetOf(limit), out ReadOnlySpan<byte> record);
            if (fault == RecordFault.None)
            {
                Note(record, cursor.Position);
                continue;
            }

            long from = cursor.Position;
            if (from == _knownEnd) return Report(from);
            if (_knownEnd is null && !IsAcknowledged(file, from)) return ReportCut();
            long to = FindRecord(file, from + RecordHeader.SizeBytes, limit);
            bool isTail = to < 0 || IsWithoutMarker(file, to);
            if (isTail) to = _knownEnd ?? Math.Max(_markPosition, from);
            Close(null);
            _open = new JournalDamage(_path, OffsetOf(from), from, to, fault.Describe(), _lastKey, null);
            if (isTail) return Report(to);
            cursor.Seek(OffsetOf(to));
        }
    }

    private long OffsetOf(long position) => position - _start + SegmentFormat.HeaderBytes;

    private void Note(ReadOnlySpan<byte> record, long end)
    {
        RecordKind kind = RecordHeader.ReadKind(record);
        if (kind == RecordKind.Event)
        {
            _lastKey = RecordHeader.ReadEvent(record).Partition;
            _facts++;
            Close(_lastKey);
        }
        else if (kind == RecordKind.Commit)
        {
            _markerEnd = end;
            _factsAtMarker = _facts;
        }
    }

    private void Close(PartitionKey? after)
    {
        if (_open is not null) _damages.Add(_open with { After = after });
        _open = null;
    }

    private bool IsAcknowledged(IDiskFile file, long from) =>
        _markPosition > _markerEnd || GroupScan.HasLaterMarker(file, _start, from, _markerEnd);

    /// <summary>Whether intact records behind the mark belong to no group that could have been acknowledged.</summary>
    private bool IsWithoutMarker(IDiskFile file, long from) =>
        _knownEnd is null && from >= _markPosition && !GroupScan.HasLaterMarker(file, _start, from, -1);

    private JournalSegmentReport Report(long end)
    {
        Close(null);
        return new JournalSegmentReport(_path, _start, end, _facts, _damages);
    }

    /// <summary>The last segment's end: what stands behind the last marker was never acknowledged.</summary>
    private JournalSegmentReport ReportCut()
    {
        Close(null);
        return new JournalSegmentReport(_path, _start, _markerEnd, _factsAtMarker, _damages);
    }

    /// <summary>The next position, from one on, that holds a provable record; -1 when there is none.</summary>
    private long FindRecord(IDiskFile file, long from, long limit)
    {
        byte[] window = new byte[GroupScan.WindowFor(file.LengthBytes)];
        RecordCursor probe = new(SegmentFormat.HeaderBytes);
        for (long at = from; at < limit;)
        {
            int read = file.Read(OffsetOf(at), window.AsSpan(0, (int)Math.Min(window.Length, limit - at)));
            int starts = read - RecordHeader.SizeBytes + 1;
            for (int i = 0; i < starts; i++)
            {
                if (BinaryPrimitives.ReadInt64LittleEndian(window.AsSpan(i + 8)) != at + i) continue;
                probe.Open(file, _start, at + i);
                if (probe.TryNext(OffsetOf(limit), out _) == RecordFault.None) return at + i;
            }

            if (starts <= 0) return -1;
            at += starts;
        }

        return -1;
    }
}
