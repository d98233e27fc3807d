using System.Text;

namespace Catalog.Bench.Shared.Http;

/// <summary>
/// A request encoded once, with slots of fixed length that are overwritten in place. In the text a slot is a run of
/// <c>#</c>, counted from 0. Nothing is allocated after construction. Not thread-safe.
/// </summary>
public sealed class RequestTemplate
{
    private const byte SlotMark = (byte)'#';

    private readonly byte[] _bytes;
    private readonly List<(int Start, int Length)> _slots = [];

    /// <summary>Encodes a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">The path and query.</param>
    /// <param name="headers">Header lines, each ended by CR LF.</param>
    /// <param name="body">The body, or null for none.</param>
    public RequestTemplate(string method, string target, string headers = "", string? body = null)
    {
        var text = new StringBuilder();
        text.Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\nHost: localhost\r\n").Append(headers);
        if (body is not null)
        {
            text.Append("Content-Type: application/json\r\nContent-Length: ").Append(Encoding.UTF8.GetByteCount(body));
            text.Append("\r\n");
        }

        text.Append("\r\n").Append(body);
        _bytes = Encoding.UTF8.GetBytes(text.ToString());
        FindSlots();
    }

    /// <summary>The request as it stands.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Number of slots.</summary>
    public int SlotCount => _slots.Count;

    /// <summary>Writes a number into a slot, zeros in front; digits that do not fit are cut off in front.</summary>
    public void SetNumber(int slot, long number)
    {
        (int start, int length) = _slots[slot];
        for (int i = length - 1; i >= 0; i--, number /= 10) _bytes[start + i] = (byte)('0' + (number % 10));
    }

    /// <summary>Writes a text into a slot, spaces behind, which JSON does not mind between its tokens.</summary>
    /// <exception cref="ArgumentException">The text is longer than the slot.</exception>
    public void SetText(int slot, ReadOnlySpan<byte> text)
    {
        (int start, int length) = _slots[slot];
        if (text.Length > length) throw new ArgumentException($"The slot has {length} bytes, the text {text.Length}.");
        text.CopyTo(_bytes.AsSpan(start));
        _bytes.AsSpan(start + text.Length, length - text.Length).Fill((byte)' ');
    }

    private void FindSlots()
    {
        for (int i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] != SlotMark) continue;
            int start = i;
            while (i < _bytes.Length && _bytes[i] == SlotMark) i++;
            _slots.Add((start, i - start));
        }
    }
}
