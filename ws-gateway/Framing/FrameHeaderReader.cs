using System.Buffers.Binary;

namespace Catalog.WsGateway.Framing;

/// <summary>
/// Decodes frame headers from input cut anywhere: what came of a header stays here until the rest comes. O(1), 16
/// bytes.
/// </summary>
// mutable: it collects a header
internal struct FrameHeaderReader
{
    private HeaderBytes _bytes;
    private byte _count;

    /// <summary>Whether part of a header has come.</summary>
    internal readonly bool IsInside => _count > 0;

    /// <summary>Takes from <paramref name="input"/> what belongs to the header; true once it is whole.</summary>
    internal bool TryRead(ref ReadOnlySpan<byte> input, out FrameHeader header)
    {
        if (_count == 0 && input.Length >= 2)
        {
            int size = SizeOf(input[1]);
            if (input.Length >= size)
            {
                header = Decode(input[..size]);
                input = input[size..];
                return true;
            }
        }

        return TryReadSlow(ref input, out header);
    }

    private bool TryReadSlow(ref ReadOnlySpan<byte> input, out FrameHeader header)
    {
        header = default;
        while (_count < 2 || _count < SizeOf(_bytes[1]))
        {
            if (input.IsEmpty) return false;
            _bytes[_count++] = input[0];
            input = input[1..];
        }

        header = Decode(((ReadOnlySpan<byte>)_bytes)[.._count]);
        _count = 0;
        return true;
    }

    private static int SizeOf(byte second) =>
        2 + (second & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 } + ((second & 0x80) != 0 ? 4 : 0);

    private static FrameHeader Decode(ReadOnlySpan<byte> bytes)
    {
        bool isMasked = (bytes[1] & 0x80) != 0;
        int shortLength = bytes[1] & 0x7F;
        (ulong length, bool isMinimal) = shortLength switch
        {
            126 => (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
                BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) > 125),
            127 => (BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]),
                BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]) > ushort.MaxValue),
            _ => ((ulong)shortLength, true),
        };
        uint mask = isMasked ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) : 0;
        var opcode = (Opcode)(bytes[0] & 0xF);
        return new FrameHeader((bytes[0] & 0x80) != 0, (byte)((bytes[0] >> 4) & 7), opcode, isMasked, isMinimal,
            length, mask);
    }
}
