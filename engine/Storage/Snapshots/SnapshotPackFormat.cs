using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// The bytes of a pack, little-endian. A state is followed by a trailer that says whose it is, so that what is read
/// can be checked alone; the footer repeats that for all of them, so that a pack is opened without reading states.
/// <code>
/// pack    = ( state trailer )*  record*  tail
/// trailer = description, 32  u32  CRC32C of the state and the description                              36 bytes
/// record  = description, 32  i64  where the state starts                                               40 bytes
/// tail    =  0  i64  sequence    8  i64  where the first record starts   16  u32  number of records
///           20  u32  CRC32C of all records and bytes 0 .. 20 of the tail 24  u64  magic                32 bytes
/// description =  0  u64  partition key    8  i64  position   16  i64  next due
///               24  u8   system   25  u8×3  zero             28  u32  length of the state              32 bytes
/// </code>
/// </summary>
internal static class SnapshotPackFormat
{
    /// <summary>Bytes after a state.</summary>
    public const int TrailerBytes = 36;

    /// <summary>Bytes of a state's record in the footer.</summary>
    public const int RecordBytes = 40;

    /// <summary>Bytes at the end of the pack.</summary>
    public const int TailBytes = 32;

    /// <summary>Bytes of the tail that the footer's checksum covers.</summary>
    public const int TailCheckedBytes = 20;

    // "CTSNAP01" read as a little-endian number.
    private const ulong Magic = 0x31_30_50_41_4E_53_54_43;
    private const int DescriptionBytes = 32;

    /// <summary>Writes the trailer but for its checksum.</summary>
    public static void WriteTrailer(Span<byte> at, in SnapshotInfo info, int length) =>
        WriteDescription(at, in info, length);

    /// <summary>Writes the trailer's checksum.</summary>
    public static void WriteTrailerChecksum(Span<byte> trailer, uint crc) =>
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[DescriptionBytes..], crc);

    /// <summary>Reads a trailer.</summary>
    public static uint ReadTrailer(ReadOnlySpan<byte> trailer, out SnapshotInfo info, out int length)
    {
        ReadDescription(trailer, out info, out length);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer[DescriptionBytes..]);
    }

    /// <summary>Writes a state's record in the footer.</summary>
    public static void WriteRecord(Span<byte> at, in SnapshotInfo info, int length, long offset)
    {
        WriteDescription(at, in info, length);
        BinaryPrimitives.WriteInt64LittleEndian(at[DescriptionBytes..], offset);
    }

    /// <summary>Reads a state's record in the footer.</summary>
    public static void ReadRecord(ReadOnlySpan<byte> record, out SnapshotInfo info, out int length, out long offset)
    {
        ReadDescription(record, out info, out length);
        offset = BinaryPrimitives.ReadInt64LittleEndian(record[DescriptionBytes..]);
    }

    /// <summary>Writes the tail but for its checksum.</summary>
    public static void WriteTail(Span<byte> at, long sequence, long recordsOffset, int count)
    {
        BinaryPrimitives.WriteInt64LittleEndian(at, sequence);
        BinaryPrimitives.WriteInt64LittleEndian(at[8..], recordsOffset);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], count);
        BinaryPrimitives.WriteUInt64LittleEndian(at[24..], Magic);
    }

    /// <summary>Writes the tail's checksum.</summary>
    public static void WriteTailChecksum(Span<byte> tail, uint crc) =>
        BinaryPrimitives.WriteUInt32LittleEndian(tail[TailCheckedBytes..], crc);

    /// <summary>Reads the tail; false when its magic is missing.</summary>
    public static bool TryReadTail(
        ReadOnlySpan<byte> tail, out long sequence, out long recordsOffset, out int count, out uint crc)
    {
        sequence = BinaryPrimitives.ReadInt64LittleEndian(tail);
        recordsOffset = BinaryPrimitives.ReadInt64LittleEndian(tail[8..]);
        count = BinaryPrimitives.ReadInt32LittleEndian(tail[16..]);
        crc = BinaryPrimitives.ReadUInt32LittleEndian(tail[TailCheckedBytes..]);
        return BinaryPrimitives.ReadUInt64LittleEndian(tail[24..]) == Magic;
    }

    private static void WriteDescription(Span<byte> at, in SnapshotInfo info, int length)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(at, info.Key.Key);
        BinaryPrimitives.WriteInt64LittleEndian(at[8..], info.Position);
        BinaryPrimitives.WriteInt64LittleEndian(at[16..], info.NextDueMs);
        BinaryPrimitives.WriteUInt32LittleEndian(at[24..], info.Key.System);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], length);
    }

    private static void ReadDescription(ReadOnlySpan<byte> at, out SnapshotInfo info, out int length)
    {
        var key = new PartitionKey(at[24], BinaryPrimitives.ReadUInt64LittleEndian(at));
        long position = BinaryPrimitives.ReadInt64LittleEndian(at[8..]);
        info = new SnapshotInfo(key, position, BinaryPrimitives.ReadInt64LittleEndian(at[16..]));
        length = BinaryPrimitives.ReadInt32LittleEndian(at[28..]);
    }
}
