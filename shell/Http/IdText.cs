using System.Buffers.Text;
using System.Globalization;

namespace Catalog.Shell.Http;

/// <summary>
/// Ids as clients see them: decimal digits, 1 to 2⁶⁴ − 1, without sign, space or leading zero, so that each id has one
/// spelling. In JSON they are strings, because JavaScript's numbers end at 2⁵³.
/// </summary>
public static class IdText
{
    private const int MaxDigits = 20;

    /// <summary>Reads an id. O(1), allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ulong id)
    {
        id = 0;
        return text.Length is > 0 and <= MaxDigits && text[0] is >= '1' and <= '9'
            && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    /// <summary>Reads an id from UTF-8. O(1), allocates nothing.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out ulong id)
    {
        id = 0;
        return utf8.Length is > 0 and <= MaxDigits && utf8[0] is >= (byte)'1' and <= (byte)'9'
            && Utf8Parser.TryParse(utf8, out id, out int consumed) && consumed == utf8.Length;
    }

    /// <summary>Reads an id from the request's path; false when the segment is no id, so nothing is there.</summary>
    public static bool TryRead(HttpContext context, string routeValue, out ulong id) =>
        TryParse(context.Request.RouteValues[routeValue] as string, out id);

    /// <summary>Writes an id.</summary>
    public static string Of(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
