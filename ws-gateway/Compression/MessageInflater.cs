using System.IO.Compression;
using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Compression;

/// <summary>
/// Inflates messages (RFC 7692 §7.2.2). Behind a message it reads the four bytes the sender left off, and a last stored
/// block with a mark: output that does not end with the mark broke off. O(output), bounded.
/// </summary>
internal static class MessageInflater
{
    /// <summary>00 00 FF FF completes the sender's last block; then a final stored block of eight bytes.</summary>
    private static readonly byte[] Tail =
        [0, 0, 0xFF, 0xFF, 1, 8, 0, 0xF7, 0xFF, 0x9E, 0x37, 0x79, 0xB9, 0x7F, 0x4A, 0x7C, 0x15];

    private const int MarkBytes = 8;

    private const int ChunkBytes = 4096;

    /// <summary>Inflates a message into an empty buffer.</summary>
    internal static InflateOutcome Inflate(ReadOnlySpan<byte> compressed, ByteBuffer target, int maxBytes)
    {
        using var input = new InflateInput(compressed.ToArray(), Tail);
        using var stream = new DeflateStream(input, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                int count = stream.Read(target.GetSpan(ChunkBytes)[..ChunkBytes]);
                if (count == 0) break;
                target.Advance(count);
                if (target.Length > maxBytes + MarkBytes) return InflateOutcome.TooBig;
            }
        }
        catch (InvalidDataException)
        {
            return InflateOutcome.Invalid;
        }

        // A sender may end its data itself, with a final block: then the tail was not asked for.
        if (!input.HasGivenTail) return target.Length > maxBytes ? InflateOutcome.TooBig : InflateOutcome.Done;
        if (!target.WrittenSpan.EndsWith(Tail.AsSpan(^MarkBytes..))) return InflateOutcome.Invalid;
        target.Truncate(target.Length - MarkBytes);
        return InflateOutcome.Done;
    }
}
