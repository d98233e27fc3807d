using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// A link once both ends have proved themselves: takes frames apart, sends what waits, and notices when the other end
/// is dead. The same at both ends but for what is done with a frame.
/// </summary>
/// <param name="stream">The connection; closed when the link ends.</param>
/// <param name="options">Bounds and patience.</param>
internal abstract class LinkConnection(Stream stream, NodeLinkOptions options) : IDisposable
{
    private int _silentBeats;

    /// <summary>What waits to be sent.</summary>
    protected LinkOutbox Outbox { get; } = new(options.MaxOutboxBytes, options.MaxFrameBytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lives until the link breaks, and throws why, or is cancelled. Nothing can be sent afterwards.</summary>
    /// <exception cref="LinkException">The other end does not keep to the protocol, or is dead.</exception>
    /// <exception cref="IOException">The connection broke, or was closed.</exception>
    internal async Task RunAsync(CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] parts =
            [Outbox.RunAsync(stream, ended.Token), ReadAsync(ended.Token), WatchAsync(ended.Token)];
        Task first = await Task.WhenAny(parts);
        Outbox.Close();
        await ended.CancelAsync();
        await stream.DisposeAsync();
        foreach (Task part in parts) await part.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    /// <summary>A frame came; on the thread that reads, so it must be quick.</summary>
    /// <exception cref="LinkException">It is not what the other end may send.</exception>
    protected abstract void Receive(FrameKind kind, ReadOnlySpan<byte> body);

    /// <summary>Called between reads, to let the other end wait.</summary>
    protected virtual ValueTask PauseAsync(CancellationToken cancel) => default;

    /// <summary>Hangs up.</summary>
    protected void Break() => stream.Dispose();

    /// <summary>The other end is known to be alive, though nothing is read.</summary>
    protected void NoteLife() => Volatile.Write(ref _silentBeats, 0);

    /// <summary>A beat has passed.</summary>
    protected virtual void OnBeat()
    {
    }

    /// <summary>Lets go of what the link has.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        stream.Dispose();
        Outbox.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            while (true)
            {
                ReadResult read = await reader.ReadAsync(cancel);
                ReadOnlySequence<byte> rest = read.Buffer;
                if (!rest.IsEmpty) NoteLife();
                while (TryTake(ref rest, out ReadOnlySequence<byte> frame)) Receive(in frame);
                reader.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted) throw new IOException("The other node has hung up.");
                await PauseAsync(cancel);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private bool TryTake(ref ReadOnlySequence<byte> bytes, out ReadOnlySequence<byte> frame)
    {
        frame = default;
        if (bytes.Length < LinkProtocol.LengthBytes) return false;
        Span<byte> head = stackalloc byte[LinkProtocol.LengthBytes];
        bytes.Slice(0, LinkProtocol.LengthBytes).CopyTo(head);
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 1 || length > options.MaxFrameBytes)
            throw new LinkException($"A frame of {length} bytes came; 1 to {options.MaxFrameBytes} are possible.");
        if (bytes.Length < LinkProtocol.LengthBytes + length) return false;
        frame = bytes.Slice(LinkProtocol.LengthBytes, length);
        bytes = bytes.Slice(LinkProtocol.LengthBytes + length);
        return true;
    }

    private void Receive(in ReadOnlySequence<byte> frame)
    {
        if (frame.IsSingleSegment)
        {
            Receive((FrameKind)frame.FirstSpan[0], frame.FirstSpan[1..]);
            return;
        }

        int length = (int)frame.Length;
        byte[] whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            frame.CopyTo(whole);
            Receive((FrameKind)whole[0], whole.AsSpan(1, length - 1));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private async Task WatchAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.BeatMs));
        while (await timer.WaitForNextTickAsync(cancel))
        {
            if (Interlocked.Increment(ref _silentBeats) > options.DeadBeats)
                throw new LinkException($"No sign of life for {options.DeadBeats * options.BeatMs} ms.");
            Outbox.TryAdd(default(BeatFrame));
            OnBeat();
        }
    }
}
