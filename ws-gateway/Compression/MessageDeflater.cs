using System.IO.Compression;
using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Compression;

/// <summary>
/// Compresses messages (RFC 7692 §7.2.1), each for itself, so that all receivers can share the result.
/// </summary>
internal static class MessageDeflater
{
    /// <summary>
    /// Smaller messages are not worth it: below this the saving is some bytes and the cost is the same.
    /// </summary>
    internal const int FromBytes = 512;

    private const int TailBytes = 4;

    /// <summary>
    /// Appends the compressed message. Costs a compressor's state, 256 KiB, for the time of the call.
    /// </summary>
    internal static void Deflate(ReadOnlySpan<byte> message, ByteBuffer target)
    {
        using var output = new DeflateOutput(target);
        using var stream = new DeflateStream(output, CompressionLevel.Fastest);
        stream.Write(message);
        stream.Flush();
        output.Stop(); // what disposing adds is not part of the message
        target.Truncate(target.Length - TailBytes);
    }
}
