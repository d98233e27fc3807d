using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The frame of a record, little-endian, 40 bytes before the payload:
/// <code>
///  0  u32  length of the whole record, header included
///  4  u32  CRC32C of bytes 8 .. length
///  8  i64  position: byte offset in the endless journal
/// 16  u8   kind (<see cref="RecordKind"/>)
/// 17  u8   system
/// 18  u16  type
/// 20  u8   version
/// 21  u8×3 zero
/// 24  u64  partition key
/// 32  i64  time, milliseconds since 1970
/// </code>
/// A shard writes everything but position and checksum; the journal stamps those when it orders the batches.
/// </summary>
public static class RecordHeader
{
    /// <summary>Bytes before the payload.</summary>
    public const int SizeBytes = 40;

    /// <summary>The largest record, header included: 4 MiB. A system that needs more splits its facts.</summary>
    public const int MaxRecordBytes = 4 * 1024 * 1024;

    private const int CrcOffset = 4;
    private const int PositionOffset = 8;
    private const int KindOffset = 16;
    private const int KeyOffset = 24;
    private const int TimeOffset = 32;

    /// <summary>
    /// Leaves room for a header at the end of <paramref name="records"/> and returns where it starts.
    /// </summary>
    public static int Reserve(ByteBuffer records)
    {
        int start = records.Length;
        records.GetSpan(SizeBytes)[..SizeBytes].Clear();
        records.Advance(SizeBytes);
        return start;
    }

    /// <summary>Fills in the header reserved at <paramref name="start"/>, once the payload stands behind it.</summary>
    /// <exception cref="InvalidOperationException">The record is larger than <see cref="MaxRecordBytes"/>.</exception>
    public static void WriteEvent(ByteBuffer records, int start, in EventHeader header)
    {
        int length = records.Length - start;
        if (length > MaxRecordBytes) throw new InvalidOperationException($"A fact of {length} bytes is too large.");
        Write(records.WrittenSpan[start..], length, RecordKind.Event, in header);
    }

    /// <summary>
    /// Appends a record that readers pass over: it stands where something stood that is no fact, and keeps the
    /// positions behind it as they were. For those who copy a journal. O(bytes).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No record has that size: <see cref="SizeBytes"/> to <see cref="MaxRecordBytes"/>.
    /// </exception>
    public static void WriteSkip(ByteBuffer records, int sizeBytes)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeBytes, SizeBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizeBytes, MaxRecordBytes);
        Span<byte> record = records.GetSpan(sizeBytes)[..sizeBytes];
        record.Clear();
        Write(record, sizeBytes, RecordKind.Skip, default(EventHeader));
        records.Advance(sizeBytes);
    }

    /// <summary>Writes a header with length, kind and event fields; position and checksum stay zero.</summary>
    internal static void Write(Span<byte> at, int length, RecordKind kind, in EventHeader header)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(at, (uint)length);
        at[KindOffset] = (byte)kind;
        at[KindOffset + 1] = header.Partition.System;
        BinaryPrimitives.WriteUInt16LittleEndian(at[(KindOffset + 2)..], header.Type);
        at[KindOffset + 4] = header.Version;
        BinaryPrimitives.WriteUInt64LittleEndian(at[KeyOffset..], header.Partition.Key);
        BinaryPrimitives.WriteInt64LittleEndian(at[TimeOffset..], header.TimeMs);
    }

    /// <summary>
    /// Writes position and checksum into each of the framed records that <paramref name="records"/> holds (facts, and
    /// what <see cref="WriteSkip"/> wrote), the first of them at <paramref name="position"/>. O(bytes), allocates
    /// nothing. For those who implement a journal.
    /// </summary>
    /// <returns>How many records there are.</returns>
    /// <exception cref="InvalidDataException">The bytes are no whole records.</exception>
    public static int StampAll(Span<byte> records, long position)
    {
        int count = 0;
        for (int at = 0; at < records.Length; count++)
        {
            Span<byte> rest = records[at..];
            if (!IsFramed(rest)) ThrowBadFrame();
            at += Stamp(rest, position + at);
        }

        return count;
    }

    /// <summary>Writes position and checksum into a framed record and returns the record's length.</summary>
    internal static int Stamp(Span<byte> record, long position)
    {
        int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(record);
        BinaryPrimitives.WriteInt64LittleEndian(record[PositionOffset..], position);
        BinaryPrimitives.WriteUInt32LittleEndian(record[CrcOffset..], Crc32C(record[PositionOffset..length]));
        return length;
    }

    /// <summary>The record's length as written, in bytes, header included; not checked. O(1).</summary>
    public static uint ReadLength(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt32LittleEndian(record);

    /// <summary>Whether a whole record is a fact, and not one that is passed over. O(1).</summary>
    public static bool IsEvent(ReadOnlySpan<byte> record) => ReadKind(record) == RecordKind.Event;

    /// <summary>The record's position as written; not checked.</summary>
    internal static long ReadPosition(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadInt64LittleEndian(record[PositionOffset..]);

    /// <summary>The record's kind as written; not checked.</summary>
    internal static RecordKind ReadKind(ReadOnlySpan<byte> record) => (RecordKind)record[KindOffset];

    /// <summary>The fact's header of a whole, stamped record; not checked. O(1), allocates nothing.</summary>
    public static EventHeader ReadEvent(ReadOnlySpan<byte> record) => new(
        ReadPosition(record),
        new PartitionKey(record[KindOffset + 1], BinaryPrimitives.ReadUInt64LittleEndian(record[KeyOffset..])),
        BinaryPrimitives.ReadUInt16LittleEndian(record[(KindOffset + 2)..]),
        record[KindOffset + 4],
        BinaryPrimitives.ReadInt64LittleEndian(record[TimeOffset..]));

    /// <summary>Whether a whole record's checksum fits its bytes.</summary>
    internal static bool ChecksumHolds(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadUInt32LittleEndian(record[CrcOffset..]) == Crc32C(record[PositionOffset..]);

    /// <summary>The checksum of some bytes.</summary>
    internal static uint Crc32C(ReadOnlySpan<byte> bytes) => Core.Memory.Crc32C.Of(bytes);

    /// <summary>
    /// Carries a running CRC-32C, begun at <see cref="uint.MaxValue"/> and inverted at the end, over more bytes.
    /// </summary>
    internal static uint Crc32CAppend(uint crc, ReadOnlySpan<byte> bytes) => Core.Memory.Crc32C.AppendRaw(crc, bytes);

    private static bool IsFramed(ReadOnlySpan<byte> rest) =>
        rest.Length >= SizeBytes
        && ReadLength(rest) is >= SizeBytes and <= MaxRecordBytes
        && ReadLength(rest) <= (uint)rest.Length
        && ReadKind(rest) is RecordKind.Event or RecordKind.Skip;

    private static void ThrowBadFrame() => throw new InvalidDataException("A batch holds bytes that are no records.");
}
