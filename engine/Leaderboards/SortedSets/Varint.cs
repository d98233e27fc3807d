using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Lengths and counts in seven bits a byte, the lowest first, the top bit set on all but the last.</summary>
internal static class Varint
{
    private const int MaxBytes = 5;

    /// <summary>Appends a number. O(1).</summary>
    internal static void Write(ByteBuffer buffer, int value)
    {
        Span<byte> span = buffer.GetSpan(MaxBytes);
        uint rest = (uint)value;
        int at = 0;
        while (rest >= 0x80)
        {
            span[at++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[at++] = (byte)rest;
        buffer.Advance(at);
    }

    /// <summary>Appends a length and as many bytes. O(length).</summary>
    internal static void WriteBytes(ByteBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        Write(buffer, bytes.Length);
        buffer.Write(bytes);
    }

    /// <summary>Takes a number from the front. O(1).</summary>
    /// <exception cref="MessagePackFormatException">There is none.</exception>
    internal static int Read(scoped ref ReadOnlySpan<byte> rest)
    {
        uint value = 0;
        for (int i = 0; i < MaxBytes && i < rest.Length; i++)
        {
            byte one = rest[i];
            value |= (uint)(one & 0x7F) << (7 * i);
            if (one >= 0x80) continue;
            rest = rest[(i + 1)..];
            return (int)value >= 0 ? (int)value : throw Broken();
        }

        throw Broken();
    }

    /// <summary>Takes a length and as many bytes from the front. O(1).</summary>
    /// <exception cref="MessagePackFormatException">They are cut short.</exception>
    internal static ReadOnlySpan<byte> ReadBytes(scoped ref ReadOnlySpan<byte> rest)
    {
        int length = Read(ref rest);
        if (length > rest.Length) throw Broken();
        ReadOnlySpan<byte> bytes = rest[..length];
        rest = rest[length..];
        return bytes;
    }

    private static MessagePackFormatException Broken() => new("A number or what it counts is cut short.");
}
