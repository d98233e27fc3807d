using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Projections;

/// <content>Loading, one step, saving.</content>
public sealed partial class ProjectionPump
{
    // What is behind this cannot be rebuilt: the journal's first fact ever starts here.
    private const long BeginningOfTime = 0;

    // Small models are saved together, of large ones each by itself.
    private const int MaxTogetherBytes = 8 * 1024 * 1024;

    // Some 200 KB, about half a millisecond.
    private const int SlicesAStep = 3;

    private readonly List<ProjectionSlot> _late = [];
    private readonly Queue<ProjectionSlot> _toSave = new();
    private readonly List<ProjectionSlot> _captured = [];
    private ProjectionSlot? _slicing;
    private Task? _writing;
    private IOException? _writeFailure;
    private bool _savesBeside;
    private long _savedAtPosition;
    private long _savedBytes;
    private long _passBytes;

    /// <summary>
    /// When models are to be saved, in milliseconds of <see cref="NowMs"/>, or <see cref="long.MaxValue"/>.
    /// </summary>
    internal long NextDueMs { get; private set; } = long.MaxValue;

    /// <summary>Milliseconds of the clock's monotonic counter.</summary>
    internal long NowMs() => (long)_time.GetElapsedTime(0).TotalMilliseconds;

    private bool IsSaving => _writing is not null || HasToCapture;

    private bool HasToCapture => _slicing is not null || _toSave.Count > 0;

    /// <summary>
    /// How far the journal grows between two saves. Not less than the models themselves take: large ones would
    /// otherwise be written over and over, many bytes for each of the journal's.
    /// </summary>
    private long SaveEveryBytes => Math.Max(_options.SaveEveryBytes, _savedBytes);

    /// <summary>Loads the models and opens the journal, without a loop: steps are then taken by the caller.</summary>
    internal void Open()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _stopped) != 0, this);
        if (_reader is not null) throw new InvalidOperationException("The pump was started before.");
        var saved = new SnapshotReader(_snapshots);
        long start = _journal.CommittedPosition;
        _late.Clear();
        foreach (ProjectionSlot slot in _slots) start = Math.Min(start, Load(slot, saved));
        foreach (ProjectionSlot slot in _late) slot.Projection.BeginLate(slot.Origin);
        _reader = _journal.OpenReader(start);
        _savedAtPosition = start;
    }

    /// <summary>Applies one batch of facts, and saves when that is due.</summary>
    /// <returns>
    /// Whether there may be more to do at once; else nothing is until a commit or <see cref="NextDueMs"/>.
    /// </returns>
    internal bool Step()
    {
        _batch.Fill(_journal, _reader!);
        foreach (ProjectionSlot slot in _slots)
        {
            if (slot.HasFailed) continue;
            slot.Apply(_batch);
            if (slot.Failure is { } failure)
                _options.Report($"Projection '{slot.Projection.Name}' is out of service.", failure);
        }

        Tail.Publish(_batch);
        if (_batch.Count > 0 && NextDueMs == long.MaxValue) NextDueMs = NowMs() + _options.SaveEveryMs;
        if (_savesBeside) SaveSome();
        bool isDue = _batch.EndPosition - _savedAtPosition >= SaveEveryBytes || NowMs() >= NextDueMs;
        if (isDue && !IsSaving) BeginSave();
        return _batch.Count > 0 || (_savesBeside && _writing is null && HasToCapture);
    }

    private long Load(ProjectionSlot slot, SnapshotReader saved)
    {
        string name = slot.Projection.Name;
        long position = slot.Load(saved, out string reason);
        if (position >= 0) _savedBytes += saved.SizeBytes;
        if (position > _journal.CommittedPosition)
        {
            throw new InvalidDataException(
                $"Projection '{name}' was saved at {position}, and the journal ends at {_journal.CommittedPosition}.");
        }

        if (position >= _journal.FirstPosition)
        {
            slot.StartAt(position);
            return position;
        }

        if (position >= 0) reason = $"it was saved at {position}";
        if (_journal.FirstPosition > BeginningOfTime && slot.Projection.MayBeginLate) return BeginLate(slot, reason);
        if (_journal.FirstPosition > BeginningOfTime)
        {
            throw new InvalidDataException(
                $"Projection '{name}' must be built anew, because {reason}, and the journal begins at "
                + $"{_journal.FirstPosition}: the facts before that are gone.");
        }

        slot.StartAt(BeginningOfTime);
        return BeginningOfTime;
    }

    private long BeginLate(ProjectionSlot slot, string reason)
    {
        long position = _journal.FirstPosition;
        using JournalReader reader = _journal.OpenReader(position);
        long timeMs = reader.TryRead(out EventHeader first, out _)
            ? first.TimeMs
            : _time.GetUtcNow().ToUnixTimeMilliseconds();
        // A model whose snapshot lies before what the journal has is loaded, and must forget that.
        slot.Projection.Reset();
        slot.BeginLate(new ProjectionOrigin(position, timeMs));
        _late.Add(slot);
        _options.Report(
            $"Projection '{slot.Projection.Name}' begins late, at {position}, because {reason} and the facts before "
            + "that are gone.", null);
        return position;
    }

    /// <summary>Begins to save every model that has changed: in steps of their own, or at once.</summary>
    private void BeginSave()
    {
        NextDueMs = long.MaxValue;
        _savedAtPosition = _batch.EndPosition;
        if (_options.MaySave is { } may && !may()) return;
        foreach (ProjectionSlot slot in _slots)
            if (!slot.HasFailed && slot.AppliedPosition > slot.SavedPosition) _toSave.Enqueue(slot);
        _passBytes = 0;
        if (!_savesBeside) SaveAll();
    }

    /// <summary>The loop has ended: saves what has changed, and waits for it.</summary>
    private void SaveAtEnd()
    {
        if (_writing is not null) EndWrite();
        if (_slicing is not null)
        {
            _slicing.Abandon();
            _slicing = null;
            _captured.Clear();
            _set.Clear();
        }

        _toSave.Clear();
        _savesBeside = false;
        BeginSave();
    }

    /// <summary>Saves what is yet to be saved, and waits for it.</summary>
    private void SaveAll()
    {
        while (_toSave.Count > 0)
        {
            Capture();
            Write();
            EndWrite();
        }
    }

    /// <summary>
    /// Goes on with what is being saved: the writing is done beside the facts, and of what is large one model at a time
    /// is encoded, or a few slices of one, so that facts wait no longer than for that.
    /// </summary>
    private void SaveSome()
    {
        if (_writing is { IsCompleted: true }) EndWrite();
        if (_writing is not null || !HasToCapture || !CaptureSome()) return;
        _writing = Task.Factory.StartNew(
            static pump => ((ProjectionPump)pump!).Write(), this, CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _writing.ContinueWith(
            static (_, wake) => ((WakeSignal)wake!).Set(), _wake, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Capture()
    {
        while (_set.SizeBytes < MaxTogetherBytes && _toSave.TryDequeue(out ProjectionSlot? slot))
        {
            if (slot.HasFailed) continue;
            slot.Capture(_set);
            _captured.Add(slot);
        }
    }

    /// <summary>Encodes what facts can wait for.</summary>
    /// <returns>Whether there is something to write.</returns>
    private bool CaptureSome()
    {
        for (int i = 0; i < SlicesAStep && _slicing is not null; i++)
            if (_slicing.GoOn(_set)) _slicing = null;
        while (_slicing is null && _set.SizeBytes < MaxTogetherBytes && _toSave.TryDequeue(out ProjectionSlot? slot))
        {
            if (slot.HasFailed) continue;
            _captured.Add(slot);
            if (!slot.BeginCapture(_set)) _slicing = slot;
        }

        return _slicing is null;
    }

    private void Write()
    {
        try
        {
            if (_set.Count > 0) _snapshots.Write(_set);
        }
        catch (IOException failure)
        {
            _writeFailure = failure;
        }
    }

    private void EndWrite()
    {
        // Anything but a store that does not answer is as bad here as in a step.
        _writing?.GetAwaiter().GetResult();
        _writing = null;
        if (_writeFailure is null)
        {
            foreach (ProjectionSlot slot in _captured) slot.OnSaved();
            _passBytes += _set.SizeBytes;
            if (_toSave.Count == 0) _savedBytes = _passBytes;
        }
        else
        {
            // Nothing is lost: the journal is kept from the earlier snapshots on.
            _options.Report("The models could not be saved; tried again when they are next due.", _writeFailure);
            NextDueMs = NowMs() + _options.SaveEveryMs;
            _writeFailure = null;
            _toSave.Clear();
        }

        _captured.Clear();
        _set.Clear();
    }
}
