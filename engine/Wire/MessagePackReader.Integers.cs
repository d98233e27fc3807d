using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    /// <summary>Reads an unsigned 8-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public byte ReadByte() => (byte)ReadInRange(byte.MinValue, byte.MaxValue, "a uint8");

    /// <summary>Reads an unsigned 16-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public ushort ReadUInt16() => (ushort)ReadInRange(ushort.MinValue, ushort.MaxValue, "a uint16");

    /// <summary>Reads an unsigned 32-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public uint ReadUInt32() => (uint)ReadInRange(uint.MinValue, uint.MaxValue, "a uint32");

    /// <summary>Reads a signed 8-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public sbyte ReadSByte() => (sbyte)ReadInRange(sbyte.MinValue, sbyte.MaxValue, "an int8");

    /// <summary>Reads a signed 16-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public short ReadInt16() => (short)ReadInRange(short.MinValue, short.MaxValue, "an int16");

    /// <summary>Reads a signed 32-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public int ReadInt32() => (int)ReadInRange(int.MinValue, int.MaxValue, "an int32");

    /// <summary>Reads a signed 64-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or an integer out of range.</exception>
    public long ReadInt64() => ReadInRange(long.MinValue, long.MaxValue, "an int64");

    /// <summary>Reads an unsigned 64-bit integer.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows, or a negative integer.</exception>
    public ulong ReadUInt64()
    {
        byte code = PeekCode();
        if (code > MessagePackCode.MaxFixInt) return ReadUInt64Slow(code);
        _position++;
        return code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadUInt64Slow(byte code)
    {
        if (!TryDecodeInteger(code, out long value, out bool beyondInt64, out int sizeBytes))
            ThrowExpected("a uint64", code);
        if (value < 0 && !beyondInt64) ThrowOutOfRange("a uint64", code);
        _position += sizeBytes;
        return (ulong)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadInRange(long min, long max, string expected)
    {
        // One byte that is its own value: 0 to 127, which every integer type can hold.
        byte code = PeekCode();
        if (code > MessagePackCode.MaxFixInt) return ReadInRangeSlow(min, max, expected);
        _position++;
        return code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ReadInRangeSlow(long min, long max, string expected)
    {
        byte code = PeekCode();
        if (!TryDecodeInteger(code, out long value, out bool beyondInt64, out int sizeBytes))
            ThrowExpected(expected, code);
        if (beyondInt64 || value < min || value > max) ThrowOutOfRange(expected, code);
        _position += sizeBytes;
        return value;
    }

    /// <summary>
    /// Decodes an integer of any form without moving. <paramref name="beyondInt64"/> tells that the value is above
    /// <see cref="long.MaxValue"/> and <paramref name="value"/> holds its bits.
    /// </summary>
    private readonly bool TryDecodeInteger(byte code, out long value, out bool beyondInt64, out int sizeBytes)
    {
        beyondInt64 = false;
        switch (code)
        {
            case <= MessagePackCode.MaxFixInt or >= MessagePackCode.NegativeFixInt:
                (value, sizeBytes) = ((sbyte)code, 1);
                return true;
            case MessagePackCode.UInt8:
                (value, sizeBytes) = (Peek(1, 1)[0], 2);
                return true;
            case MessagePackCode.UInt16:
                (value, sizeBytes) = (BinaryPrimitives.ReadUInt16BigEndian(Peek(1, 2)), 3);
                return true;
            case MessagePackCode.UInt32:
                (value, sizeBytes) = (BinaryPrimitives.ReadUInt32BigEndian(Peek(1, 4)), 5);
                return true;
            case MessagePackCode.UInt64:
                (value, sizeBytes) = (BinaryPrimitives.ReadInt64BigEndian(Peek(1, 8)), 9);
                beyondInt64 = value < 0;
                return true;
            case MessagePackCode.Int8:
                (value, sizeBytes) = ((sbyte)Peek(1, 1)[0], 2);
                return true;
            case MessagePackCode.Int16:
                (value, sizeBytes) = (BinaryPrimitives.ReadInt16BigEndian(Peek(1, 2)), 3);
                return true;
            case MessagePackCode.Int32:
                (value, sizeBytes) = (BinaryPrimitives.ReadInt32BigEndian(Peek(1, 4)), 5);
                return true;
            case MessagePackCode.Int64:
                (value, sizeBytes) = (BinaryPrimitives.ReadInt64BigEndian(Peek(1, 8)), 9);
                return true;
            default:
                (value, sizeBytes) = (0, 0);
                return false;
        }
    }
}
