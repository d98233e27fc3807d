using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// One immutable pack file, opened for reading, and how much of it is still somebody's latest state. The counts belong
/// to the store's lock; reading does not.
/// </summary>
/// <remarks>
/// Invariants: (1) 0 ≤ <see cref="LiveCount"/> ≤ <see cref="Count"/>; (2) 0 ≤ <see cref="LiveBytes"/> ≤
/// <see cref="TotalBytes"/>; (3) every record before <see cref="MergeCursor"/> is dead.
/// </remarks>
internal sealed class SnapshotPack : IDisposable
{
    private readonly IDiskFile _file;
    private readonly long _recordsOffset;

    private SnapshotPack(IDiskFile file, string path, long sequence, long recordsOffset, int count)
    {
        _file = file;
        _recordsOffset = recordsOffset;
        Path = path;
        Sequence = sequence;
        Count = count;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>When it was written, among all packs.</summary>
    public long Sequence { get; }

    /// <summary>How many states it has.</summary>
    public int Count { get; }

    /// <summary>Bytes its states and their trailers take.</summary>
    public long TotalBytes => _recordsOffset;

    /// <summary>How many of its states are the latest of their partitions.</summary>
    public int LiveCount { get; private set; }

    /// <summary>Bytes those take, trailers included.</summary>
    public long LiveBytes { get; private set; }

    /// <summary>Reads under way; the file stays open until there is none.</summary>
    public int Readers { get; set; }

    /// <summary>A state in it is damaged: it is not merged, so that the damage stays where it is told of.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>The first record that may still be live.</summary>
    public int MergeCursor { get; set; }

    /// <summary>Opens a pack and checks its footer. O(records).</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="path">The file.</param>
    /// <param name="sequence">The sequence its name says.</param>
    /// <param name="scratch">Filled with the footer's records.</param>
    /// <exception cref="InvalidDataException">It is damaged; the message names the file.</exception>
    public static SnapshotPack Open(IDisk disk, string path, long sequence, ByteBuffer scratch)
    {
        IDiskFile file = disk.Open(path);
        try
        {
            var pack = OpenTail(file, path, sequence, out uint crc);
            pack.ReadFooter(scratch, crc);
            return pack;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads records <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> of the footer.
    /// </summary>
    public void ReadRecords(int first, int count, ByteBuffer records)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)first, (uint)Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(Count - first));
        records.Clear();
        long offset = _recordsOffset + ((long)first * SnapshotPackFormat.RecordBytes);
        Fill(offset, records, count * SnapshotPackFormat.RecordBytes);
    }

    /// <summary>Reads a state and checks it.</summary>
    /// <param name="location">Where it stands in this pack.</param>
    /// <param name="state">Cleared and filled with it.</param>
    /// <param name="info">What its trailer says.</param>
    /// <returns>False when it is damaged.</returns>
    public bool TryReadState(in SnapshotLocation location, ByteBuffer state, out SnapshotInfo info)
    {
        state.Clear();
        Fill(location.Offset, state, location.Length + SnapshotPackFormat.TrailerBytes);
        ReadOnlySpan<byte> all = state.WrittenSpan;
        uint crc = SnapshotPackFormat.ReadTrailer(all[location.Length..], out info, out int length);
        bool whole = length == location.Length && crc == RecordHeader.Crc32C(all[..^sizeof(uint)]);
        state.Truncate(location.Length);
        return whole;
    }

    /// <summary>A state in this pack became the latest of its partition.</summary>
    public void AddLive(int length)
    {
        LiveCount++;
        LiveBytes += length + SnapshotPackFormat.TrailerBytes;
        CheckInvariants();
    }

    /// <summary>A state in this pack is no longer the latest of its partition.</summary>
    public void RemoveLive(int length)
    {
        LiveCount--;
        LiveBytes -= length + SnapshotPackFormat.TrailerBytes;
        CheckInvariants();
    }

    /// <summary>Says which state is damaged.</summary>
    public InvalidDataException Damaged(in SnapshotLocation location) =>
        Damage(Path, $"the snapshot at byte {location.Offset} does not have its checksum");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(1).</summary>
    public void CheckInvariants()
    {
        if ((uint)LiveCount > (uint)Count) throw new InvalidOperationException($"(1) {LiveCount} of {Count}.");
        if ((ulong)LiveBytes > (ulong)TotalBytes) throw new InvalidOperationException($"(2) {LiveBytes} live.");
        if (MergeCursor > Count - LiveCount) throw new InvalidOperationException($"(3) Cursor {MergeCursor}.");
    }

    private static SnapshotPack OpenTail(IDiskFile file, string path, long sequence, out uint crc)
    {
        long tailOffset = file.LengthBytes - SnapshotPackFormat.TailBytes;
        if (tailOffset < 0) throw Damage(path, "it is shorter than a footer");
        Span<byte> tail = stackalloc byte[SnapshotPackFormat.TailBytes];
        if (file.Read(tailOffset, tail) != tail.Length) throw Damage(path, "its end cannot be read");
        if (!SnapshotPackFormat.TryReadTail(tail, out long written, out long records, out int count, out crc))
            throw Damage(path, "it does not end as a pack does");
        if (written != sequence) throw Damage(path, $"it was written as number {written}");
        if (count < 0 || records < 0 || records + ((long)count * SnapshotPackFormat.RecordBytes) != tailOffset)
            throw Damage(path, "its footer does not fit its size");
        return new SnapshotPack(file, path, sequence, records, count);
    }

    private static InvalidDataException Damage(string path, string reason) =>
        new($"{path}: damaged snapshot pack: {reason}.");

    private void ReadFooter(ByteBuffer scratch, uint crc)
    {
        int recordBytes = checked(Count * SnapshotPackFormat.RecordBytes);
        scratch.Clear();
        Fill(_recordsOffset, scratch, recordBytes + SnapshotPackFormat.TailCheckedBytes);
        if (RecordHeader.Crc32C(scratch.WrittenSpan) != crc)
            throw Damage(Path, "its footer does not have its checksum");
        scratch.Truncate(recordBytes);
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<byte> record = scratch.WrittenSpan[(i * SnapshotPackFormat.RecordBytes)..];
            SnapshotPackFormat.ReadRecord(record, out _, out int length, out long offset);
            if (length < 0 || offset < 0 || offset > _recordsOffset - SnapshotPackFormat.TrailerBytes - length)
                throw Damage(Path, $"record {i} of its footer points outside it");
        }
    }

    private void Fill(long offset, ByteBuffer buffer, int count)
    {
        int read = _file.Read(offset, buffer.GetSpan(count)[..count]);
        if (read != count) throw Damage(Path, $"it ends at byte {offset + read}");
        buffer.Advance(count);
    }
}
