using System.Buffers.Binary;
using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The file <c>mark</c>: up to which position the journal has been acknowledged, so that recovery can tell a group
/// torn by the crash (behind the mark) from an acknowledged one that was damaged (before it).
/// <code>
///  0  u32  magic "MARK"
///  4  u32  CRC32C of bytes 8 .. 24
///  8  i64  acknowledged position
/// 16  u8   1 when the journal was closed in order, else 0; then seven zeros
/// </code>
/// Rewritten in place after each group, within one sector, and not synced: it survives the end of the process, and
/// after a power cut an older mark only means knowing less.
/// </summary>
internal sealed class DurableMark : IDisposable
{
    private const string Name = "/mark";
    private const uint Magic = 0x4B52414D;
    private const int CrcOffset = 4;
    private const int PositionOffset = 8;
    private const int FlagOffset = 16;
    private const int SizeBytes = 24;

    private readonly byte[] _bytes = new byte[SizeBytes];
    private readonly IDiskFile _file;

    private DurableMark(IDiskFile file) => _file = file;

    /// <summary>The acknowledged position when the mark was opened; -1 when there was none.</summary>
    internal long Position { get; private set; } = -1;

    /// <summary>Whether the journal was closed in order then.</summary>
    internal bool ClosedCleanly { get; private set; }

    /// <summary>Opens the mark of a journal's folder and reads it. A missing or damaged mark knows nothing.</summary>
    internal static DurableMark Open(IDisk disk, string folder)
    {
        DurableMark mark = new(disk.Open(folder + Name));
        mark.Load();
        return mark;
    }

    /// <summary>Notes a position; survives the process, not a power cut.</summary>
    internal void Write(long position, bool closedCleanly = false)
    {
        Debug.Assert(position >= 0, "positions are not negative");
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(PositionOffset), position);
        _bytes[FlagOffset] = closedCleanly ? (byte)1 : (byte)0;
        uint crc = RecordHeader.Crc32C(_bytes.AsSpan(PositionOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(CrcOffset), crc);
        _file.Write(0, _bytes);
    }

    /// <summary>Makes the noted position durable.</summary>
    internal void Sync() => _file.Sync();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Load()
    {
        if (_file.Read(0, _bytes) < SizeBytes) return;
        if (BinaryPrimitives.ReadUInt32LittleEndian(_bytes) != Magic) return;
        uint crc = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(CrcOffset));
        if (crc != RecordHeader.Crc32C(_bytes.AsSpan(PositionOffset))) return;
        Position = BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(PositionOffset));
        ClosedCleanly = _bytes[FlagOffset] == 1;
    }
}
