using System.Buffers.Binary;

namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    /// <summary>
    /// Reads an array header and returns how many values follow: never more than <see cref="Remaining"/>, since every
    /// value takes a byte at least, so a caller may allocate by it. O(1).
    /// </summary>
    /// <exception cref="MessagePackFormatException">
    /// Something else follows, or more values than bytes are left.
    /// </exception>
    public int ReadArrayHeader()
    {
        byte code = PeekCode();
        int headerBytes = 1;
        long count = 0;
        switch (code)
        {
            case >= MessagePackCode.FixArray and < MessagePackCode.FixString:
                count = code & MessagePackCode.MaxFixCount;
                break;
            case MessagePackCode.Array16 or MessagePackCode.Array32:
                count = PeekCount(code == MessagePackCode.Array16, out headerBytes);
                break;
            default:
                ThrowExpected("an array", code);
                break;
        }

        return TakeHeader(headerBytes, count, valuesPerEntry: 1);
    }

    /// <summary>
    /// Reads a map header and returns how many pairs of key and value follow: never more than half of
    /// <see cref="Remaining"/>, so a caller may allocate by it. O(1).
    /// </summary>
    /// <exception cref="MessagePackFormatException">
    /// Something else follows, or more pairs than bytes are left for.
    /// </exception>
    public int ReadMapHeader()
    {
        byte code = PeekCode();
        int headerBytes = 1;
        long count = 0;
        switch (code)
        {
            case >= MessagePackCode.FixMap and < MessagePackCode.FixArray:
                count = code & MessagePackCode.MaxFixCount;
                break;
            case MessagePackCode.Map16 or MessagePackCode.Map32:
                count = PeekCount(code == MessagePackCode.Map16, out headerBytes);
                break;
            default:
                ThrowExpected("a map", code);
                break;
        }

        return TakeHeader(headerBytes, count, valuesPerEntry: 2);
    }

    private readonly long PeekCount(bool is16Bit, out int headerBytes)
    {
        headerBytes = is16Bit ? 1 + sizeof(ushort) : 1 + sizeof(uint);
        return is16Bit
            ? BinaryPrimitives.ReadUInt16BigEndian(Peek(1, sizeof(ushort)))
            : BinaryPrimitives.ReadUInt32BigEndian(Peek(1, sizeof(uint)));
    }

    private int TakeHeader(int headerBytes, long count, int valuesPerEntry)
    {
        if (count * valuesPerEntry > Remaining - headerBytes + LeftInPieces)
            ThrowTruncated(headerBytes + count * valuesPerEntry);
        _position += headerBytes;
        return (int)count;
    }
}
