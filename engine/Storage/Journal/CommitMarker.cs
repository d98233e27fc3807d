using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The record that ends a group: <see cref="RecordHeader"/> with kind <see cref="RecordKind.Commit"/>, then
/// i64 position of the group's first record, u32 number of records, u32 CRC32C of all their bytes.
/// A group counts only when its marker fits it, so it is there as a whole or not at all.
/// </summary>
/// <param name="GroupStart">Position of the group's first record.</param>
/// <param name="RecordCount">How many records stand between there and the marker.</param>
/// <param name="GroupCrc">CRC32C of their bytes.</param>
internal readonly record struct CommitMarker(long GroupStart, uint RecordCount, uint GroupCrc)
{
    /// <summary>Size of the whole record.</summary>
    internal const int SizeBytes = RecordHeader.SizeBytes + PayloadBytes;

    private const int PayloadBytes = 16;
    private const int CountOffset = 8;
    private const int CrcOffset = 12;

    /// <summary>Writes the stamped record.</summary>
    internal void Write(Span<byte> at, long position)
    {
        Span<byte> record = at[..SizeBytes];
        record.Clear();
        RecordHeader.Write(record, SizeBytes, RecordKind.Commit, default(EventHeader));
        Span<byte> payload = record[RecordHeader.SizeBytes..];
        BinaryPrimitives.WriteInt64LittleEndian(payload, GroupStart);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[CountOffset..], RecordCount);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[CrcOffset..], GroupCrc);
        RecordHeader.Stamp(record, position);
    }

    /// <summary>Reads the payload of a whole, checked marker.</summary>
    internal static CommitMarker Read(ReadOnlySpan<byte> record)
    {
        ReadOnlySpan<byte> payload = record[RecordHeader.SizeBytes..];
        return new CommitMarker(
            BinaryPrimitives.ReadInt64LittleEndian(payload),
            BinaryPrimitives.ReadUInt32LittleEndian(payload[CountOffset..]),
            BinaryPrimitives.ReadUInt32LittleEndian(payload[CrcOffset..]));
    }
}
