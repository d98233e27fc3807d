using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The segment file <c>&lt;16 hex digits of its start position&gt;.seg</c>, little-endian:
/// <code>
///    0  u64  magic "CATALOGJ"
///    8  u32  format version
///   12  u32  CRC32C of bytes 16 .. 32
///   16  i64  position of the first record
///   24  i64  start position of the segment before, or -1
///   32       zero up to 4096
/// 4096       records (<see cref="RecordHeader"/>), one behind another; zeros or records of earlier use behind them
/// </code>
/// The byte at file offset <c>o</c> has position <c>start + o - 4096</c>: a record left from the file's earlier use
/// stands at another position than it says, and so is known for what it is.
/// </summary>
internal static class SegmentFormat
{
    /// <summary>Size of the header page.</summary>
    internal const int HeaderBytes = 4096;

    /// <summary>The chain value of a journal's very first segment.</summary>
    internal const long NoPrevious = -1;

    private const ulong Magic = 0x4A474F4C41544143;
    private const uint Version = 1;
    private const int VersionOffset = 8;
    private const int CrcOffset = 12;
    private const int StartOffset = 16;
    private const int PreviousOffset = 24;
    private const int CheckedEnd = 32;
    private const string Extension = ".seg";
    private const int NameLength = 20;

    /// <summary>The file name of the segment that starts at a position.</summary>
    internal static string NameOf(long start) => start.ToString("x16", CultureInfo.InvariantCulture) + Extension;

    /// <summary>Reads a file name back; false when it is not a segment's.</summary>
    internal static bool TryParseName(string name, out long start)
    {
        start = 0;
        return name.Length == NameLength
            && name.EndsWith(Extension, StringComparison.Ordinal)
            && long.TryParse(
                name.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out start)
            && start >= 0;
    }

    /// <summary>Fills a header page.</summary>
    internal static void WriteHeader(Span<byte> page, long start, long previousStart)
    {
        Debug.Assert(page.Length == HeaderBytes, "a header is a page");
        Debug.Assert(start > previousStart, "segments go forward");
        page.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(page, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(page[VersionOffset..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(page[StartOffset..], start);
        BinaryPrimitives.WriteInt64LittleEndian(page[PreviousOffset..], previousStart);
        uint crc = RecordHeader.Crc32C(page[StartOffset..CheckedEnd]);
        BinaryPrimitives.WriteUInt32LittleEndian(page[CrcOffset..], crc);
    }

    /// <summary>Reads and checks the header of the segment named after <paramref name="start"/>.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    internal static string? ReadHeader(IDiskFile file, long start, out long previousStart)
    {
        Span<byte> header = stackalloc byte[CheckedEnd];
        previousStart = NoPrevious;
        if (file.Read(0, header) < CheckedEnd || file.LengthBytes < HeaderBytes) return "the header page is cut off";
        if (BinaryPrimitives.ReadUInt64LittleEndian(header) != Magic) return "not a journal segment";
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[VersionOffset..]);
        if (version != Version) return $"format version {version} is not known";
        uint crc = BinaryPrimitives.ReadUInt32LittleEndian(header[CrcOffset..]);
        if (crc != RecordHeader.Crc32C(header[StartOffset..CheckedEnd])) return "the header's checksum does not fit";
        long written = BinaryPrimitives.ReadInt64LittleEndian(header[StartOffset..]);
        if (written != start) return $"the header says it starts at {written}";
        previousStart = BinaryPrimitives.ReadInt64LittleEndian(header[PreviousOffset..]);
        return null;
    }
}
