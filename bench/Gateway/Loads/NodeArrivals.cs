using System.Diagnostics;
using Catalog.WsGateway.Backplane;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>Counts what arrives at a node, and says when the next one did. Thread-safe.</summary>
internal sealed class NodeArrivals : IBackplaneReceiver
{
    private TaskCompletionSource<long>? _next;
    private long _count;

    /// <summary>Messages that arrived.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>When the next one arrives, in ticks of <see cref="Stopwatch"/>.</summary>
    public Task<long> NextAsync()
    {
        var next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _next, next);
        return next.Task;
    }

    /// <inheritdoc/>
    public void Take(BackplaneMessage message)
    {
        if (message.Kind != BackplaneKind.Message) return;
        long at = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _next, null)?.SetResult(at);
    }

    /// <inheritdoc/>
    public void Resume()
    {
    }
}
