using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire.Resp;

/// <summary>
/// Appends answers of the RESP protocol to a <see cref="ByteBuffer"/>, in version 2 or 3: what version 2 has no type
/// for is written the way Redis does (a double as a string, a map as an array, nothing as a string of length -1).
/// </summary>
/// <remarks>
/// Nothing is allocated once the buffer has its working size. What is written is not checked for balance. Not
/// thread-safe. Source: https://redis.io/docs/latest/develop/reference/protocol-spec/.
/// </remarks>
public readonly ref struct RespWriter
{
    private const int MaxDigits = 20;
    private readonly ByteBuffer _buffer;
    private readonly bool _isThree;

    /// <summary>Creates a writer at the end of <paramref name="buffer"/>.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="protocol">The version, 2 or 3.</param>
    public RespWriter(ByteBuffer buffer, int protocol)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _buffer = buffer;
        _isThree = protocol >= 3;
    }

    /// <summary>Whether version 3 is written.</summary>
    public bool IsThree => _isThree;

    /// <summary>Writes <c>+OK</c>.</summary>
    public void Ok() => _buffer.Write("+OK\r\n"u8);

    /// <summary>Writes a short text without line breaks. O(length).</summary>
    public void Simple(ReadOnlySpan<byte> text) => Line('+', text);

    /// <summary>Writes an error; its first word is its kind. O(length).</summary>
    public void Error(ReadOnlySpan<byte> text) => Line('-', text);

    /// <summary>Writes an integer.</summary>
    public void Integer(long value) => Header(':', value);

    /// <summary>Writes a string of any bytes. O(length).</summary>
    public void Bulk(ReadOnlySpan<byte> value)
    {
        Span<byte> span = _buffer.GetSpan(value.Length + MaxDigits + 5);
        span[0] = (byte)'$';
        value.Length.TryFormat(span[1..], out int digits);
        int at = 1 + digits;
        span[at++] = (byte)'\r';
        span[at++] = (byte)'\n';
        value.CopyTo(span[at..]);
        at += value.Length;
        span[at++] = (byte)'\r';
        span[at++] = (byte)'\n';
        _buffer.Advance(at);
    }

    /// <summary>Writes an integer as a string.</summary>
    public void BulkInteger(long value)
    {
        Span<byte> text = stackalloc byte[MaxDigits];
        value.TryFormat(text, out int length);
        Bulk(text[..length]);
    }

    /// <summary>Writes a number as a string, in either version.</summary>
    public void BulkDouble(double value)
    {
        Span<byte> text = stackalloc byte[RespDouble.MaxBytes];
        Bulk(text[..RespDouble.Format(value, text)]);
    }

    /// <summary>Writes a number: of its own type in version 3, as a string in version 2.</summary>
    public void Double(double value)
    {
        Span<byte> text = stackalloc byte[RespDouble.MaxBytes];
        int length = RespDouble.Format(value, text);
        if (_isThree) Line(',', text[..length]);
        else Bulk(text[..length]);
    }

    /// <summary>Writes the absence of a value.</summary>
    public void Null() => _buffer.Write(_isThree ? "_\r\n"u8 : "$-1\r\n"u8);

    /// <summary>Writes the absence of an array.</summary>
    public void NullArray() => _buffer.Write(_isThree ? "_\r\n"u8 : "*-1\r\n"u8);

    /// <summary>Begins an array; as many values follow.</summary>
    public void Array(int count) => Header('*', count);

    /// <summary>Begins a map; as many pairs of values follow.</summary>
    public void Map(int count)
    {
        if (_isThree) Header('%', count);
        else Header('*', 2L * count);
    }

    /// <summary>Begins a set; as many values follow.</summary>
    public void Set(int count) => Header(_isThree ? '~' : '*', count);

    /// <summary>Writes what is encoded already. O(length).</summary>
    public void Raw(ReadOnlySpan<byte> encoded) => _buffer.Write(encoded);

    private void Header(char kind, long value)
    {
        Span<byte> span = _buffer.GetSpan(MaxDigits + 3);
        span[0] = (byte)kind;
        value.TryFormat(span[1..], out int digits);
        span[1 + digits] = (byte)'\r';
        span[2 + digits] = (byte)'\n';
        _buffer.Advance(3 + digits);
    }

    private void Line(char kind, ReadOnlySpan<byte> text)
    {
        Span<byte> span = _buffer.GetSpan(text.Length + 3);
        span[0] = (byte)kind;
        text.CopyTo(span[1..]);
        span[1 + text.Length] = (byte)'\r';
        span[2 + text.Length] = (byte)'\n';
        _buffer.Advance(3 + text.Length);
    }
}
