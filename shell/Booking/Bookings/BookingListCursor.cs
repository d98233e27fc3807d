using System.Buffers.Binary;
using System.Buffers.Text;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>
/// Where a page of a user's bookings begins, as clients pass it on: <c>filter:1 | position:8 | row:4</c> in base64url.
/// </summary>
/// <param name="Filter">The filter the cursor belongs to.</param>
/// <param name="After">Behind which booking.</param>
internal readonly record struct BookingListCursor(BookingListFilter Filter, BookingCursor After)
{
    private const int Size = 1 + sizeof(long) + sizeof(int);
    private const int TextLength = 18;

    /// <summary>Reads a cursor.</summary>
    public static bool TryParse(string text, out BookingListCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != TextLength || !Base64Url.IsValid(text)) return false;
        if (Base64Url.DecodeFromChars(text, bytes) != Size) return false;
        long position = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        int row = BinaryPrimitives.ReadInt32BigEndian(bytes[(1 + sizeof(long))..]);
        cursor = new BookingListCursor(BookingListFilter.Unpack(bytes[0]), new BookingCursor(position, row));
        return position >= 0 && row >= 0 && cursor.ToString() == text;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = Filter.Packed;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], After.Position);
        BinaryPrimitives.WriteInt32BigEndian(bytes[(1 + sizeof(long))..], After.Row);
        return Base64Url.EncodeToString(bytes);
    }
}
