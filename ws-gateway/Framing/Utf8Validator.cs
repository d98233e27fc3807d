using System.Text.Unicode;

namespace Catalog.WsGateway.Framing;

/// <summary>
/// Checks UTF-8 that comes in pieces cut anywhere, and knows at the first byte that cannot be right. O(n); whole
/// characters go through the runtime's vectorised check, only the one that is cut goes byte by byte. Source: Unicode
/// 16.0, table 3-7 (well-formed byte sequences).
/// </summary>
// mutable: it remembers the character that was cut
internal struct Utf8Validator
{
    private byte _missing;
    private byte _least;
    private byte _most;

    /// <summary>Whether what came so far ends with a whole character.</summary>
    internal readonly bool IsWhole => _missing == 0;

    /// <summary>Takes the next piece; false when the text cannot be UTF-8 whatever follows.</summary>
    internal bool Append(ReadOnlySpan<byte> piece)
    {
        int at = 0;
        while (_missing > 0 && at < piece.Length)
            if (!Step(piece[at++])) return false;
        piece = piece[at..];
        int cut = CutAt(piece);
        if (!Utf8.IsValid(piece[..cut])) return false;
        foreach (byte one in piece[cut..])
            if (!Step(one)) return false;
        return true;
    }

    /// <summary>
    /// Where a character that the piece may not hold to its end begins; the piece's length if none does.
    /// </summary>
    private static int CutAt(ReadOnlySpan<byte> piece)
    {
        for (int back = 1; back <= Math.Min(3, piece.Length); back++)
        {
            byte one = piece[^back];
            if ((one & 0xC0) == 0x80) continue;
            return one >= 0xC0 ? piece.Length - back : piece.Length;
        }

        return piece.Length;
    }

    private bool Step(byte one)
    {
        if (_missing > 0)
        {
            if (one < _least || one > _most) return false;
            _missing--;
            (_least, _most) = (0x80, 0xBF);
            return true;
        }

        (_missing, _least, _most) = one switch
        {
            < 0x80 => ((byte)0, (byte)0x80, (byte)0xBF),
            >= 0xC2 and <= 0xDF => ((byte)1, (byte)0x80, (byte)0xBF),
            0xE0 => ((byte)2, (byte)0xA0, (byte)0xBF),
            0xED => ((byte)2, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => ((byte)2, (byte)0x80, (byte)0xBF),
            0xF0 => ((byte)3, (byte)0x90, (byte)0xBF),
            0xF4 => ((byte)3, (byte)0x80, (byte)0x8F),
            >= 0xF1 and <= 0xF3 => ((byte)3, (byte)0x80, (byte)0xBF),
            _ => ((byte)0xFF, (byte)0, (byte)0),
        };
        return _missing != 0xFF;
    }
}
