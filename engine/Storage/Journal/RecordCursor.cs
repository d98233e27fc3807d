using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Walks the records of one segment file through a window of memory and checks each: length, position, checksum, kind.
/// <code>
/// file    |header|rec|rec|rec|rec|rec|marker|rec ...
/// window             [consumed|rec|rec|re]
///                    ^0       ^_next     ^_end
/// </code>
/// The window only ever holds bytes below the limit it was filled up to, because bytes behind it may still change.
/// It grows for a record larger than itself and keeps that size. Not thread-safe.
/// </summary>
internal sealed class RecordCursor(int windowBytes)
{
    private byte[] _window = new byte[windowBytes];
    private int _next;
    private int _end;
    private long _offset;
    private long _positionBase;
    private IDiskFile? _file;

    /// <summary>The position the next record is looked for at.</summary>
    internal long Position => _positionBase + _offset;

    /// <summary>The same as an offset in the file.</summary>
    internal long Offset => _offset;

    /// <summary>
    /// Turns to the record at <paramref name="position"/> in the segment that starts at <paramref name="start"/>.
    /// </summary>
    internal void Open(IDiskFile file, long start, long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, start);
        _file = file;
        _positionBase = start - SegmentFormat.HeaderBytes;
        Seek(position - _positionBase);
    }

    /// <summary>Turns to another offset of the same file.</summary>
    internal void Seek(long offset)
    {
        Debug.Assert(offset >= SegmentFormat.HeaderBytes, "records stand behind the header page");
        _offset = offset;
        _next = _end = 0;
    }

    /// <summary>
    /// Looks at the next record and, when it is whole, moves behind it. O(record).
    /// </summary>
    /// <param name="limit">The file offset up to which may be read; never moves back.</param>
    /// <param name="record">The record, header included; valid until the next call.</param>
    internal RecordFault TryNext(long limit, out ReadOnlySpan<byte> record)
    {
        record = default;
        if (_end - _next < RecordHeader.SizeBytes && !Fill(RecordHeader.SizeBytes, limit))
            return _offset >= limit ? RecordFault.AtEnd : RecordFault.BadLength;

        ReadOnlySpan<byte> bytes = _window.AsSpan(_next, _end - _next);
        uint length = RecordHeader.ReadLength(bytes);
        if (length - RecordHeader.SizeBytes > RecordHeader.MaxRecordBytes - RecordHeader.SizeBytes)
            return length == 0 && RecordHeader.ReadPosition(bytes) == 0 ? RecordFault.Unwritten : RecordFault.BadLength;
        if (RecordHeader.ReadPosition(bytes) != Position) return RecordFault.WrongPosition;
        if (bytes.Length < length)
        {
            if (!Fill((int)length, limit)) return RecordFault.BadLength;
            bytes = _window.AsSpan(_next, _end - _next);
        }

        bytes = bytes[..(int)length];
        if (!RecordHeader.ChecksumHolds(bytes)) return RecordFault.BadChecksum;
        if (!IsKnown(bytes)) return RecordFault.UnknownKind;
        record = bytes;
        _next += (int)length;
        _offset += length;
        return RecordFault.None;
    }

    private static bool IsKnown(ReadOnlySpan<byte> record) => RecordHeader.ReadKind(record) switch
    {
        RecordKind.Event or RecordKind.Skip => true,
        RecordKind.Commit => record.Length == CommitMarker.SizeBytes,
        _ => false,
    };

    private bool Fill(int needed, long limit)
    {
        int kept = _end - _next;
        if (limit - _offset < needed) return false;
        if (needed > _window.Length) Array.Resize(ref _window, RoundUp(needed));
        _window.AsSpan(_next, kept).CopyTo(_window);
        _next = 0;
        _end = kept;
        int wanted = (int)Math.Min(_window.Length - kept, limit - _offset - kept);
        _end += _file!.Read(_offset + kept, _window.AsSpan(kept, wanted));
        return _end >= needed;
    }

    private static int RoundUp(int size) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size);
}
