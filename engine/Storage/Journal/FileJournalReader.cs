using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Reads a <see cref="FileJournal"/> from segment to segment through one window of 256 KiB, which grows only for a
/// larger record. The segment it stands in stays readable when it is trimmed meanwhile. Allocates nothing a record.
/// </summary>
internal sealed class FileJournalReader : JournalReader
{
    private const int WindowBytes = 256 * 1024;

    private readonly FileJournal _journal;
    private readonly RecordCursor _cursor = new(WindowBytes);
    private Segment _segment;
    private IDiskFile _file;
    private long _limit;
    private bool _isOpening = true;
    private bool _disposed;

    internal FileJournalReader(FileJournal journal, long position)
    {
        _journal = journal;
        _segment = journal.AcquireSegment(position, out _file);
        _cursor.Open(_file, _segment.Start, position);
        _limit = position;
    }

    /// <inheritdoc/>
    public override long Position => _cursor.Position;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The position was trimmed before it was read.</exception>
    public override bool TryRead(out EventHeader header, out ReadOnlySpan<byte> payload)
    {
        while (_cursor.Position < _limit || TryAdvance())
        {
            long limit = _limit - _segment.Start + SegmentFormat.HeaderBytes;
            RecordFault fault = _cursor.TryNext(limit, out ReadOnlySpan<byte> record);
            if (fault != RecordFault.None)
            {
                StepOverSkipSlow(fault);
                continue;
            }

            _isOpening = false;
            if (RecordHeader.ReadKind(record) != RecordKind.Event) continue;
            header = RecordHeader.ReadEvent(record);
            payload = record[RecordHeader.SizeBytes..];
            return true;
        }

        header = default;
        payload = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _journal.ReleaseSegment(_segment, _file);
    }

    /// <summary>Looks how far may be read now, and goes to the next segment at the end of one.</summary>
    private bool TryAdvance()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        long position = _cursor.Position;
        long committed = _journal.CommittedPosition;
        if (position == committed) return false;
        if (position == _segment.End)
        {
            Segment next = _journal.AcquireSegment(position, out IDiskFile file);
            _journal.ReleaseSegment(_segment, _file);
            _segment = next;
            _file = file;
            _cursor.Open(file, next.Start, position);
        }

        _limit = Math.Min(committed, _segment.End);
        return true;
    }

    /// <summary>
    /// A position noted before a repair may lie inside what is a skip record now: the reader then begins behind it.
    /// Everything else that is no whole record is damage.
    /// </summary>
    private void StepOverSkipSlow(RecordFault fault)
    {
        long position = _cursor.Position;
        long limit = _limit - _segment.Start + SegmentFormat.HeaderBytes;
        if (_isOpening)
        {
            _cursor.Open(_file, _segment.Start, _segment.Start);
            while (_cursor.TryNext(limit, out ReadOnlySpan<byte> record) == RecordFault.None)
            {
                if (_cursor.Position <= position) continue;
                if (RecordHeader.ReadKind(record) == RecordKind.Skip) return;
                break;
            }
        }

        long offset = position - _segment.Start + SegmentFormat.HeaderBytes;
        throw new JournalCorruptException(_segment.Path, offset, fault.Describe());
    }
}
