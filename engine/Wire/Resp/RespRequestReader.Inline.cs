using System.Globalization;

namespace Catalog.Engine.Wire.Resp;

/// <content>Inline commands: words between spaces, quoted as Redis's own client quotes them.</content>
public sealed partial class RespRequestReader
{
    private RespReadStatus ReadInline(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        if (end < 0 && bytes.Length <= MaxLineBytes) return RespReadStatus.Incomplete;
        if (end < 0 || end > MaxLineBytes) return Break("too big inline request");
        ReadOnlySpan<byte> line = bytes[..end];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        Consumed = end + 1;
        _isInline = true;
        _words.Clear();
        int at = 0;
        while (true)
        {
            while (at < line.Length && IsSpace(line[at])) at++;
            if (at == line.Length) return ArgumentCount == 0 ? RespReadStatus.Empty : RespReadStatus.Complete;
            int start = _words.Length;
            if (!TryReadWord(line, ref at)) return Break("unbalanced quotes in request");
            AddRange(start, _words.Length - start);
        }
    }

    private bool TryReadWord(ReadOnlySpan<byte> line, ref int at)
    {
        while (at < line.Length && !IsSpace(line[at]))
        {
            byte one = line[at++];
            if (one is not ((byte)'"' or (byte)'\'')) Put(one);
            else if (!TryReadQuoted(line, one, ref at)) return false;
        }

        return true;
    }

    /// <summary>Reads up to the closing quote, which ends the word.</summary>
    private bool TryReadQuoted(ReadOnlySpan<byte> line, byte quote, ref int at)
    {
        while (at < line.Length)
        {
            byte one = line[at++];
            if (one == quote) return at == line.Length || IsSpace(line[at]);
            bool isEscape = one == '\\' && at < line.Length && (quote == '"' || line[at] == '\'');
            Put(isEscape ? ReadEscape(line, quote, ref at) : one);
        }

        return false;
    }

    private static byte ReadEscape(ReadOnlySpan<byte> line, byte quote, ref int at)
    {
        byte code = line[at++];
        if (quote == '\'') return code;
        bool isHex = code == 'x' && at + 2 <= line.Length;
        if (isHex && byte.TryParse(line.Slice(at, 2), NumberStyles.AllowHexSpecifier, null, out byte value))
        {
            at += 2;
            return value;
        }

        return code switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'a' => (byte)'\a',
            _ => code,
        };
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    private void Put(byte value)
    {
        _words.GetSpan(1)[0] = value;
        _words.Advance(1);
    }
}
