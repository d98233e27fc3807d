namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// Those who wait for the log to be known here up to a position. Thread-safe; O(log waiters) each, nothing while there
/// is none.
/// </summary>
internal sealed class PositionWaiters
{
    private readonly PriorityQueue<TaskCompletionSource, long> _waiters = new();
    private int _count;

    /// <summary>A task that completes once <see cref="Advance"/> was told the position.</summary>
    internal Task Add(long position)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiters)
        {
            _waiters.Enqueue(waiter, position);
            Volatile.Write(ref _count, _waiters.Count);
        }

        return waiter.Task;
    }

    /// <summary>Tells those who wait for a position up to this one.</summary>
    internal void Advance(long position)
    {
        if (Volatile.Read(ref _count) == 0) return;
        lock (_waiters)
        {
            while (_waiters.TryPeek(out _, out long wanted) && wanted <= position) _waiters.Dequeue().TrySetResult();
            Volatile.Write(ref _count, _waiters.Count);
        }
    }

    /// <summary>Tells all of them that it will not come.</summary>
    internal void Fail(Exception failure)
    {
        lock (_waiters)
        {
            while (_waiters.TryDequeue(out TaskCompletionSource? waiter, out _)) waiter.TrySetException(failure);
            Volatile.Write(ref _count, 0);
        }
    }
}
