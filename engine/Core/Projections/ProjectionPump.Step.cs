using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Core.Projections;

/// <content>Loading, one step, saving.</content>
public sealed partial class ProjectionPump
{
    // What is behind this cannot be rebuilt: the journal's first fact ever starts here.
    private const long BeginningOfTime = 0;

    private readonly List<ProjectionSlot> _late = [];
    private long _savedAtPosition;
    private long _savedBytes;

    /// <summary>
    /// When models are to be saved, in milliseconds of <see cref="NowMs"/>, or <see cref="long.MaxValue"/>.
    /// </summary>
    internal long NextDueMs { get; private set; } = long.MaxValue;

    /// <summary>Milliseconds of the clock's monotonic counter.</summary>
    internal long NowMs() => (long)_time.GetElapsedTime(0).TotalMilliseconds;

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
        var scratch = new ByteBuffer();
        long start = _journal.CommittedPosition;
        _late.Clear();
        foreach (ProjectionSlot slot in _slots) start = Math.Min(start, Load(slot, scratch));
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
        if (_batch.EndPosition - _savedAtPosition >= SaveEveryBytes || NowMs() >= NextDueMs) Save();
        return _batch.Count > 0;
    }

    private long Load(ProjectionSlot slot, ByteBuffer scratch)
    {
        string name = slot.Projection.Name;
        long position = slot.Load(_snapshots, scratch, out string reason);
        if (position >= 0) _savedBytes += scratch.Length;
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

    private void Save()
    {
        NextDueMs = long.MaxValue;
        _savedAtPosition = _batch.EndPosition;
        if (_options.MaySave is { } may && !may()) return;
        _set.Clear();
        foreach (ProjectionSlot slot in _slots)
            if (!slot.HasFailed && slot.AppliedPosition > slot.SavedPosition) slot.Capture(_set);
        if (_set.Count == 0) return;
        _savedBytes = _set.SizeBytes;
        try
        {
            _snapshots.Write(_set);
        }
        catch (IOException failure)
        {
            // Nothing is lost: the journal is kept from the earlier snapshots on.
            _options.Report("The models could not be saved; tried again when they are next due.", failure);
            NextDueMs = NowMs() + _options.SaveEveryMs;
            return;
        }

        foreach (ProjectionSlot slot in _slots)
            if (!slot.HasFailed) slot.OnSaved();
    }
}
