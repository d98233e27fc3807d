using System.Globalization;

namespace Catalog.Shell.Booking;

/// <summary>
/// A booking's public id: <c>{showtime}-{booking}</c>, both in lower-case hexadecimal without leading zeros. It says
/// where the booking is, so finding it needs no table, and each booking has one spelling.
/// </summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Number">The booking, unique within its showtime.</param>
public readonly record struct BookingId(ulong ShowtimeId, ulong Number)
{
    /// <summary>The longest text: two numbers of 64 bits and a hyphen.</summary>
    public const int MaxLength = (2 * MaxDigits) + 1;

    private const int MaxDigits = 16;

    /// <summary>Reads an id. O(1), allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out BookingId id)
    {
        id = default;
        int hyphen = text.IndexOf('-');
        if (hyphen < 0 || !TryParseHex(text[..hyphen], out ulong showtimeId)) return false;
        if (!TryParseHex(text[(hyphen + 1)..], out ulong number)) return false;
        id = new BookingId(showtimeId, number);
        return true;
    }

    /// <summary>Writes the id; returns its length. Allocates nothing.</summary>
    public int Format(Span<char> into)
    {
        ShowtimeId.TryFormat(into, out int length, "x", CultureInfo.InvariantCulture);
        into[length++] = '-';
        Number.TryFormat(into[length..], out int written, "x", CultureInfo.InvariantCulture);
        return length + written;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Format(text)]);
    }

    private static bool TryParseHex(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.Length is 0 or > MaxDigits || text[0] == '0' || text.ContainsAnyInRange('A', 'F')) return false;
        return ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
