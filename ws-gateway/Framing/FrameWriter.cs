using System.Buffers.Binary;
using System.Text;

namespace Catalog.WsGateway.Framing;

/// <summary>Writes frame headers and control frames as a server does: whole messages, unmasked. O(1).</summary>
internal static class FrameWriter
{
    /// <summary>The longest header a server writes.</summary>
    internal const int MaxHeaderBytes = 10;

    internal const int MaxControlBytes = 125;

    /// <summary>Bytes of the header of a message of <paramref name="lengthBytes"/>.</summary>
    internal static int HeaderSize(int lengthBytes) =>
        lengthBytes switch { <= 125 => 2, <= ushort.MaxValue => 4, _ => 10 };

    /// <summary>Writes the header of a message in one frame and returns its size.</summary>
    internal static int WriteHeader(Span<byte> target, Opcode opcode, int lengthBytes, bool isCompressed = false)
    {
        target[0] = (byte)(0x80 | (isCompressed ? FrameHeader.Rsv1 << 4 : 0) | (byte)opcode);
        switch (lengthBytes)
        {
            case <= 125:
                target[1] = (byte)lengthBytes;
                return 2;
            case <= ushort.MaxValue:
                target[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)lengthBytes);
                return 4;
            default:
                target[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(target[2..], (ulong)lengthBytes);
                return 10;
        }
    }

    /// <summary>Writes a control frame and returns its size.</summary>
    internal static int WriteControl(Span<byte> target, Opcode opcode, ReadOnlySpan<byte> payload)
    {
        int header = WriteHeader(target, opcode, payload.Length);
        payload.CopyTo(target[header..]);
        return header + payload.Length;
    }

    /// <summary>Writes a close frame and returns its size; a reason that is too long is cut at a character.</summary>
    internal static int WriteClose(Span<byte> target, CloseCode code, string reason)
    {
        Span<byte> body = stackalloc byte[MaxControlBytes];
        BinaryPrimitives.WriteUInt16BigEndian(body, (ushort)code);
        Encoding.UTF8.TryGetBytes(reason, body[2..], out int length);
        while (length == 0 && reason.Length > 0)
        {
            reason = reason[..(reason.Length - 1)];
            if (reason.Length > 0 && char.IsHighSurrogate(reason[^1])) reason = reason[..(reason.Length - 1)];
            Encoding.UTF8.TryGetBytes(reason, body[2..], out length);
        }

        return WriteControl(target, Opcode.Close, body[..(2 + length)]);
    }
}
