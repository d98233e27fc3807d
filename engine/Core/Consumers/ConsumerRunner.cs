using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Brings a journal's facts to one <see cref="IEventConsumer"/>: in order, at least once, from a durable offset.
/// <code>
/// journal  … done │ handled, offset not saved yet │ head │ not looked at … │ committed
///                 └ SavedOffset                   └ Offset                └ LagBytes ┘
/// head     tried ─► handled
///              └──► failed: wait, twice as long each time ─► tried … MaxAttempts ─► parked, offset goes on
/// </code>
/// A restart goes on from the saved offset, so the facts between it and the offset come a second time. A parked fact is
/// saved together with the offset behind it: it is never both behind the offset and nowhere.
/// <para>
/// Invariants: (1) SavedOffset ≤ Offset ≤ the journal's committed position; (2) a parked fact lies before the offset;
/// (3) the head, while there is one, lies at or behind the offset; (4) no more are parked than the options allow.
/// </para>
/// </summary>
/// <remarks>
/// Thread-safe. The consumer is called by one caller at a time, the loop or an operator. Nothing is allocated a fact
/// beside what the consumer allocates itself. Waits follow the given clock. Keep the journal from being trimmed past
/// <see cref="MinimumOffset"/>.
/// </remarks>
public sealed partial class ConsumerRunner : IAsyncDisposable
{
    private readonly IEventConsumer _consumer;
    private readonly IJournal _journal;
    private readonly IConsumerStore _store;
    private readonly TimeProvider _time;
    private readonly ConsumerOptions _options;
    private readonly ulong _seed;
    private readonly WakeSignal _wake = new();
    private readonly PositionWaiters _waiters = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly SortedList<long, ParkedEvent> _parked = [];
    private readonly ByteBuffer _payload = new();
    private JournalReader? _reader;
    private ITimer? _timer;
    private Task _loop = Task.CompletedTask;
    private int _stopped;

    /// <summary>Makes a runner; it does nothing until it is started.</summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="journal">Where the facts come from; not disposed.</param>
    /// <param name="store">Where the offset is kept; not disposed.</param>
    /// <param name="time">The clock of waits and of the times that are recorded.</param>
    /// <param name="options">How it retries and saves, or null for the defaults.</param>
    /// <exception cref="ArgumentException">An option makes no sense, or the consumer has no name.</exception>
    public ConsumerRunner(
        IEventConsumer consumer,
        IJournal journal,
        IConsumerStore store,
        TimeProvider time,
        ConsumerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentException.ThrowIfNullOrWhiteSpace(consumer.Name);
        _consumer = consumer;
        _journal = journal;
        _store = store;
        _time = time;
        _options = options ?? new ConsumerOptions();
        _options.Validate();
        _seed = NameHash.Of(consumer.Name);
    }

    /// <summary>The consumer's name.</summary>
    public string Name => _consumer.Name;

    /// <summary>Every fact before this journal position was handled or parked; −1 before the start.</summary>
    public long Offset => _waiters.Reached;

    /// <summary>
    /// The position a restart goes on from; the journal must keep everything from here on. 0 before the start, so that
    /// nothing is trimmed before it is known.
    /// </summary>
    public long MinimumOffset => Volatile.Read(ref _savedOffset);

    /// <summary>Ends when the runner is stopped; fails when it cannot go on, as with a damaged journal.</summary>
    public Task Completion => _loop;

    /// <summary>Loads the offset and starts the loop.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="InvalidDataException">
    /// What was saved is damaged, or the journal no longer or not yet has what comes next.
    /// </exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await OpenAsync(cancel);
        _timer = _time.CreateTimer(
            static wake => ((WakeSignal)wake!).Set(), _wake, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _journal.Committed += OnCommitted;
        _loop = RunAsync();
    }

    /// <summary>
    /// Completes when every fact before <paramref name="position"/> was handled or parked: with the position behind a
    /// command's facts, whoever waits sees what the consumer made of them. Allocates nothing when that is so already.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidOperationException">The runner was stopped before it got there.</exception>
    public Task WaitForAsync(long position, CancellationToken cancel = default) => _waiters.WaitAsync(position, cancel);

    /// <summary>How the consumer is doing. O(1).</summary>
    public ConsumerStatus GetStatus()
    {
        lock (_gate)
        {
            long offset = Math.Max(0, Offset);
            long lagBytes = Math.Max(0, _journal.CommittedPosition - offset);
            long headTimeMs = Volatile.Read(ref _headTimeMs);
            bool isBehind = lagBytes > 0 && headTimeMs > 0;
            return new ConsumerStatus
            {
                Name = Name,
                Offset = offset,
                SavedOffset = MinimumOffset,
                LagBytes = lagBytes,
                LagMs = isBehind ? Math.Max(0, _time.GetUtcNow().ToUnixTimeMilliseconds() - headTimeMs) : 0,
                HandledCount = Interlocked.Read(ref _handledCount),
                FailedAttemptCount = _failedAttemptCount,
                HeadAttempts = _headAttempts,
                ParkedCount = _parked.Count,
                IsPaused = _isPaused,
                LastError = _lastError,
            };
        }
    }

    /// <summary>Ends the loop after the fact being handled, saves the offset and lets go of the journal.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return;
        _journal.Committed -= OnCommitted;
        await _stop.CancelAsync();
        _wake.Set();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _turn.WaitAsync();
        if (_reader is not null) await SaveOffsetAsync(CancellationToken.None);
        _reader?.Dispose();
        _timer?.Dispose();
        _waiters.Fail(new InvalidOperationException($"Consumer '{Name}' was stopped."));
        _turn.Release();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>
    /// Throws when an invariant of the type's documentation does not hold. Not beside a running step.
    /// </summary>
    internal void CheckInvariants()
    {
        _waiters.CheckInvariants();
        if (_savedOffset > Offset || Offset > _journal.CommittedPosition)
            throw new InvalidOperationException($"(1) {_savedOffset} saved, {Offset} done.");
        if (_parked.Count > 0 && _parked.Keys[^1] >= Offset)
            throw new InvalidOperationException($"(2) {_parked.Keys[^1]} is parked, {Offset} done.");
        if (_hasHead && _head.Position < Offset)
            throw new InvalidOperationException($"(3) The head is {_head.Position}, {Offset} is done.");
        if (_parked.Count > _options.MaxParked) throw new InvalidOperationException($"(4) {_parked.Count} parked.");
    }

    /// <summary>
    /// Loads the offset and opens the journal there, without a loop: steps are then taken by the caller.
    /// </summary>
    internal async Task OpenAsync(CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _stopped) != 0, this);
        if (_reader is not null) throw new InvalidOperationException($"Consumer '{Name}' was started before.");
        ConsumerState? state = await _store.LoadAsync(Name, cancel);
        long offset = state?.Offset ?? (_options.StartsAtEnd ? _journal.CommittedPosition : _journal.FirstPosition);
        if (offset < _journal.FirstPosition || offset > _journal.CommittedPosition)
        {
            throw new InvalidDataException(
                $"Consumer '{Name}' goes on from {offset}, and the journal has {_journal.FirstPosition} to "
                + $"{_journal.CommittedPosition}: facts would be skipped.");
        }

        // A new consumer's beginning is kept at once, so that it does not move with the journal's.
        if (state is null) await _store.SaveOffsetAsync(Name, offset, cancel);
        foreach (ParkedEvent parked in state?.Parked ?? []) _parked.Add(parked.Header.Position, parked);
        Volatile.Write(ref _savedOffset, offset);
        _reader = _journal.OpenReader(offset);
        _waiters.Advance(offset);
    }

    private void OnCommitted(long position) => _wake.Set();

    private async Task RunAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (await StepAsync(_stop.Token)) continue;
                ArmTimer();
                await _wake.WaitAsync();
                if (_options.GatherMs > 0) await GatherAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Asked to stop in the middle of a fact: it comes again.
        }
        catch (Exception failure)
        {
            lock (_gate) _lastError = failure.Message;
            _waiters.Fail(failure);
            throw;
        }
    }

    /// <summary>Lets facts gather; ends at once, and without a fuss, when asked to stop.</summary>
    private async Task GatherAsync() =>
        await Task.Delay(TimeSpan.FromMilliseconds(_options.GatherMs), _time, _stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void ArmTimer()
    {
        long dueMs = NextDueMs;
        if (dueMs == long.MaxValue) return;
        _timer!.Change(TimeSpan.FromMilliseconds(Math.Max(0, dueMs - NowMs())), Timeout.InfiniteTimeSpan);
    }
}
