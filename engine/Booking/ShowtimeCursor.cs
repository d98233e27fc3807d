using System.Buffers.Binary;
using System.Buffers.Text;

namespace Catalog.Engine.Booking;

/// <summary>
/// Where a list of showtimes goes on: behind the row with this place in the order.
/// <code>
/// version u8 │ filter hash u64 │ primary i64 │ start i64 │ id u64      little-endian, base64url
/// </code>
/// </summary>
/// <param name="FilterHash">The filter and order it belongs to.</param>
/// <param name="Rank">The place of the last row given.</param>
internal readonly record struct ShowtimeCursor(ulong FilterHash, RankedRow Rank)
{
    private const byte Version = 1;
    private const int SizeBytes = 1 + (4 * sizeof(ulong));

    /// <summary>The cursor as text.</summary>
    public string Encode()
    {
        Span<byte> bytes = stackalloc byte[SizeBytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[1..], FilterHash);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[9..], Rank.Primary);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[17..], Rank.StartsAtMs);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[25..], Rank.Id);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; false when it is something else.</summary>
    public static bool TryDecode(string text, out ShowtimeCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[SizeBytes];
        if (text.Length != Base64Url.GetEncodedLength(SizeBytes)) return false;
        if (!Base64Url.TryDecodeFromChars(text, bytes, out int written) || written != SizeBytes) return false;
        if (bytes[0] != Version) return false;
        long primary = BinaryPrimitives.ReadInt64LittleEndian(bytes[9..]);
        long startsAtMs = BinaryPrimitives.ReadInt64LittleEndian(bytes[17..]);
        ulong id = BinaryPrimitives.ReadUInt64LittleEndian(bytes[25..]);
        cursor = new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]), new RankedRow(primary, startsAtMs, id, 0));
        return true;
    }
}
