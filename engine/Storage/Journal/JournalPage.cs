using System.Diagnostics;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// A run of records in memory. One writer appends; readers read what lies before the committed position, which the
/// writer publishes afterwards.
/// </summary>
internal sealed class JournalPage(long start, int capacityBytes)
{
    private readonly byte[] _bytes = new byte[capacityBytes];
    private int _length;

    /// <summary>Position of the first record.</summary>
    internal long Start { get; } = start;

    /// <summary>Position behind the last record.</summary>
    internal long End => Start + Volatile.Read(ref _length);

    /// <summary>How much more fits.</summary>
    internal int RoomBytes => _bytes.Length - _length;

    /// <summary>Appends framed records, giving them their positions; returns the end.</summary>
    internal long Append(ReadOnlySpan<byte> records)
    {
        Debug.Assert(records.Length <= RoomBytes, "there is room");
        records.CopyTo(_bytes.AsSpan(_length));
        int end = _length + records.Length;
        RecordHeader.StampAll(_bytes.AsSpan(_length..end), Start + _length);
        Volatile.Write(ref _length, end);
        return Start + end;
    }

    /// <summary>The record at a position that is known to hold one; returns the position behind it.</summary>
    internal long Read(long position, out EventHeader header, out ReadOnlySpan<byte> payload)
    {
        Debug.Assert(position >= Start && position < End, "the position lies in the page");
        ReadOnlySpan<byte> rest = _bytes.AsSpan((int)(position - Start));
        ReadOnlySpan<byte> record = rest[..(int)RecordHeader.ReadLength(rest)];
        header = RecordHeader.ReadEvent(record);
        payload = record[RecordHeader.SizeBytes..];
        return position + record.Length;
    }
}
