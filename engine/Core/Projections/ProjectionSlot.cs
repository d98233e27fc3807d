using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// One model in a pump: its lock, where it stands, what is saved of it. The state is saved as MessagePack:
/// <c>[ name, version, position and time of its origin ]</c> followed by what the model writes.
/// <para>
/// Invariants: (1) <see cref="SavedPosition"/> ≤ the applied position; (2) a model that failed is neither applied to
/// nor saved.
/// </para>
/// </summary>
internal sealed class ProjectionSlot(IProjection projection)
{
    // Keys of the core with the top bit set belong to models: the core's own keys are small numbers.
    private const ulong KeyBit = 1UL << 63;

    private const int HeadFields = 4;

    // Where several nodes share snapshots, another one may save the model while it is read.
    private const int MostAttempts = 5;

    // Models saved before there were late ones: name and version, and they know everything.
    private const int OldHeadFields = 2;

    private readonly IFetchingProjection? _fetching = projection as IFetchingProjection;
    private readonly ISlicedProjection? _sliced = projection as ISlicedProjection;
    private IEnumerator<bool>? _slices;
    private Exception? _failure;
    private long _savedPosition;
    private long _capturedPosition;
    private int _pieceCount;

    /// <summary>The model.</summary>
    public IProjection Projection { get; } = projection;

    /// <summary>Where its snapshot is kept.</summary>
    public PartitionKey Key { get; } = new(0, NameHash.Of(projection.Name) | KeyBit);

    /// <summary>Readers hold it for reading, the pump for writing.</summary>
    public ReaderWriterLockSlim Lock { get; } = new(LockRecursionPolicy.NoRecursion);

    /// <summary>The applied position and who waits for it.</summary>
    public PositionWaiters Waiters { get; } = new();

    /// <summary>Every fact before this journal position is in the model; −1 before it is loaded.</summary>
    public long AppliedPosition => Waiters.Reached;

    /// <summary>A restart would replay from here: 0 when nothing is saved.</summary>
    public long SavedPosition => Volatile.Read(ref _savedPosition);

    /// <summary>From where on the model knows the facts. Set when it is loaded.</summary>
    public ProjectionOrigin Origin { get; private set; }

    /// <summary>Whether the model threw while it took in a fact.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>What it failed with, or null.</summary>
    public Exception? Failure => _failure;

    /// <summary>Loads the snapshot into the model; where that is not possible, the model is that of no facts.</summary>
    /// <returns>The position the snapshot was taken at, or −1 with the reason.</returns>
    /// <exception cref="InvalidOperationException">
    /// The snapshot is another model's, whose name has the same hash.
    /// </exception>
    public long Load(SnapshotReader saved, out string reason)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                reason = "nothing is saved of it";
                if (saved.TryOpen(Key, out SnapshotInfo info))
                {
                    _pieceCount = Math.Max(_pieceCount, saved.PieceCount);
                    MessagePackReader reader = saved.Read();
                    if (TryLoadState(ref reader)) return info.Position;
                    reason = "it was saved by another version";
                }
            }
            catch (Exception failure) when (failure is MessagePackFormatException or InvalidDataException)
            {
                reason = failure.Message;
            }
            catch (SnapshotReplacedException) when (attempt < MostAttempts)
            {
                Projection.Reset();
                continue;
            }

            Projection.Reset();
            Origin = default;
            return -1;
        }
    }

    /// <summary>The model was reset and begins with a later fact than the first.</summary>
    public void BeginLate(ProjectionOrigin origin)
    {
        Origin = origin;
        StartAt(origin.Position);
    }

    /// <summary>Sets where the model stands once it is loaded, or 0 when it starts from no facts.</summary>
    public void StartAt(long position)
    {
        Volatile.Write(ref _savedPosition, position);
        Waiters.Advance(position);
    }

    /// <summary>Takes in those facts of a batch that the model does not have yet. Readers wait meanwhile.</summary>
    public void Apply(EventBatch batch)
    {
        if (HasFailed || batch.EndPosition <= AppliedPosition) return;
        Lock.EnterWriteLock();
        try
        {
            for (int i = 0; i < batch.Count; i++)
            {
                if (i % IFetchingProjection.GroupSize == 0)
                    _fetching?.Fetch(batch, i, Math.Min(i + IFetchingProjection.GroupSize, batch.Count));
                ref readonly EventHeader header = ref batch.Header(i);
                if (header.Position >= AppliedPosition && Projection.Wants(in header))
                    Projection.Apply(in header, batch.Payload(i));
            }

            Waiters.Advance(batch.EndPosition);
        }
        catch (Exception failure)
        {
            _failure = new InvalidOperationException(
                $"Projection '{Projection.Name}' failed on a fact: {failure.Message}", failure);
            Waiters.Fail(_failure);
        }
        finally
        {
            Lock.ExitWriteLock();
        }
    }

    /// <summary>Adds the model's state to a set.</summary>
    public void Capture(SnapshotSet set)
    {
        MessagePackWriter writer = BeginState(set);
        Projection.Save(ref writer);
        EndState(set);
    }

    /// <summary>
    /// Adds the model's state to a set, at once or, where the model can be encoded in slices, only the first of them.
    /// </summary>
    /// <returns>Whether all of it is there; else nothing else may be added until <see cref="GoOn"/> says so.</returns>
    public bool BeginCapture(SnapshotSet set)
    {
        if (_sliced is null)
        {
            Capture(set);
            return true;
        }

        _slices = _sliced.SaveSlices(BeginState(set).Buffer);
        return GoOn(set);
    }

    /// <summary>
    /// Goes on with the state as it was when the capture began, whatever has been applied since: a slice.
    /// </summary>
    /// <returns>Whether all of it is there.</returns>
    public bool GoOn(SnapshotSet set)
    {
        if (_slices!.MoveNext()) return false;
        Abandon();
        EndState(set);
        return true;
    }

    /// <summary>What was begun is not needed any more.</summary>
    public void Abandon()
    {
        _slices?.Dispose();
        _slices = null;
    }

    /// <summary>What was captured last is durable.</summary>
    public void OnSaved() => Volatile.Write(ref _savedPosition, _capturedPosition);

    /// <summary>Throws when the model is not to be believed any more.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is not null) throw new InvalidOperationException(_failure.Message, _failure);
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold.</summary>
    public void CheckInvariants()
    {
        Waiters.CheckInvariants();
        if (SavedPosition > AppliedPosition)
            throw new InvalidOperationException($"(1) {SavedPosition} saved, {AppliedPosition} applied.");
    }

    // Read lock or not, nobody else writes: the pump is the only one, and it is here.
    private MessagePackWriter BeginState(SnapshotSet set)
    {
        _capturedPosition = AppliedPosition;
        var writer = new MessagePackWriter(set.Begin());
        writer.WriteArrayHeader(HeadFields);
        writer.Write(Projection.Name);
        writer.Write(Projection.Version);
        writer.Write(Origin.Position);
        writer.Write(Origin.TimeMs);
        return writer;
    }

    private void EndState(SnapshotSet set)
    {
        int pieces = set.End(new SnapshotInfo(Key, _capturedPosition, long.MaxValue), _pieceCount);
        _pieceCount = Math.Max(_pieceCount, pieces);
    }

    private bool TryLoadState(ref MessagePackReader reader)
    {
        int fields = reader.ReadArrayHeader();
        if (fields is not (HeadFields or OldHeadFields))
            throw new MessagePackFormatException("A model's name, version and origin expected.");
        string name = reader.ReadString();
        if (name != Projection.Name)
        {
            throw new InvalidOperationException(
                $"The snapshot of projection '{Projection.Name}' would replace that of '{name}': rename it.");
        }

        if (reader.ReadInt32() != Projection.Version) return false;
        Origin = fields == HeadFields ? new ProjectionOrigin(reader.ReadInt64(), reader.ReadInt64()) : default;
        Projection.Load(ref reader);
        if (!reader.End) throw new MessagePackFormatException("The model did not read all it had saved.");
        return true;
    }
}
