using System.Text;

namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>
/// Reads a client's bytes as slowly and plainly as one can: all of them are there, and text is checked when its message
/// is whole or the bytes end, with the earliest place in mind at which it was known to be wrong.
/// </summary>
internal static class NaiveModel
{
    private static readonly UTF8Encoding Strict = new(false, true);

    internal static List<string> Read(byte[] bytes)
    {
        var found = new List<string>();
        int at = 0;
        int message = 0;
        var content = new List<byte>();
        while (at < bytes.Length)
        {
            if (!TryReadHeader(bytes, at, out int size, out long length)) return [.. found, "inside"];
            (int opcode, bool isFinal) = (bytes[at] & 15, bytes[at] >= 0x80);
            if (!IsWell(bytes, at, length, message)) return [.. found, "violation 1002"];
            if (length > Reading.MaxFrame || content.Count + length > Reading.MaxMessage)
                return [.. found, "violation 1009"];
            int count = (int)Math.Min(length, bytes.Length - at - size);
            byte[] payload = [.. Enumerable.Range(0, count).Select(i =>
                (byte)(bytes[at + size + i] ^ bytes[at + size - 4 + (i % 4)]))];
            at += size + count;
            if (opcode >= 8)
            {
                if (count < length) return [.. found, "inside"];
                if (opcode != 8) found.Add($"{(opcode == 9 ? "ping" : "pong")} {Convert.ToHexString(payload)}");
                else return [.. found, DescribeClose(payload)];
                continue;
            }

            if (opcode != 0) (message, content) = (opcode, []);
            content.AddRange(payload);
            bool isEnd = isFinal && count == length;
            if (message == 1 && !MayBecomeText([.. content], isEnd)) return [.. found, "violation 1007"];
            if (count < length) return [.. found, "inside"];
            if (!isFinal) continue;
            found.Add(message == 1 ? $"text {Shorten(Strict.GetString([.. content]))}"
                : $"binary {Shorten(Convert.ToHexString([.. content]))}");
            (message, content) = (0, []);
        }

        return message == 0 ? found : [.. found, "inside"];
    }

    private static bool TryReadHeader(byte[] bytes, int at, out int size, out long length)
    {
        (size, length) = (0, 0);
        if (bytes.Length - at < 2) return false;
        int shortLength = bytes[at + 1] & 127;
        int more = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
        size = 2 + more + (bytes[at + 1] >= 0x80 ? 4 : 0);
        if (bytes.Length - at < size) return false;
        length = shortLength;
        if (more > 0) length = 0;
        for (int i = 0; i < more; i++) length = (length << 8) | bytes[at + 2 + i];
        return true;
    }

    private static bool IsWell(byte[] bytes, int at, long length, int message)
    {
        (int opcode, bool isFinal) = (bytes[at] & 15, bytes[at] >= 0x80);
        int shortLength = bytes[at + 1] & 127;
        if ((bytes[at] & 0x70) != 0 || bytes[at + 1] < 0x80 || length < 0) return false;
        if ((shortLength == 126 && length < 126) || (shortLength == 127 && length < 65_536)) return false;
        return opcode switch
        {
            0 => message != 0,
            1 or 2 => message == 0,
            8 or 9 or 10 => isFinal && length <= 125,
            _ => false,
        };
    }

    /// <summary>Whether the bytes are text, or its beginning.</summary>
    private static bool MayBecomeText(byte[] bytes, bool isEnd)
    {
        // The beginning of text is text after some bytes more: at most three, of which few choices matter.
        if (IsText(bytes)) return true;
        if (isEnd) return false;
        byte[] choices = [0x80, 0x90, 0xA0];
        foreach (byte a in choices)
        {
            if (IsText([.. bytes, a])) return true;
            foreach (byte b in choices)
            {
                if (IsText([.. bytes, a, b])) return true;
                foreach (byte c in choices)
                    if (IsText([.. bytes, a, b, c])) return true;
            }
        }

        return false;
    }

    private static bool IsText(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string DescribeClose(byte[] body)
    {
        if (body.Length == 0) return "close 1005";
        int code = body.Length < 2 ? 0 : (body[0] << 8) | body[1];
        bool isGood = code is >= 1000 and <= 1003 or >= 1007 and <= 1014 or >= 3000 and <= 4999;
        if (!isGood) return "violation 1002";
        return IsText(body[2..]) ? $"close {code}" : "violation 1007";
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : $"{text[..20]}… {text.Length}";
}
