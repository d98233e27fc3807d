using System.Buffers.Binary;
using System.Text;
using Catalog.WsGateway.Framing;

namespace Catalog.Engine.Tests.Gateway.Framing;

/// <summary>Frames as clients send them, written the long way, and wrong ones where a test asks for them.</summary>
internal static class ClientFrames
{
    internal static readonly byte[] Mask = [0x37, 0xFA, 0x21, 0x3D];

    internal static byte[] Frame(
        int opcode, ReadOnlySpan<byte> payload, bool isFinal = true, int reserved = 0, FrameForm form = default)
    {
        var bytes = new List<byte> { (byte)((isFinal ? 0x80 : 0) | (reserved << 4) | opcode) };
        int size = form == FrameForm.Length16 ? 126 : form == FrameForm.Length64 ? 127
            : payload.Length <= 125 ? payload.Length : payload.Length <= ushort.MaxValue ? 126 : 127;
        bytes.Add((byte)((form == FrameForm.Unmasked ? 0 : 0x80) | size));
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
        if (size == 126) bytes.AddRange(length[6..]);
        if (size == 127) bytes.AddRange(length);
        if (form != FrameForm.Unmasked) bytes.AddRange(Mask);
        for (int i = 0; i < payload.Length; i++)
            bytes.Add((byte)(payload[i] ^ (form == FrameForm.Unmasked ? 0 : Mask[i % 4])));
        return [.. bytes];
    }

    internal static byte[] Text(string text, bool isFinal = true, int opcode = 1) =>
        Frame(opcode, Encoding.UTF8.GetBytes(text), isFinal);

    internal static byte[] Close(int code, string reason = "")
    {
        byte[] body = [(byte)(code >> 8), (byte)code, .. Encoding.UTF8.GetBytes(reason)];
        return Frame((int)Opcode.Close, body);
    }
}
