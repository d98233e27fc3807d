using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Walks a segment group by group and tells where the whole groups end and why it goes no further.
/// <code>
/// header | group … marker | group … marker | records without a fitting marker, zeros, older bytes
///                         ^ LastGroupStart ^ End       ^ FaultPosition
/// </code>
/// </summary>
internal sealed class GroupScan
{
    private const int MaxWindowBytes = 1024 * 1024;

    private uint _crc;
    private uint _count;

    /// <summary>Position just behind the last whole group.</summary>
    internal long End { get; private set; }

    /// <summary>Where the last whole group starts; equals <see cref="End"/> when there is none.</summary>
    internal long LastGroupStart { get; private set; }

    /// <summary>What ended the walk.</summary>
    internal RecordFault Fault { get; private set; }

    /// <summary>Where it was found.</summary>
    internal long FaultPosition { get; private set; }

    /// <summary>Walks from the group that starts at <paramref name="from"/> to the first fault. O(bytes).</summary>
    internal void Run(IDiskFile file, long start, long from)
    {
        long limit = file.LengthBytes;
        RecordCursor cursor = new(WindowFor(limit));
        cursor.Open(file, start, from);
        End = LastGroupStart = from;
        Begin();
        while (true)
        {
            FaultPosition = cursor.Position;
            Fault = cursor.TryNext(limit, out ReadOnlySpan<byte> record);
            if (Fault != RecordFault.None) return;
            if (RecordHeader.ReadKind(record) != RecordKind.Commit)
            {
                _crc = RecordHeader.Crc32CAppend(_crc, record);
                _count++;
                continue;
            }

            if (CommitMarker.Read(record) != new CommitMarker(End, _count, ~_crc))
            {
                Fault = RecordFault.MarkerMismatch;
                return;
            }

            LastGroupStart = End;
            End = cursor.Position;
            Begin();
        }
    }

    /// <summary>
    /// Looks for a whole commit marker of a group that starts behind <paramref name="groupStart"/>: a later group is
    /// only ever written once the one before it was durable, so it proves that the fault is damage, not a torn write.
    /// O(bytes); zeros cost almost nothing.
    /// </summary>
    internal static bool HasLaterMarker(IDiskFile file, long start, long from, long groupStart)
    {
        byte[] window = new byte[WindowFor(file.LengthBytes)];
        ReadOnlySpan<byte> length = [CommitMarker.SizeBytes, 0, 0, 0];
        long offset = from - start + SegmentFormat.HeaderBytes;
        while (true)
        {
            int read = file.Read(offset, window);
            ReadOnlySpan<byte> bytes = window.AsSpan(0, read);
            long position = start + offset - SegmentFormat.HeaderBytes;
            for (int at = 0; at + CommitMarker.SizeBytes <= read; at++)
            {
                int found = bytes[at..].IndexOf(length);
                if (found < 0) break;
                at += found;
                if (at + CommitMarker.SizeBytes > read) break;
                if (IsLaterMarker(bytes.Slice(at, CommitMarker.SizeBytes), position + at, groupStart)) return true;
            }

            if (read < window.Length) return false;
            offset += read - CommitMarker.SizeBytes + 1;
        }
    }

    /// <summary>Memory to read a file of a size through: all of it, 1 MiB at most.</summary>
    internal static int WindowFor(long fileBytes) =>
        (int)Math.Clamp(fileBytes, SegmentFormat.HeaderBytes, MaxWindowBytes);

    private static bool IsLaterMarker(ReadOnlySpan<byte> record, long position, long groupStart) =>
        RecordHeader.ReadPosition(record) == position
        && RecordHeader.ReadKind(record) == RecordKind.Commit
        && RecordHeader.ChecksumHolds(record)
        && CommitMarker.Read(record).GroupStart > groupStart;

    private void Begin()
    {
        _crc = uint.MaxValue;
        _count = 0;
    }
}
