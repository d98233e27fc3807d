using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Finds the end of a journal when it is opened. Only the last segment is read: a segment is begun once everything
/// before it is durable, and the readers check what they read of the earlier ones.
/// </summary>
/// <remarks>
/// One group is in flight at a time: one write, one sync, then the next. So what a crash can have torn is the group
/// behind the last whole one, and nothing else; any other fault is damage, and starting would lose acknowledged facts.
/// The torn group is overwritten with zeros and synced before anything new is written, because its intact records
/// still bear the positions that new records will get.
/// </remarks>
internal static class JournalRecovery
{
    private const int ChunkBytes = 1024 * 1024;

    /// <summary>
    /// Lists the segments, oldest first, and checks their headers and that none is missing in between.
    /// </summary>
    /// <exception cref="JournalCorruptException">A header is damaged or a segment is missing.</exception>
    internal static List<Segment> ReadChain(IDisk disk, string folder)
    {
        List<Segment> segments = [];
        foreach (string name in disk.List(folder))
        {
            if (!SegmentFormat.TryParseName(name, out long start)) continue;
            string path = $"{folder}/{name}";
            using IDiskFile file = disk.Open(path);
            string? fault = SegmentFormat.ReadHeader(file, start, out long previous);
            if (fault is not null) throw new JournalCorruptException(path, 0, fault);
            if (segments.Count > 0)
            {
                Segment last = segments[^1];
                if (last.Start != previous)
                    throw new JournalCorruptException(path, 0, "the segment before it is missing");
                last.End = start;
            }

            segments.Add(new Segment(path, start));
        }

        return segments;
    }

    /// <summary>Finds the end of the last segment and makes it safe to write behind it.</summary>
    /// <returns>The journal's end.</returns>
    /// <exception cref="JournalCorruptException">Acknowledged records are damaged.</exception>
    internal static long RecoverEnd(IDiskFile file, Segment last, DurableMark mark)
    {
        GroupScan scan = new();
        scan.Run(file, last.Start, last.Start);
        if (IsDamaged(file, last, mark, scan))
        {
            long offset = scan.FaultPosition - last.Start + SegmentFormat.HeaderBytes;
            throw new JournalCorruptException(last.Path, offset, scan.Fault.Describe());
        }

        if (!mark.ClosedCleanly || mark.Position != scan.End)
        {
            Rewrite(file, last.Start, scan.LastGroupStart, scan.End);
            ZeroFrom(file, scan.End - last.Start + SegmentFormat.HeaderBytes);
            file.Sync();
        }

        return scan.End;
    }

    /// <summary>
    /// Gives an empty segment made under smaller options today's size: rotating away from it would need its name twice.
    /// </summary>
    internal static void ExtendEmpty(IDiskFile file, long sizeBytes)
    {
        byte[] zeros = new byte[ChunkBytes];
        for (long at = file.LengthBytes; at < sizeBytes;)
        {
            int length = (int)Math.Min(zeros.Length, sizeBytes - at);
            file.Write(at, zeros.AsSpan(0, length));
            at += length;
        }

        file.Sync();
    }

    /// <summary>Whether what ended the scan hit acknowledged records.</summary>
    internal static bool IsDamaged(IDiskFile file, Segment last, DurableMark mark, GroupScan scan)
    {
        if (mark.Position > scan.End) return true;
        if (mark.ClosedCleanly && mark.Position == scan.End) return false;
        return GroupScan.HasLaterMarker(file, last.Start, scan.FaultPosition, scan.End);
    }

    /// <summary>
    /// Writes the last group again: the process may have ended between its write and its sync, or by a failed sync,
    /// after which the system counts its pages as clean although the drive never got them.
    /// </summary>
    private static void Rewrite(IDiskFile file, long start, long from, long to)
    {
        Debug.Assert(from <= to, "a group ends behind its start");
        byte[] chunk = new byte[GroupScan.WindowFor(to - from)];
        long offset = from - start + SegmentFormat.HeaderBytes;
        for (long left = to - from; left > 0;)
        {
            int read = file.Read(offset, chunk.AsSpan(0, (int)Math.Min(left, chunk.Length)));
            if (read == 0) throw new IOException("The journal's last group cannot be read back.");
            file.Write(offset, chunk.AsSpan(0, read));
            offset += read;
            left -= read;
        }
    }

    /// <summary>Overwrites everything from an offset on with zeros, passing over what is zero already.</summary>
    private static void ZeroFrom(IDiskFile file, long offset)
    {
        byte[] chunk = new byte[GroupScan.WindowFor(file.LengthBytes)];
        byte[] zeros = new byte[chunk.Length];
        while (true)
        {
            int read = file.Read(offset, chunk);
            if (read == 0) return;
            int first = chunk.AsSpan(0, read).IndexOfAnyExcept((byte)0);
            if (first >= 0)
            {
                int last = chunk.AsSpan(0, read).LastIndexOfAnyExcept((byte)0);
                file.Write(offset + first, zeros.AsSpan(0, last - first + 1));
            }

            offset += read;
        }
    }
}
