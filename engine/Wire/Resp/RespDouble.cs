using System.Buffers.Text;
using System.Globalization;

namespace Catalog.Engine.Wire.Resp;

/// <summary>
/// Numbers as Redis reads and writes them: whole numbers without a point, others in the fewest digits that read back
/// as the same number (Redis 7.2 and later; earlier ones print 17 digits), infinities as <c>inf</c> and <c>-inf</c>.
/// </summary>
/// <remarks>Allocates nothing. Thread-safe. Source: Redis's <c>d2string</c> and its <c>fpconv_dtoa</c>.</remarks>
public static class RespDouble
{
    /// <summary>The longest number in bytes.</summary>
    public const int MaxBytes = 40;

    /// <summary>Half the range of 64-bit integers: up to here Redis prints a whole number as one.</summary>
    private const double MaxWhole = long.MaxValue / 2;

    private const int MaxZeros = 7;
    private const int MaxPlainExponent = 4;

    /// <summary>Writes a number and returns its length. O(1).</summary>
    /// <param name="value">The number; not NaN.</param>
    /// <param name="into">At least <see cref="MaxBytes"/>.</param>
    public static int Format(double value, Span<byte> into)
    {
        if (double.IsInfinity(value)) return Put(value > 0 ? "inf"u8 : "-inf"u8, into);
        if (value == 0) return Put(double.IsNegative(value) ? "-0"u8 : "0"u8, into);
        int length;
        if (Math.Abs(value) <= MaxWhole && value == Math.Truncate(value))
        {
            ((long)value).TryFormat(into, out length);
            return length;
        }

        Span<byte> text = stackalloc byte[MaxBytes];
        value.TryFormat(text, out length, "R", CultureInfo.InvariantCulture);
        return Lay(text[..length], into);
    }

    /// <summary>
    /// Reads a number: digits with a point and an exponent, <c>inf</c>, <c>+inf</c>, <c>-inf</c>, <c>infinity</c>.
    /// O(length).
    /// </summary>
    /// <returns>False for anything else: NaN, spaces, and what does not fit a double.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.IsEmpty) return false;
        if (TryParseWhole(text, out value)) return true;
        byte first = text[0];
        ReadOnlySpan<byte> unsigned = first is (byte)'+' or (byte)'-' ? text[1..] : text;
        if (unsigned.IsEmpty) return false;
        if (!char.IsAsciiDigit((char)unsigned[0]) && unsigned[0] != '.') return TryParseInfinity(text, out value);
        bool isNumber = Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;
        if (!isNumber || double.IsInfinity(value)) return false;
        return value != 0 || IsZero(unsigned);
    }

    /// <summary>The common case: up to 15 digits, which a double holds exactly.</summary>
    private static bool TryParseWhole(ReadOnlySpan<byte> text, out double value)
    {
        const int MaxExactDigits = 15;
        value = 0;
        bool isNegative = text[0] == '-';
        int start = isNegative ? 1 : 0;
        int count = text.Length - start;
        if (count is 0 or > MaxExactDigits) return false;
        long sum = 0;
        for (int i = start; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit > 9) return false;
            sum = (sum * 10) + digit;
        }

        value = isNegative ? -(double)sum : sum;
        return true;
    }

    private static bool TryParseInfinity(ReadOnlySpan<byte> text, out double value)
    {
        bool isNegative = text[0] == '-';
        ReadOnlySpan<byte> word = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return AsciiWord.Same(word, "inf"u8) || AsciiWord.Same(word, "infinity"u8);
    }

    /// <summary>Whether digits say nothing, rather than something too small for a double.</summary>
    private static bool IsZero(ReadOnlySpan<byte> unsigned)
    {
        int end = unsigned.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> digits = end < 0 ? unsigned : unsigned[..end];
        return digits.IndexOfAnyInRange((byte)'1', (byte)'9') < 0;
    }

    /// <summary>Lays the digits of <paramref name="text"/>, as .NET writes a double, out as Redis does.</summary>
    private static int Lay(ReadOnlySpan<byte> text, Span<byte> into)
    {
        Span<byte> digits = stackalloc byte[MaxBytes];
        bool isNegative = text[0] == '-';
        int count = Collect(isNegative ? text[1..] : text, digits, out int scale);
        int at = 0;
        if (isNegative) into[at++] = (byte)'-';

        // The number is 0.d1 d2 d3 … × 10^scale.
        int exponent = Math.Abs(scale - 1);
        int trailing = scale - count;
        bool isPlain = trailing >= 0
            ? exponent < count + MaxZeros
            : trailing > -MaxZeros || exponent < MaxPlainExponent;
        if (!isPlain) return at + LayExponent(digits[..count], scale - 1, into[at..]);
        return at + LayPlain(digits[..count], scale, into[at..]);
    }

    private static int LayPlain(ReadOnlySpan<byte> digits, int scale, Span<byte> into)
    {
        int at = 0;
        if (scale <= 0)
        {
            into[at++] = (byte)'0';
            into[at++] = (byte)'.';
            for (int i = scale; i < 0; i++) into[at++] = (byte)'0';
            digits.CopyTo(into[at..]);
            return at + digits.Length;
        }

        for (int i = 0; i < Math.Max(scale, digits.Length); i++)
        {
            if (i == scale) into[at++] = (byte)'.';
            into[at++] = i < digits.Length ? digits[i] : (byte)'0';
        }

        return at;
    }

    private static int LayExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> into)
    {
        int at = 0;
        into[at++] = digits[0];
        if (digits.Length > 1)
        {
            into[at++] = (byte)'.';
            digits[1..].CopyTo(into[at..]);
            at += digits.Length - 1;
        }

        into[at++] = (byte)'e';
        into[at++] = exponent < 0 ? (byte)'-' : (byte)'+';
        Math.Abs(exponent).TryFormat(into[at..], out int length);
        return at + length;
    }

    /// <summary>Gathers the significant digits, and where the point stands before them.</summary>
    private static int Collect(ReadOnlySpan<byte> text, Span<byte> digits, out int scale)
    {
        int e = text.IndexOf((byte)'E');
        int exponent = 0;
        if (e >= 0) int.TryParse(text[(e + 1)..], CultureInfo.InvariantCulture, out exponent);
        ReadOnlySpan<byte> mantissa = e >= 0 ? text[..e] : text;
        int point = mantissa.IndexOf((byte)'.');
        int whole = point < 0 ? mantissa.Length : point;
        int count = 0;
        int leadingZeros = 0;
        foreach (byte one in mantissa)
        {
            if (one == '.') continue;
            if (count == 0 && one == '0') leadingZeros++;
            else digits[count++] = one;
        }

        scale = whole - leadingZeros + exponent;
        while (count > 1 && digits[count - 1] == '0') count--;
        return count;
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> into)
    {
        text.CopyTo(into);
        return text.Length;
    }
}
