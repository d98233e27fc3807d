using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

internal sealed partial class GatewayLoop
{
    private readonly Lock _gate = new();
    private LoopInbox _filling = new();
    private int _isScheduled;

    /// <summary>
    /// Whether the loop takes more; a little more than the bound may get in when several post at once.
    /// </summary>
    internal bool HasRoom => Volatile.Read(ref _filling).SizeBytes < _limits.MaxInboxBytes;

    /// <summary>Posts a topic's message; the frames of each variant somebody here has are copied.</summary>
    internal void PostPublish(TopicShard shard, IFrameSource frames, in PublishDetails details)
    {
        lock (_gate)
        {
            FrameRanges ranges = default;
            for (int variant = 0; variant < Variant.Count; variant++)
            {
                if (shard.WantedCount(variant) == 0) continue;
                ReadOnlySpan<byte> frame = frames.FrameOf(variant);
                ranges[variant] = details.Apart is null
                    ? _filling.Append(variant, frame)
                    : _filling.AddApart(frame.Length);
            }

            _filling.Add(new LoopEntry(
                details.Kind, shard, details.Except, details.Apart, details.Key, details.Offset, ranges));
        }

        Schedule();
    }

    /// <summary>Posts bytes for one connection, with what else shall happen at that point.</summary>
    internal void PostBytes(
        EntryKind kind, GatewayConnection connection, ReadOnlySpan<byte> bytes, TopicShard? shard = null,
        object? detail = null)
    {
        lock (_gate)
        {
            FrameRanges ranges = default;
            ranges[0] = _filling.Append(LoopInbox.DirectPalette, bytes);
            _filling.Add(new LoopEntry(kind, shard, connection, detail, 0, 0, ranges));
        }

        Schedule();
    }

    /// <summary>Posts something that carries no bytes.</summary>
    internal void Post(
        EntryKind kind, GatewayConnection? connection, TopicShard? shard, object? detail, long number = 0)
    {
        lock (_gate) _filling.Add(new LoopEntry(kind, shard, connection, detail, 0, number, default));
        Schedule();
    }

    internal void PostWritable(GatewayConnection connection) => Post(EntryKind.Writable, connection, null, null);

    /// <summary>
    /// From now on it runs when <see cref="Run"/> is called and not by itself, as a simulation wants it.
    /// </summary>
    internal void Detach() => Interlocked.Exchange(ref _isScheduled, 1);

    private LoopInbox Swap()
    {
        lock (_gate)
        {
            LoopInbox full = _filling;
            Volatile.Write(ref _filling, _working);
            _working = full;
            return full;
        }
    }

    /// <summary>
    /// Has it turn, unless it is about to. The exchange is also the fence: what was posted is seen by the turn that
    /// this, or whoever came first, brings.
    /// </summary>
    internal void Wake()
    {
        if (Interlocked.Exchange(ref _isScheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Schedule()
    {
        if (!LoopCork.TryNote(this)) Wake();
    }

    private void Reschedule()
    {
        Interlocked.Exchange(ref _isScheduled, 0);
        if (Volatile.Read(ref _filling).Count > 0) Wake();
    }
}
