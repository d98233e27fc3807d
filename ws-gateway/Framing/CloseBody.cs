using System.Buffers.Binary;
using System.Text.Unicode;

namespace Catalog.WsGateway.Framing;

/// <summary>The body of a close frame: nothing, or a code and a reason (RFC 6455 §5.5.1, §7.4).</summary>
internal static class CloseBody
{
    /// <summary>What stands for a close frame without a code.</summary>
    internal const ushort NoCode = 1005;

    /// <summary>The code in a body that was checked.</summary>
    internal static ushort CodeOf(ReadOnlySpan<byte> body) =>
        body.Length < 2 ? NoCode : BinaryPrimitives.ReadUInt16BigEndian(body);

    /// <summary>What is wrong with a body, as the code to answer with; null when nothing is.</summary>
    internal static CloseCode? Check(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty) return null;
        if (body.Length == 1 || !MayBeSent(CodeOf(body))) return CloseCode.ProtocolError;
        return Utf8.IsValid(body[2..]) ? null : CloseCode.InvalidData;
    }

    /// <summary>
    /// Whether an endpoint may send the code: those defined by the RFC and its registry (1012 to 1014 came later), the
    /// registered range and the private range; not 1004 to 1006 and 1015, which only stand for something.
    /// </summary>
    internal static bool MayBeSent(ushort code) =>
        code is >= 1000 and <= 1003 or >= 1007 and <= 1014 or >= 3000 and <= 4999;
}
