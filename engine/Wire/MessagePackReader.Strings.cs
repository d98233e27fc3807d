using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    /// <summary>
    /// Reads a string: allocates it, once its bytes are known to be there and to be UTF-8. O(length).
    /// </summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or bytes that are not UTF-8.</exception>
    public string ReadString()
    {
        int start = _position;
        ReadOnlySpan<byte> utf8 = ReadUtf8();
        if (Utf8.IsValid(utf8)) return Encoding.UTF8.GetString(utf8);
        _position = start;
        ThrowNotUtf8();
        return "";
    }

    /// <summary>Reads a string, or nil as null. O(length).</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or bytes that are not UTF-8.</exception>
    public string? ReadStringOrNil() => TryReadNil() ? null : ReadString();

    /// <summary>Reads a string as the slice of the input that should be UTF-8, which is not checked. O(1).</summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        byte code = PeekCode();
        int headerBytes = 1;
        long lengthBytes = 0;
        switch (code)
        {
            case >= MessagePackCode.FixString and < MessagePackCode.Nil:
                lengthBytes = code & MessagePackCode.MaxFixString;
                break;
            case MessagePackCode.String8 or MessagePackCode.String16 or MessagePackCode.String32:
                lengthBytes = PeekLength(code - MessagePackCode.String8, out headerBytes);
                break;
            default:
                ThrowExpected("a string", code);
                break;
        }

        return Take(headerBytes, lengthBytes);
    }

    /// <summary>Reads binary data as a slice of the input. O(1).</summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public ReadOnlySpan<byte> ReadBinary()
    {
        byte code = PeekCode();
        if (code is < MessagePackCode.Binary8 or > MessagePackCode.Binary32) ThrowExpected("binary data", code);
        long lengthBytes = PeekLength(code - MessagePackCode.Binary8, out int headerBytes);
        return Take(headerBytes, lengthBytes);
    }

    /// <summary>Decodes the length behind a format byte: of 1, 2 or 4 bytes for a width of 0, 1 or 2.</summary>
    private readonly long PeekLength(int width, out int headerBytes)
    {
        headerBytes = 1 + (1 << width);
        return width switch
        {
            0 => Peek(1, 1)[0],
            1 => BinaryPrimitives.ReadUInt16BigEndian(Peek(1, 2)),
            _ => BinaryPrimitives.ReadUInt32BigEndian(Peek(1, 4)),
        };
    }

    /// <summary>Moves past a header and the data behind it and returns the data.</summary>
    private ReadOnlySpan<byte> Take(int headerBytes, long lengthBytes)
    {
        if (lengthBytes > Remaining - headerBytes) ThrowTruncated(headerBytes + lengthBytes);
        ReadOnlySpan<byte> data = _bytes.Slice(_position + headerBytes, (int)lengthBytes);
        _position += headerBytes + (int)lengthBytes;
        return data;
    }
}
