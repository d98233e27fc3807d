using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Framing;

/// <summary>
/// Buffers for messages that come in pieces, shared by all connections: one that waits has none. Keeps at most 64, none
/// above 64 KiB. Thread-safe.
/// </summary>
internal static class BufferPool
{
    private const int MaxKept = 64;
    private const int MaxKeptBytes = 64 * 1024;

    private static readonly Lock Gate = new();
    private static readonly ByteBuffer[] Kept = new ByteBuffer[MaxKept];
    private static int _count;

    internal static ByteBuffer Rent()
    {
        lock (Gate)
            if (_count > 0) return Kept[--_count];
        return new ByteBuffer(512);
    }

    internal static void Return(ByteBuffer buffer)
    {
        buffer.Clear();
        if (buffer.Capacity > MaxKeptBytes) return;
        lock (Gate)
            if (_count < MaxKept) Kept[_count++] = buffer;
    }
}
