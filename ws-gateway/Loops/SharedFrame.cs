using System.Buffers;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// A frame that outlives its turn because somebody is stalled, shared by all of its loop that are. Counted, so that its
/// memory goes back to the pool; belongs to one loop.
/// </summary>
internal sealed class SharedFrame
{
    private readonly byte[] _bytes;
    private int _holders;

    internal SharedFrame(ReadOnlySpan<byte> frame)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(frame.Length);
        frame.CopyTo(_bytes);
        LengthBytes = frame.Length;
    }

    internal int LengthBytes { get; }

    internal byte[] Array => _bytes;

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(0, LengthBytes);

    internal SharedFrame Hold()
    {
        _holders++;
        return this;
    }

    internal void Release()
    {
        if (--_holders == 0) ArrayPool<byte>.Shared.Return(_bytes);
    }
}
