using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// Keeps models in memory in step with a journal: one reader for all of them, a bounded batch of facts at a time, each
/// model under its own lock.
/// <code>
/// journal ─► batch ─┬─► lock A: apply, position ─► who waited for A
///                   ├─► lock B: apply, position ─► who waited for B
///                   └─► tail: who listens
/// now and then, and at the stop: [ A and its position, B and its position ] ─► snapshots, beside the facts
/// </code>
/// A model's state and position are saved as one, so after a restart every fact is in it exactly once. A model without
/// a snapshot it can read is built anew from the first fact; when the journal has been trimmed and no longer has that,
/// the start fails instead of serving a model that is not exact, unless the model says it may begin late: then it
/// begins with the first fact that is left, and its origin says so for good.
/// <para>
/// Invariants: (1) a model's saved position ≤ its applied position ≤ the journal's committed position; (2) all models
/// that have not failed stand at the reader's position, or, loaded from a later snapshot, ahead of it.
/// </para>
/// </summary>
/// <remarks>
/// A model that throws on a fact is out: reading it and waiting for it fail, it is not saved any more, and the others
/// go on; a corrected version replays it from its last snapshot. Thread-safe once started. Saving encodes one model
/// after the other on the pump's task, large ones a slice at a time, which delays facts for as long as that takes and
/// readers not at all, and writes beside it. Keep the journal from being trimmed past <see cref="MinimumOffset"/>, and
/// stop the pump before the journal is disposed.
/// </remarks>
public sealed partial class ProjectionPump : IAsyncDisposable
{
    private readonly IJournal _journal;
    private readonly ISnapshotStore _snapshots;
    private readonly TimeProvider _time;
    private readonly ProjectionOptions _options;
    private readonly List<ProjectionSlot> _slots = [];
    private readonly EventBatch _batch;
    private readonly SnapshotSet _set;
    private readonly WakeSignal _wake = new();
    private readonly CancellationTokenSource _stop = new();
    private JournalReader? _reader;
    private ITimer? _timer;
    private Task _loop = Task.CompletedTask;
    private int _stopped;

    /// <summary>Makes a pump; it does nothing until it is started.</summary>
    /// <param name="journal">Where the facts come from; not disposed.</param>
    /// <param name="snapshots">Where models are saved; not disposed.</param>
    /// <param name="time">The clock that says when.</param>
    /// <param name="options">Bounds, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public ProjectionPump(
        IJournal journal, ISnapshotStore snapshots, TimeProvider time, ProjectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(snapshots);
        ArgumentNullException.ThrowIfNull(time);
        _journal = journal;
        _snapshots = snapshots;
        _time = time;
        _options = options ?? new ProjectionOptions();
        _options.Validate();
        _batch = new EventBatch(_options.MaxBatchEvents, _options.MaxBatchBytes);
        _set = new SnapshotSet(_options.SnapshotPieceBytes);
        Tail = new EventTail(journal);
    }

    /// <summary>Live facts, after the models have them.</summary>
    public EventTail Tail { get; }

    /// <summary>
    /// The position a restart would replay from; the journal must keep everything from here on. 0 while a model has
    /// never been saved. Thread-safe, O(models).
    /// </summary>
    public long MinimumOffset
    {
        get
        {
            long minimum = long.MaxValue;
            foreach (ProjectionSlot slot in _slots) minimum = Math.Min(minimum, slot.SavedPosition);
            return minimum;
        }
    }

    /// <summary>Ends when the pump is stopped; fails when it cannot go on, as with a damaged journal.</summary>
    public Task Completion => _loop;

    /// <summary>Adds a model. Before the start.</summary>
    /// <returns>The way to it.</returns>
    /// <exception cref="InvalidOperationException">The pump was started, or the name is taken.</exception>
    public ProjectionView<TProjection> Add<TProjection>(TProjection projection)
        where TProjection : IProjection
    {
        ArgumentNullException.ThrowIfNull(projection);
        if (_reader is not null) throw new InvalidOperationException("Models are added before the pump is started.");
        var slot = new ProjectionSlot(projection);
        if (_slots.Exists(other => other.Key == slot.Key))
            throw new InvalidOperationException($"The name of projection '{projection.Name}' is taken.");
        _slots.Add(slot);
        return new ProjectionView<TProjection>(slot, projection);
    }

    /// <summary>
    /// Loads the models and starts to replay what they do not have yet; wait for it through their views.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="InvalidDataException">
    /// A model must be built anew and the journal no longer has every fact.
    /// </exception>
    public void Start()
    {
        Open();
        _timer = _time.CreateTimer(
            static wake => ((WakeSignal)wake!).Set(), _wake, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _journal.Committed += OnCommitted;
        _savesBeside = true;
        // A thread of its own: behind all the work that waits for those of the pool, whoever waits for a model, or
        // listens, would wait as long.
        _loop = Task.Factory.StartNew(
            static pump => ((ProjectionPump)pump!).Run(), this, CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>Ends the loop, saves the models and lets go of the journal. Models can still be read.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return;
        _journal.Committed -= OnCommitted;
        await _stop.CancelAsync();
        _wake.Set();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_writing is not null) await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_reader is not null && !_loop.IsFaulted) SaveAtEnd();
        _reader?.Dispose();
        _timer?.Dispose();
        Tail.End();
        FailWaiters(new InvalidOperationException("The projection pump was stopped."));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>
    /// Throws when an invariant of the type's documentation does not hold. Not beside a running step.
    /// </summary>
    internal void CheckInvariants()
    {
        _batch.CheckInvariants();
        foreach (ProjectionSlot slot in _slots)
        {
            slot.CheckInvariants();
            if (slot.AppliedPosition > _journal.CommittedPosition)
                throw new InvalidOperationException($"(1) '{slot.Projection.Name}' is at {slot.AppliedPosition}.");
            if (!slot.HasFailed && slot.AppliedPosition < _reader!.Position)
                throw new InvalidOperationException($"(2) '{slot.Projection.Name}' is at {slot.AppliedPosition}.");
        }
    }

    private void OnCommitted(long position) => _wake.Set();

    private void FailWaiters(Exception failure)
    {
        foreach (ProjectionSlot slot in _slots) slot.Waiters.Fail(failure);
    }

    private void Run()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (Step()) continue;
                ArmTimer();
                _wake.WaitAsync().Wait();
                if (_options.GatherMs > 0) Gather();
            }
        }
        catch (Exception failure)
        {
            _options.Report("The models cannot be kept in step with the journal any more.", failure);
            FailWaiters(failure);
            Tail.End();
            throw;
        }
    }

    /// <summary>Lets facts gather; ends at once, and without a fuss, when asked to stop.</summary>
    private void Gather() =>
        Task.Delay(TimeSpan.FromMilliseconds(_options.GatherMs), _time, _stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();

    private void ArmTimer()
    {
        if (NextDueMs == long.MaxValue || IsSaving) return;
        _timer!.Change(TimeSpan.FromMilliseconds(Math.Max(0, NextDueMs - NowMs())), Timeout.InfiniteTimeSpan);
    }
}
