namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// An auto-reset event for one asynchronous waiter. Setting it while nobody waits is remembered once, however often it
/// is set: a thousand commits wake a loop that was busy a single time.
/// </summary>
/// <remarks>
/// Thread-safe. Setting never runs the waiter's code, so it is quick; a wait that really waits allocates.
/// </remarks>
internal sealed class WakeSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiter;
    private bool _isSet;

    /// <summary>Wakes the waiter, or the next one.</summary>
    public void Set()
    {
        TaskCompletionSource? waiter;
        lock (_gate)
        {
            waiter = _waiter;
            _waiter = null;
            _isSet = waiter is null;
        }

        waiter?.TrySetResult();
    }

    /// <summary>Completes when the signal is set, and resets it.</summary>
    /// <exception cref="InvalidOperationException">Somebody waits already.</exception>
    /// <exception cref="OperationCanceledException">
    /// Cancelled; the signal, if it was set meanwhile, stays set.
    /// </exception>
    public Task WaitAsync(CancellationToken cancel = default)
    {
        TaskCompletionSource waiter;
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return Task.CompletedTask;
            }

            if (_waiter is not null) throw new InvalidOperationException("One waiter at a time.");
            _waiter = waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return cancel.CanBeCanceled ? WaitSlow(waiter, cancel) : waiter.Task;
    }

    private async Task WaitSlow(TaskCompletionSource waiter, CancellationToken cancel)
    {
        try
        {
            await waiter.Task.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                if (_waiter == waiter) _waiter = null;
                else _isSet = true;
            }

            throw;
        }
    }
}
