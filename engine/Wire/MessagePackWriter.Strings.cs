using System.Buffers.Binary;
using System.Text;

namespace Catalog.Engine.Wire;

public readonly ref partial struct MessagePackWriter
{
    /// <summary>
    /// A UTF-16 unit takes at most this many bytes of UTF-8 (a surrogate pair takes four for two units).
    /// </summary>
    private const int MaxBytesPerChar = 3;

    /// <summary>
    /// Writes a string as UTF-8; half of a surrogate pair, which UTF-8 cannot express, becomes U+FFFD. O(length).
    /// </summary>
    /// <exception cref="ArgumentNullException">
    /// There is no string; <see cref="WriteNil"/> writes its absence.
    /// </exception>
    public void Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(value.AsSpan());
    }

    /// <summary>Writes a string, or nil where there is none. O(length).</summary>
    public void WriteStringOrNil(string? value)
    {
        if (value is null) WriteNil();
        else Write(value.AsSpan());
    }

    /// <summary>
    /// Writes text as UTF-8; half of a surrogate pair, which UTF-8 cannot express, becomes U+FFFD. O(length).
    /// </summary>
    public void Write(ReadOnlySpan<char> value)
    {
        // When the shortest and the longest possible encoding have the same header, one pass over the text will do.
        long most = (long)value.Length * MaxBytesPerChar;
        int headerBytes = StringHeaderBytes(value.Length);
        if (headerBytes == StringHeaderBytes(most) && most <= int.MaxValue - headerBytes)
        {
            Span<byte> span = _buffer.GetSpan(headerBytes + (int)most);
            int lengthBytes = Encoding.UTF8.GetBytes(value, span[headerBytes..]);
            WriteStringHeader(span, lengthBytes);
            _buffer.Advance(headerBytes + lengthBytes);
            return;
        }

        int exactBytes = Encoding.UTF8.GetByteCount(value);
        headerBytes = StringHeaderBytes(exactBytes);
        Span<byte> exact = _buffer.GetSpan(checked(headerBytes + exactBytes));
        WriteStringHeader(exact, exactBytes);
        Encoding.UTF8.GetBytes(value, exact[headerBytes..]);
        _buffer.Advance(headerBytes + exactBytes);
    }

    /// <summary>Writes a string whose UTF-8 bytes are at hand; they are copied, not checked. O(length).</summary>
    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        int headerBytes = StringHeaderBytes(utf8.Length);
        Span<byte> span = _buffer.GetSpan(checked(headerBytes + utf8.Length));
        WriteStringHeader(span, utf8.Length);
        utf8.CopyTo(span[headerBytes..]);
        _buffer.Advance(headerBytes + utf8.Length);
    }

    /// <summary>Writes binary data with a header of two, three or five bytes. O(length).</summary>
    public void WriteBinary(ReadOnlySpan<byte> value)
    {
        // A buffer in pieces is cut between values only: room for header and data at once.
        _buffer.GetSpan(checked(1 + sizeof(uint) + value.Length));
        if (value.Length <= byte.MaxValue) WriteCode8(MessagePackCode.Binary8, (byte)value.Length);
        else if (value.Length <= ushort.MaxValue) WriteCode16(MessagePackCode.Binary16, (ushort)value.Length);
        else WriteCode32(MessagePackCode.Binary32, (uint)value.Length);
        _buffer.Write(value);
    }

    private static int StringHeaderBytes(long lengthBytes) => lengthBytes switch
    {
        <= MessagePackCode.MaxFixString => 1,
        <= byte.MaxValue => 1 + sizeof(byte),
        <= ushort.MaxValue => 1 + sizeof(ushort),
        _ => 1 + sizeof(uint),
    };

    private static void WriteStringHeader(Span<byte> span, int lengthBytes)
    {
        switch (lengthBytes)
        {
            case <= MessagePackCode.MaxFixString:
                span[0] = (byte)(MessagePackCode.FixString | lengthBytes);
                break;
            case <= byte.MaxValue:
                span[0] = MessagePackCode.String8;
                span[1] = (byte)lengthBytes;
                break;
            case <= ushort.MaxValue:
                span[0] = MessagePackCode.String16;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)lengthBytes);
                break;
            default:
                span[0] = MessagePackCode.String32;
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)lengthBytes);
                break;
        }
    }
}
