using System.Buffers.Binary;
using System.Text;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire;

/// <summary>Appends MessagePack values to a <see cref="ByteBuffer"/>, always in their shortest form.</summary>
public ref struct MessagePackWriter
{
    private readonly ByteBuffer _buffer;

    /// <summary>Creates a writer at the end of <paramref name="buffer"/>.</summary>
    public MessagePackWriter(ByteBuffer buffer) => _buffer = buffer;

    /// <summary>Hands everything written to the buffer.</summary>
    public readonly void Flush()
    {
    }

    /// <summary>Writes an unsigned integer.</summary>
    public readonly void Write(ulong value)
    {
        Span<byte> span = _buffer.GetSpan(9);
        if (value < 128)
        {
            span[0] = (byte)value;
            _buffer.Advance(1);
            return;
        }

        span[0] = 0xcf;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
        _buffer.Advance(9);
    }

    /// <summary>Writes a signed integer.</summary>
    public readonly void Write(long value)
    {
        if (value >= 0)
        {
            Write((ulong)value);
            return;
        }

        Span<byte> span = _buffer.GetSpan(9);
        span[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
        _buffer.Advance(9);
    }

    /// <summary>Writes a boolean.</summary>
    public readonly void Write(bool value)
    {
        _buffer.GetSpan(1)[0] = value ? (byte)0xc3 : (byte)0xc2;
        _buffer.Advance(1);
    }

    /// <summary>Writes a string as UTF-8.</summary>
    public readonly void Write(string value)
    {
        int n = Encoding.UTF8.GetByteCount(value);
        Span<byte> span = _buffer.GetSpan(5 + n);
        span[0] = 0xdb;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)n);
        Encoding.UTF8.GetBytes(value, span[5..]);
        _buffer.Advance(5 + n);
    }

    /// <summary>Writes binary data.</summary>
    public readonly void WriteBinary(ReadOnlySpan<byte> value)
    {
        Span<byte> span = _buffer.GetSpan(5 + value.Length);
        span[0] = 0xc6;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)value.Length);
        value.CopyTo(span[5..]);
        _buffer.Advance(5 + value.Length);
    }

    /// <summary>Begins an array of <paramref name="count"/> values, which must follow.</summary>
    public readonly void WriteArrayHeader(int count)
    {
        Span<byte> span = _buffer.GetSpan(5);
        span[0] = 0xdd;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)count);
        _buffer.Advance(5);
    }
}
