using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Consumers;

/// <content>One step: read, hand over, retry, park, save.</content>
public sealed partial class ConsumerRunner
{
    // Enough for an operator to recognise it; parked facts are kept in one file, so it must not grow without bound.
    private const int MaxErrorLength = 1_000;

    private EventHeader _head;
    private bool _hasHead;
    private int _headAttempts;
    private long _headTimeMs;
    private long _retryAtMs;
    private long _savedOffset;
    private long _saveDueAtMs = long.MaxValue;
    private int _passedSinceSave;
    private long _handledCount;
    private long _failedAttemptCount;
    private string? _lastError;

    /// <summary>
    /// When the next step has something to do even if nothing is committed, in milliseconds of <see cref="NowMs"/>, or
    /// <see cref="long.MaxValue"/>.
    /// </summary>
    internal long NextDueMs => _hasHead && !_isPaused ? Math.Min(_retryAtMs, _saveDueAtMs) : _saveDueAtMs;

    /// <summary>Milliseconds of the clock's monotonic counter.</summary>
    internal long NowMs() => (long)_time.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>
    /// Passes a bounded number of facts, or tries one that failed, and saves the offset when that is due.
    /// </summary>
    /// <returns>
    /// Whether there may be more to do at once; else nothing is until a commit or <see cref="NextDueMs"/>.
    /// </returns>
    internal async Task<bool> StepAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            bool moved = await MoveAsync(cancel);
            if (_passedSinceSave >= _options.SaveEveryEvents || NowMs() >= _saveDueAtMs) await SaveOffsetAsync(cancel);
            return moved;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> MoveAsync(CancellationToken cancel)
    {
        int read = 0;
        bool hasTried = false;
        while (read < _options.MaxStepEvents && !_isPaused && Volatile.Read(ref _operatorsWaiting) == 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (!_hasHead)
            {
                if (!TryReadNext()) break;
                read++;
                if (!_hasHead) continue;
            }

            if (_retryAtMs != long.MinValue && NowMs() < _retryAtMs) break;
            hasTried = true;
            if (!await TryHandleHeadAsync(cancel)) break;
        }

        if (read > 0 && !_hasHead) AdvanceTo(_reader!.Position);
        return read > 0 || hasTried;
    }

    /// <summary>Reads one fact; it becomes the head when it is wanted.</summary>
    private bool TryReadNext()
    {
        long committed = _journal.CommittedPosition;
        if (!_reader!.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            // Nothing was left before what was committed when we looked: commit markers are done too.
            AdvanceTo(Math.Max(committed, _reader.Position));
            return false;
        }

        _passedSinceSave++;
        Volatile.Write(ref _headTimeMs, header.TimeMs);
        if (!_consumer.Wants(in header)) return true;
        _payload.Clear();
        _payload.Write(payload);
        _head = header;
        _hasHead = true;
        _retryAtMs = long.MinValue;
        return true;
    }

    private async ValueTask<bool> TryHandleHeadAsync(CancellationToken cancel)
    {
        try
        {
            await _consumer.HandleAsync(new EventEnvelope(_head, _payload.WrittenMemory), cancel);
        }
        catch (Exception failure) when (!IsStop(failure, cancel))
        {
            OnHeadFailed(failure);
            bool isGivenUp = _headAttempts >= _options.MaxAttempts && failure is not ConsumerNotReadyException;
            return isGivenUp && await TryParkHeadAsync(failure, cancel);
        }

        Interlocked.Increment(ref _handledCount);
        LeaveHead();
        return true;
    }

    private void OnHeadFailed(Exception failure)
    {
        lock (_gate)
        {
            _headAttempts++;
            _failedAttemptCount++;
            _lastError = Describe(failure);
        }

        _retryAtMs = NowMs() + RetrySchedule.DelayMs(_options, _seed ^ (ulong)_head.Position, _headAttempts);
    }

    private async ValueTask<bool> TryParkHeadAsync(Exception failure, CancellationToken cancel)
    {
        if (_parked.Count >= _options.MaxParked) return false;
        long nowMs = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var parked = new ParkedEvent(_head, _payload.WrittenSpan.ToArray(), _headAttempts, Describe(failure), nowMs);
        long offset = _reader!.Position;
        try
        {
            await _consumer.FlushAsync(cancel);
            await _store.ParkAsync(Name, parked, offset, cancel);
        }
        catch (Exception storeFailure) when (!IsStop(storeFailure, cancel))
        {
            // The fact stays the head: it must not be passed before it is kept.
            lock (_gate) _lastError = Describe(storeFailure);
            return false;
        }

        lock (_gate) _parked.Add(parked.Header.Position, parked);
        OnSaved(offset);
        LeaveHead();
        return true;
    }

    private void LeaveHead()
    {
        _hasHead = false;
        if (_headAttempts != 0)
        {
            lock (_gate) _headAttempts = 0;
        }

        AdvanceTo(_reader!.Position);
    }

    private void AdvanceTo(long position)
    {
        if (position <= Offset) return;
        _waiters.Advance(position);
        if (_saveDueAtMs == long.MaxValue && position != _savedOffset) _saveDueAtMs = NowMs() + _options.SaveEveryMs;
    }

    private async ValueTask SaveOffsetAsync(CancellationToken cancel)
    {
        long offset = Offset;
        if (offset == _savedOffset)
        {
            OnSaved(offset);
            return;
        }

        try
        {
            await _consumer.FlushAsync(cancel);
            await _store.SaveOffsetAsync(Name, offset, cancel);
            OnSaved(offset);
        }
        catch (Exception failure) when (!IsStop(failure, cancel))
        {
            // Not fatal: a restart would only repeat more. Tried again when the next save is due.
            lock (_gate) _lastError = Describe(failure);
            _passedSinceSave = 0;
            _saveDueAtMs = NowMs() + _options.SaveEveryMs;
        }
    }

    private void OnSaved(long offset)
    {
        Volatile.Write(ref _savedOffset, offset);
        _passedSinceSave = 0;
        _saveDueAtMs = long.MaxValue;
    }

    private static bool IsStop(Exception failure, CancellationToken cancel) =>
        failure is OperationCanceledException && cancel.IsCancellationRequested;

    private static string Describe(Exception failure)
    {
        string text = $"{failure.GetType().Name}: {failure.Message}";
        return text.Length <= MaxErrorLength ? text : text[..MaxErrorLength];
    }
}
