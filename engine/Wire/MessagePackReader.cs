using System.Buffers.Binary;
using System.Text;

namespace Catalog.Engine.Wire;

/// <summary>Reads MessagePack values from a span.</summary>
public ref struct MessagePackReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Creates a reader at the start of <paramref name="bytes"/>.</summary>
    public MessagePackReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Whether everything has been read.</summary>
    public readonly bool End => _rest.IsEmpty;

    /// <summary>Reads an unsigned integer.</summary>
    public ulong ReadUInt64()
    {
        byte b = Take(1)[0];
        if (b < 128) return b;
        return b == 0xcf ? BinaryPrimitives.ReadUInt64BigEndian(Take(8)) : throw new MessagePackFormatException("uint64");
    }

    /// <summary>Reads a signed integer.</summary>
    public long ReadInt64()
    {
        if (_rest.IsEmpty || _rest[0] != 0xd3) return checked((long)ReadUInt64());
        Take(1);
        return BinaryPrimitives.ReadInt64BigEndian(Take(8));
    }

    /// <summary>Reads a signed 32-bit integer.</summary>
    public int ReadInt32() => checked((int)ReadInt64());

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean() => Take(1)[0] == 0xc3;

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        Take(1);
        return Encoding.UTF8.GetString(Take((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))));
    }

    /// <summary>Reads binary data as a slice of the input.</summary>
    public ReadOnlySpan<byte> ReadBinary()
    {
        Take(1);
        return Take((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4)));
    }

    /// <summary>Reads an array header and returns its count.</summary>
    public int ReadArrayHeader()
    {
        Take(1);
        return (int)BinaryPrimitives.ReadUInt32BigEndian(Take(4));
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) throw new MessagePackFormatException("The bytes end too early.");
        ReadOnlySpan<byte> head = _rest[..count];
        _rest = _rest[count..];
        return head;
    }
}
