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

    // A sync of so much takes about 2 ms. The journal's own syncs get in between; behind one of a whole large pack they
    // would wait for 50 ms and more.
    private const int SyncBytes = 1024 * 1024;

    private readonly ByteBuffer _buffer = new(BufferBytes);
    private readonly ByteBuffer _records = new(4 * 1024);
    private IDiskFile? _file;
    private long _flushed;
    private long _synced;

    /// <summary>How many states were added since <see cref="Begin"/>.</summary>
    public int Count => _records.Length / SnapshotPackFormat.RecordBytes;

    /// <summary>The footer's records of the states added since <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Records => _records.WrittenSpan;

    /// <summary>Starts over, in an empty file.</summary>
    public void Begin(IDiskFile file)
    {
        _file = file;
        _flushed = 0;
        _synced = 0;
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

        if (state.Length < BufferBytes)
        {
            _buffer.Write(state);
        }
        else
        {
            Flush();
            WriteOut(state);
        }

        Span<byte> trailer = _buffer.GetSpan(SnapshotPackFormat.TrailerBytes)[..SnapshotPackFormat.TrailerBytes];
        SnapshotPackFormat.WriteTrailer(trailer, in info, state.Length);
        uint crc = Crc32C.Append(Crc32C.Of(state), trailer[..^sizeof(uint)]);
        SnapshotPackFormat.WriteTrailerChecksum(trailer, crc);
        _buffer.Advance(SnapshotPackFormat.TrailerBytes);
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
        WriteOut(_buffer.WrittenSpan);
        _buffer.Clear();
    }

    private void WriteOut(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> slice = rest[..Math.Min(rest.Length, SyncBytes)];
            _file!.Write(_flushed, slice);
            _flushed += slice.Length;
            rest = rest[slice.Length..];
            SyncNowAndThen();
        }
    }

    private void SyncNowAndThen()
    {
        if (_flushed - _synced < SyncBytes) return;
        _file!.Sync();
        _synced = _flushed;
    }
}
