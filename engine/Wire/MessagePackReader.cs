using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire;

/// <summary>
/// Reads MessagePack values from a span, made for bytes from anywhere: a value that is cut short, of another type, out
/// of range, or that declares more than there is, ends in a <see cref="MessagePackFormatException"/> and nothing else.
/// </summary>
/// <remarks>
/// Every form of a value is accepted, not only the shortest. A read that throws leaves the reader where it was.
/// Slices (<see cref="ReadUtf8"/>, <see cref="ReadBinary"/>, <see cref="ReadRaw"/>) point into the input; only
/// <see cref="ReadString"/> allocates, and never by a declared length: lengths and counts are held against the bytes
/// that are left first. Scalars and slices cost O(1), strings and <see cref="Skip"/> O(length). Not thread-safe.
/// A state of several pieces is read as one: where a piece ends, reading goes on in the next; slices stay good.
/// Source: the MessagePack specification, https://github.com/msgpack/msgpack/blob/master/spec.md.
/// </remarks>
// mutable: a reader is a cursor over the bytes
public ref partial struct MessagePackReader
{
    private readonly IPieceSource? _pieces;
    private ReadOnlySpan<byte> _bytes;
    private int _position;

    /// <summary>Creates a reader at the start of <paramref name="bytes"/>.</summary>
    public MessagePackReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Creates a reader of what comes in pieces, each of whole values.</summary>
    internal MessagePackReader(IPieceSource pieces) => _pieces = pieces;

    /// <summary>Whether everything has been read.</summary>
    public readonly bool End => _position == _bytes.Length && LeftInPieces == 0;

    /// <summary>Number of bytes read so far, of the piece at hand where there are several.</summary>
    public readonly int Consumed => _position;

    /// <summary>Number of bytes not read yet, of the piece at hand where there are several.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    private readonly long LeftInPieces => _pieces is null ? 0 : _pieces.LeftBytes;

    /// <summary>The family of the next value, which stays unread. O(1).</summary>
    /// <exception cref="MessagePackFormatException">Nothing follows, or a byte no value begins with.</exception>
    public MessagePackType PeekType()
    {
        byte code = PeekCode();
        if (MessagePackCode.TypeOf(code) is { } type) return type;
        ThrowExpected("a value", code);
        return default;
    }

    /// <summary>Reads nil if it is next, and says whether it was.</summary>
    /// <exception cref="MessagePackFormatException">Nothing follows.</exception>
    public bool TryReadNil()
    {
        if (PeekCode() != MessagePackCode.Nil) return false;
        _position++;
        return true;
    }

    /// <summary>Reads nil.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public void ReadNil()
    {
        if (!TryReadNil()) ThrowExpected("nil", PeekCode());
    }

    /// <summary>Reads a boolean.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public bool ReadBoolean()
    {
        byte code = PeekCode();
        if (code is not (MessagePackCode.False or MessagePackCode.True)) ThrowExpected("a boolean", code);
        _position++;
        return code == MessagePackCode.True;
    }

    /// <summary>
    /// Reads a number of double precision. Single precision is widened and integers are converted, because encoders
    /// without a float type of their own (JavaScript's) write whole numbers as integers.
    /// </summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public double ReadDouble()
    {
        byte code = PeekCode();
        if (!TryDecodeDouble(code, out double value, out int sizeBytes)) ThrowExpected("a number", code);
        _position += sizeBytes;
        return value;
    }

    /// <summary>Reads a number of single precision, in whatever form, as long as no precision is lost.</summary>
    /// <exception cref="MessagePackFormatException">
    /// Something else follows, or a number a float cannot hold.
    /// </exception>
    public float ReadSingle()
    {
        byte code = PeekCode();
        if (code == MessagePackCode.Float32)
        {
            // Not by way of double: that would quieten a signalling NaN and lose its bits.
            float single = BinaryPrimitives.ReadSingleBigEndian(Peek(1, sizeof(float)));
            _position += 1 + sizeof(float);
            return single;
        }

        if (!TryDecodeDouble(code, out double value, out int sizeBytes)) ThrowExpected("a number", code);
        float narrowed = (float)value;
        if (narrowed != value && !double.IsNaN(value)) ThrowOutOfRange("a float", code);
        _position += sizeBytes;
        return narrowed;
    }

    private readonly bool TryDecodeDouble(byte code, out double value, out int sizeBytes)
    {
        switch (code)
        {
            case MessagePackCode.Float64:
                value = BinaryPrimitives.ReadDoubleBigEndian(Peek(1, sizeof(double)));
                sizeBytes = 1 + sizeof(double);
                return true;
            case MessagePackCode.Float32:
                value = BinaryPrimitives.ReadSingleBigEndian(Peek(1, sizeof(float)));
                sizeBytes = 1 + sizeof(float);
                return true;
            default:
                bool isInteger = TryDecodeInteger(code, out long bits, out bool beyondInt64, out sizeBytes);
                value = beyondInt64 ? (ulong)bits : bits;
                return isInteger;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte PeekCode()
    {
        if ((uint)_position >= (uint)_bytes.Length) TakePiece();
        return _bytes[_position];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakePiece()
    {
        if (LeftInPieces == 0) ThrowTruncated(1);
        _bytes = _pieces!.Next();
        _position = 0;
    }

    /// <summary>The <paramref name="count"/> bytes that lie <paramref name="offset"/> bytes ahead, unread.</summary>
    private readonly ReadOnlySpan<byte> Peek(int offset, int count)
    {
        if (_bytes.Length - _position - offset < count) ThrowTruncated((long)offset + count);
        return _bytes.Slice(_position + offset, count);
    }
}
