using System.Diagnostics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>Writes one pack file from front to back, through a buffer. Reusable; not thread-safe.</summary>
internal sealed class SnapshotPackWriter
{
    // Large enough that a write call costs nothing beside its bytes.
    private const int BufferBytes = 256 * 1024;

    private readonly ByteBuffer _buffer = new(BufferBytes);
    private readonly ByteBuffer _records = new(4 * 1024);
    private IDiskFile? _file;
    private long _flushed;

    /// <summary>How many states were added since <see cref="Begin"/>.</summary>
    public int Count => _records.Length / SnapshotPackFormat.RecordBytes;

    /// <summary>The footer's records of the states added since <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Records => _records.WrittenSpan;

    /// <summary>Starts over, in an empty file.</summary>
    public void Begin(IDiskFile file)
    {
        _file = file;
        _flushed = 0;
        _buffer.Clear();
        _records.Clear();
    }

    /// <summary>Adds a state. O(its bytes).</summary>
    public void Add(in SnapshotInfo info, ReadOnlySpan<byte> state)
    {
        Debug.Assert(_file is not null, "A pack has been begun.");
        long offset = _flushed + _buffer.Length;
        Span<byte> record = _records.GetSpan(SnapshotPackFormat.RecordBytes);
        SnapshotPackFormat.WriteRecord(record, in info, state.Length, offset);
        _records.Advance(SnapshotPackFormat.RecordBytes);

        int start = _buffer.Length;
        _buffer.Write(state);
        Span<byte> trailer = _buffer.GetSpan(SnapshotPackFormat.TrailerBytes);
        SnapshotPackFormat.WriteTrailer(trailer, in info, state.Length);
        _buffer.Advance(SnapshotPackFormat.TrailerBytes);
        uint crc = RecordHeader.Crc32C(_buffer.WrittenSpan[start..^sizeof(uint)]);
        SnapshotPackFormat.WriteTrailerChecksum(trailer, crc);
        if (_buffer.Length >= BufferBytes) Flush();
    }

    /// <summary>Writes the footer and makes the file durable.</summary>
    public void Finish(long sequence)
    {
        Debug.Assert(_file is not null, "A pack has been begun.");
        Flush();
        long recordsOffset = _flushed;
        int count = Count;
        Span<byte> tail = _records.GetSpan(SnapshotPackFormat.TailBytes);
        SnapshotPackFormat.WriteTail(tail, sequence, recordsOffset, count);
        int recordBytes = _records.Length;
        _records.Advance(SnapshotPackFormat.TailBytes);
        uint crc = RecordHeader.Crc32C(_records.WrittenSpan[..(recordBytes + SnapshotPackFormat.TailCheckedBytes)]);
        SnapshotPackFormat.WriteTailChecksum(tail, crc);
        _file!.Write(recordsOffset, _records.WrittenSpan);
        _file.Sync();
        _file = null;
        _records.Truncate(recordBytes);
    }

    private void Flush()
    {
        if (_buffer.Length == 0) return;
        _file!.Write(_flushed, _buffer.WrittenSpan);
        _flushed += _buffer.Length;
        _buffer.Clear();
    }
}
