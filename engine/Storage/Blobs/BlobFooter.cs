using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// What stands behind a blob's content where a blob is one file or one object, so that the checksum is stored together
/// with what it is of, and a file that was cut short is known as such. It goes wherever the file is copied. 24 bytes,
/// little-endian:
/// <code>
///  0  u64  magic      8  i64  bytes of the content     16  u32  CRC-32C of the content     20  u32  CRC-32C of 0 .. 20
/// </code>
/// </summary>
public static class BlobFooter
{
    /// <summary>Its length.</summary>
    public const int SizeBytes = 24;

    // "CTBLOB01" read as a little-endian number.
    private const ulong Magic = 0x31_30_42_4F_4C_42_54_43;
    private const int CheckedBytes = 20;

    /// <summary>Writes it. O(1), allocates nothing.</summary>
    /// <param name="at">At least <see cref="SizeBytes"/> bytes.</param>
    /// <param name="contentBytes">Bytes of the content.</param>
    /// <param name="crc">CRC-32C of the content.</param>
    public static void Write(Span<byte> at, long contentBytes, uint crc)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(at, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(at[8..], contentBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(at[16..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[CheckedBytes..], Crc32C.Of(at[..CheckedBytes]));
    }

    /// <summary>Reads it. O(1), allocates nothing.</summary>
    /// <param name="footer">The last <see cref="SizeBytes"/> bytes of the file.</param>
    /// <param name="fileBytes">The whole file's length.</param>
    /// <param name="crc">CRC-32C of the content.</param>
    /// <returns>False when it is not the footer of a file of that length.</returns>
    public static bool TryRead(ReadOnlySpan<byte> footer, long fileBytes, out uint crc)
    {
        crc = 0;
        if (footer.Length != SizeBytes
            || BinaryPrimitives.ReadUInt64LittleEndian(footer) != Magic
            || BinaryPrimitives.ReadInt64LittleEndian(footer[8..]) != fileBytes - SizeBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(footer[CheckedBytes..]) != Crc32C.Of(footer[..CheckedBytes]))
        {
            return false;
        }

        crc = BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]);
        return true;
    }
}
