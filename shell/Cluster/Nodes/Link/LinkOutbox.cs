using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// What waits to be sent over a link: frames are encoded into one buffer while the other is being written, so that many
/// small ones leave with one call.
/// </summary>
/// <remarks>
/// Thread-safe; <see cref="RunAsync"/> for one caller. Each buffer has a number, the volume, so that it can be told
/// afterwards which frames surely never left: those of a volume later than <see cref="StartedVolume"/>.
/// </remarks>
/// <param name="maxBytes">Bytes that may wait.</param>
/// <param name="maxFrameBytes">Bytes a frame may have.</param>
internal sealed class LinkOutbox(int maxBytes, int maxFrameBytes) : IDisposable
{
    /// <summary>A buffer that grew beyond this for a large frame is not kept.</summary>
    private const int KeptBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private ByteBuffer _filling = new(64 * 1024);
    private ByteBuffer _sending = new(64 * 1024);
    private long _volume = 1;
    private bool _isAwake;
    private bool _isClosed;

    /// <summary>Bytes that wait.</summary>
    internal int WaitingBytes
    {
        get
        {
            lock (_lock) return _filling.Length;
        }
    }

    /// <summary>The last volume of which a byte may have left.</summary>
    internal long StartedVolume
    {
        get
        {
            lock (_lock) return _volume - 1;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    /// <summary>Adds a frame. O(its size).</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="call">Told the volume it is in before anybody can send it.</param>
    internal OutboxResult TryAdd<TFrame>(in TFrame frame, LinkCall? call = null)
        where TFrame : struct, ILinkFrame
    {
        lock (_lock)
        {
            if (_isClosed) return OutboxResult.Closed;
            int start = _filling.Length;
            if (start >= maxBytes) return OutboxResult.Full;
            OutboxResult result = Encode(in frame, start);
            if (result != OutboxResult.Added)
            {
                _filling.Truncate(start);
                return result;
            }

            call?.Volume = _volume;
            if (_isAwake) return OutboxResult.Added;
            _isAwake = true;
            _wake.Release();
            return OutboxResult.Added;
        }
    }

    /// <summary>Refuses further frames.</summary>
    internal void Close()
    {
        lock (_lock) _isClosed = true;
    }

    /// <summary>Writes what is added, until cancelled or the stream breaks.</summary>
    internal async Task RunAsync(Stream stream, CancellationToken cancel)
    {
        while (true)
        {
            await _wake.WaitAsync(cancel);
            lock (_lock)
            {
                (_filling, _sending) = (_sending, _filling);
                _volume++;
                _isAwake = false;
            }

            await stream.WriteAsync(_sending.WrittenMemory, cancel);
            if (_sending.Capacity > KeptBytes) _sending = new ByteBuffer(64 * 1024);
            _sending.Clear();
        }
    }

    private OutboxResult Encode<TFrame>(in TFrame frame, int start)
        where TFrame : struct, ILinkFrame
    {
        try
        {
            _filling.GetSpan(LinkProtocol.LengthBytes + 1)[LinkProtocol.LengthBytes] = (byte)frame.Kind;
            _filling.Advance(LinkProtocol.LengthBytes + 1);
            var writer = new MessagePackWriter(_filling);
            frame.Write(ref writer);
            writer.Flush();
        }
        catch
        {
            _filling.Truncate(start);
            throw;
        }

        int length = _filling.Length - start - LinkProtocol.LengthBytes;
        if (length > maxFrameBytes) return OutboxResult.TooLarge;
        BinaryPrimitives.WriteInt32LittleEndian(_filling.WrittenSpan[start..], length);
        return OutboxResult.Added;
    }
}
