namespace Catalog.Engine.Core.Consumers;

/// <content>What an operator can do.</content>
public sealed partial class ConsumerRunner
{
    private volatile bool _isPaused;
    private int _operatorsWaiting;

    /// <summary>The parked facts in the order of their positions. O(parked).</summary>
    public IReadOnlyList<ParkedEvent> ListParked()
    {
        lock (_gate) return [.. _parked.Values];
    }

    /// <summary>
    /// Completes when the fact being handled is done; none is begun after that until <see cref="Resume"/>. Not
    /// remembered over a restart. Parked facts can still be replayed.
    /// </summary>
    public async Task PauseAsync(CancellationToken cancel = default)
    {
        _isPaused = true;
        await TakeTurnAsync(cancel);
        _turn.Release();
    }

    /// <summary>Goes on after <see cref="PauseAsync"/>.</summary>
    public void Resume()
    {
        _isPaused = false;
        _wake.Set();
    }

    /// <summary>Tries a parked fact again, once, now.</summary>
    /// <param name="position">The fact's journal position.</param>
    /// <param name="cancel">Cancels the attempt.</param>
    /// <exception cref="InvalidOperationException">The runner is not started, or stopped.</exception>
    /// <exception cref="IOException">The outcome could not be kept; the fact stays parked.</exception>
    public async Task<ReplayOutcome> ReplayAsync(long position, CancellationToken cancel = default)
    {
        await TakeTurnAsync(cancel);
        try
        {
            ThrowUnlessOpen();
            return await ReplayInTurnAsync(position, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tries every parked fact again, once each, in order.</summary>
    /// <returns>How many were handled; the others stay parked.</returns>
    /// <exception cref="InvalidOperationException">The runner is not started, or stopped.</exception>
    /// <exception cref="IOException">An outcome could not be kept.</exception>
    public async Task<int> ReplayAllAsync(CancellationToken cancel = default)
    {
        int handled = 0;
        foreach (ParkedEvent parked in ListParked())
            if (await ReplayAsync(parked.Header.Position, cancel) == ReplayOutcome.Handled) handled++;
        return handled;
    }

    /// <summary>Forgets a parked fact for good.</summary>
    /// <returns>False when none is parked at that position.</returns>
    /// <exception cref="InvalidOperationException">The runner is not started, or stopped.</exception>
    /// <exception cref="IOException">It could not be forgotten.</exception>
    public async Task<bool> DiscardAsync(long position, CancellationToken cancel = default)
    {
        await TakeTurnAsync(cancel);
        try
        {
            ThrowUnlessOpen();
            if (!_parked.ContainsKey(position)) return false;
            await UnparkAsync(position, cancel);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ReplayOutcome> ReplayInTurnAsync(long position, CancellationToken cancel)
    {
        if (!_parked.TryGetValue(position, out ParkedEvent? parked)) return ReplayOutcome.NotParked;
        try
        {
            await _consumer.HandleAsync(new EventEnvelope(parked.Header, parked.Payload), cancel);
        }
        catch (Exception failure) when (!IsStop(failure, cancel))
        {
            ParkedEvent again = parked with { Attempts = parked.Attempts + 1, Error = Describe(failure) };
            await _store.UpdateParkedAsync(Name, again, cancel);
            lock (_gate)
            {
                _parked[position] = again;
                _failedAttemptCount++;
                _lastError = again.Error;
            }

            return ReplayOutcome.Failed;
        }

        Interlocked.Increment(ref _handledCount);
        await UnparkAsync(position, cancel);
        return ReplayOutcome.Handled;
    }

    private async ValueTask UnparkAsync(long position, CancellationToken cancel)
    {
        await _store.UnparkAsync(Name, position, cancel);
        lock (_gate) _parked.Remove(position);

        // There may be room now for a fact that could not be parked.
        _wake.Set();
    }

    private async Task TakeTurnAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref _operatorsWaiting);
        try
        {
            await _turn.WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _operatorsWaiting);
            _wake.Set();
        }
    }

    private void ThrowUnlessOpen()
    {
        if (_reader is null || Volatile.Read(ref _stopped) != 0)
            throw new InvalidOperationException($"Consumer '{Name}' is not running.");
    }
}
