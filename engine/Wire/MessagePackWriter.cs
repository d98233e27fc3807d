using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire;

/// <summary>
/// Appends MessagePack values to a <see cref="ByteBuffer"/>. Integers, lengths and counts take their shortest form, so
/// a value has exactly one encoding and encodings can be compared and hashed byte by byte.
/// </summary>
/// <remarks>
/// Each value goes straight into the buffer's free tail; the writer keeps nothing back, so copies of it, and several
/// writers on one buffer, append in the order of their calls. Nothing is allocated once the buffer has its working
/// size. Scalars cost O(1), strings and bytes O(length). What the writer is given is not checked for balance: after
/// an array header of three the caller owes three values. Not thread-safe. Source: the MessagePack specification,
/// https://github.com/msgpack/msgpack/blob/master/spec.md.
/// </remarks>
public readonly ref partial struct MessagePackWriter
{
    private readonly ByteBuffer _buffer;

    /// <summary>Creates a writer at the end of <paramref name="buffer"/>.</summary>
    /// <exception cref="ArgumentNullException">There is no buffer.</exception>
    public MessagePackWriter(ByteBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _buffer = buffer;
    }

    /// <summary>What it appends to.</summary>
    internal ByteBuffer Buffer => _buffer;

    /// <summary>
    /// Ends a document. Everything is in the buffer already, so this does nothing; calling it keeps callers right
    /// should a writer ever hold bytes back.
    /// </summary>
    public void Flush()
    {
    }

    /// <summary>Writes nil, the absence of a value: one byte.</summary>
    public void WriteNil() => WriteByte(MessagePackCode.Nil);

    /// <summary>Writes a boolean: one byte.</summary>
    public void Write(bool value) => WriteByte(value ? MessagePackCode.True : MessagePackCode.False);

    /// <summary>Writes a number of single precision: five bytes, every bit kept, NaN payloads included.</summary>
    public void Write(float value)
    {
        Span<byte> span = _buffer.GetSpan(1 + sizeof(float));
        span[0] = MessagePackCode.Float32;
        BinaryPrimitives.WriteSingleBigEndian(span[1..], value);
        _buffer.Advance(1 + sizeof(float));
    }

    /// <summary>Writes a number of double precision: nine bytes, every bit kept, NaN payloads included.</summary>
    public void Write(double value)
    {
        Span<byte> span = _buffer.GetSpan(1 + sizeof(double));
        span[0] = MessagePackCode.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        _buffer.Advance(1 + sizeof(double));
    }

    /// <summary>Appends values that are encoded already; they are not checked. O(length).</summary>
    public void WriteRaw(ReadOnlySpan<byte> encoded) => _buffer.Write(encoded);

    private void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    private void WriteCode8(byte code, byte value)
    {
        Span<byte> span = _buffer.GetSpan(2);
        span[1] = value;
        span[0] = code;
        _buffer.Advance(2);
    }

    private void WriteCode16(byte code, ushort value)
    {
        Span<byte> span = _buffer.GetSpan(1 + sizeof(ushort));
        span[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(span[1..], value);
        _buffer.Advance(1 + sizeof(ushort));
    }

    private void WriteCode32(byte code, uint value)
    {
        Span<byte> span = _buffer.GetSpan(1 + sizeof(uint));
        span[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], value);
        _buffer.Advance(1 + sizeof(uint));
    }

    private void WriteCode64(byte code, ulong value)
    {
        Span<byte> span = _buffer.GetSpan(1 + sizeof(ulong));
        span[0] = code;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
        _buffer.Advance(1 + sizeof(ulong));
    }
}
