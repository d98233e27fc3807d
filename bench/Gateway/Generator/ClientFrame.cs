using System.Buffers.Binary;
using System.Text;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>A client's frames: masked, as they have to be.</summary>
internal static class ClientFrame
{
    private static readonly byte[] MaskKey = [0x37, 0xfa, 0x21, 0x3d];

    /// <summary>A whole text message in one frame.</summary>
    public static byte[] Text(string text) => Frame(0x81, Encoding.UTF8.GetBytes(text));

    /// <summary>An empty pong.</summary>
    public static byte[] Pong { get; } = Frame(0x8a, []);

    private static byte[] Frame(byte first, byte[] payload)
    {
        int lengthBytes = payload.Length switch { < 126 => 0, <= ushort.MaxValue => 2, _ => 8 };
        byte[] frame = new byte[2 + lengthBytes + MaskKey.Length + payload.Length];
        frame[0] = first;
        frame[1] = (byte)(0x80 | lengthBytes switch { 0 => payload.Length, 2 => 126, _ => 127 });
        if (lengthBytes == 2) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        if (lengthBytes == 8) BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(2), payload.Length);
        int at = 2 + lengthBytes;
        MaskKey.CopyTo(frame, at);
        at += MaskKey.Length;
        for (int i = 0; i < payload.Length; i++) frame[at + i] = (byte)(payload[i] ^ MaskKey[i % MaskKey.Length]);
        return frame;
    }
}
