using System.Buffers.Text;

namespace Catalog.Bench.Shared.Http;

/// <summary>
/// Reads as much of an HTTP/1.1 answer as a load generator needs: the status, and where the body ends (by length or by
/// chunks). Answers come one at a time, since requests are not pipelined.
/// </summary>
public static class ResponseParser
{
    private const int StatusAt = 9;
    private const int StatusDigits = 3;

    /// <summary>Whether the bytes are a whole answer. Chunks are joined in place.</summary>
    /// <param name="answer">All bytes received for it.</param>
    /// <param name="status">Its status code.</param>
    /// <param name="body">Its body, within <paramref name="answer"/>.</param>
    /// <exception cref="InvalidDataException">They are the beginning of no answer.</exception>
    public static bool TryParse(Span<byte> answer, out int status, out ReadOnlySpan<byte> body)
    {
        status = 0;
        body = default;
        int headersEnd = answer.IndexOf("\r\n\r\n"u8);
        if (headersEnd < 0) return false;
        ReadOnlySpan<byte> headers = answer[..(headersEnd + 2)];
        if (!headers.StartsWith("HTTP/1.1 "u8) ||
            !Utf8Parser.TryParse(headers.Slice(StatusAt, StatusDigits), out status, out _))
            throw new InvalidDataException("That is no HTTP/1.1 answer.");

        Span<byte> rest = answer[(headersEnd + 4)..];
        ReadOnlySpan<byte> length = ValueOf(headers, "content-length:"u8);
        if (!length.IsEmpty)
        {
            if (!Utf8Parser.TryParse(length, out int count, out _)) throw new InvalidDataException("A bad length.");
            if (rest.Length < count) return false;
            body = rest[..count];
            return true;
        }

        return ValueOf(headers, "transfer-encoding:"u8).IsEmpty || TryJoinChunks(rest, out body);
    }

    private static bool TryJoinChunks(Span<byte> rest, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (!rest.EndsWith("0\r\n\r\n"u8)) return false;
        int from = 0, to = 0;
        while (true)
        {
            Span<byte> chunk = rest[Math.Min(from, rest.Length)..];
            if (!Utf8Parser.TryParse(chunk, out int count, out int digits, 'x')) return false;
            from += digits + 2;
            if (count == 0) break;
            if (from + count + 2 > rest.Length) return false;
            to += count;
            from += count + 2;
        }

        Join(rest);
        body = rest[..to];
        return true;
    }

    // Only once the last chunk is there: joining half of them would spoil the bytes for the next look.
    private static void Join(Span<byte> rest)
    {
        int from = 0, to = 0;
        while (Utf8Parser.TryParse(rest[from..], out int count, out int digits, 'x') && count > 0)
        {
            from += digits + 2;
            rest.Slice(from, count).CopyTo(rest[to..]);
            to += count;
            from += count + 2;
        }
    }

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> lowerName)
    {
        while (!headers.IsEmpty)
        {
            int end = headers.IndexOf("\r\n"u8);
            ReadOnlySpan<byte> line = end < 0 ? headers : headers[..end];
            if (line.Length > lowerName.Length && IsName(line[..lowerName.Length], lowerName))
                return line[lowerName.Length..].Trim((byte)' ');
            headers = end < 0 ? default : headers[(end + 2)..];
        }

        return default;
    }

    private static bool IsName(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerName)
    {
        for (int i = 0; i < lowerName.Length; i++)
        {
            if ((text[i] | 0x20) != (lowerName[i] | 0x20)) return false;
        }

        return true;
    }
}
