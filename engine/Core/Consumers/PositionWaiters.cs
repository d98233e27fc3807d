using System.Diagnostics;

namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Callers that wait until a growing journal position is reached, in the order of the positions they wait for. Most
/// wait for what was just committed, so a new one belongs at or near the end.
/// <para>Invariants: (1) waiters stand in ascending order; (2) nobody waits for a position that is reached.</para>
/// </summary>
/// <remarks>Thread-safe. Waiting for what is reached already is one read of memory and allocates nothing.</remarks>
internal sealed class PositionWaiters
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(long Position, TaskCompletionSource Source)> _waiters = [];
    private long _reached = -1;
    private Exception? _failure;

    /// <summary>Everything before this position is done; −1 before it is known.</summary>
    public long Reached => Volatile.Read(ref _reached);

    /// <summary>Completes when <paramref name="position"/> is reached.</summary>
    public Task WaitAsync(long position, CancellationToken cancel) =>
        Reached >= position ? Task.CompletedTask : WaitSlow(position, cancel);

    /// <summary>Moves on to <paramref name="position"/> and releases those who waited for it.</summary>
    public void Advance(long position)
    {
        lock (_gate)
        {
            Debug.Assert(position >= _reached, "Positions grow.");
            Volatile.Write(ref _reached, position);
            while (_waiters.First is { } first && first.Value.Position <= position)
            {
                _waiters.RemoveFirst();
                first.Value.Source.TrySetResult();
            }
        }
    }

    /// <summary>Fails everyone who waits or comes to wait: the position will not move any more.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure = failure;
            foreach ((_, TaskCompletionSource source) in _waiters) source.TrySetException(failure);
            _waiters.Clear();
        }
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(waiters).</summary>
    public void CheckInvariants()
    {
        lock (_gate)
        {
            for (var node = _waiters.First; node?.Next is { } next; node = next)
                if (next.Value.Position < node.Value.Position) throw new InvalidOperationException("(1) Out of order.");
            if (_waiters.First is { } first && first.Value.Position <= _reached)
                throw new InvalidOperationException($"(2) {first.Value.Position} is reached.");
        }
    }

    private async Task WaitSlow(long position, CancellationToken cancel)
    {
        LinkedListNode<(long Position, TaskCompletionSource Source)> node;
        lock (_gate)
        {
            if (_reached >= position) return;
            if (_failure is not null) throw _failure;
            node = Add(position);
        }

        try
        {
            await node.Value.Source.Task.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
                if (node.List is not null) _waiters.Remove(node);
        }
    }

    private LinkedListNode<(long Position, TaskCompletionSource Source)> Add(long position)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var node = new LinkedListNode<(long Position, TaskCompletionSource Source)>((position, source));
        LinkedListNode<(long Position, TaskCompletionSource Source)>? before = _waiters.Last;
        while (before is not null && before.Value.Position > position) before = before.Previous;
        if (before is null) _waiters.AddFirst(node);
        else _waiters.AddAfter(before, node);
        return node;
    }
}
