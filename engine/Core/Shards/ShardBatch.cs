using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// What a shard decided in one turn: the facts, the works that wait for them to be durable, and the snapshots captured
/// behind them. It goes to the journal, comes back, and is used again.
/// </summary>
internal sealed class ShardBatch(Shard shard, int maxWorks) : JournalBatch
{
    private readonly Work[] _works = new Work[maxWorks];
    private int _count;

    /// <summary>Snapshots captured at the end of this batch, or null.</summary>
    public SnapshotSet? Captured { get; set; }

    /// <summary>Number of works in the batch.</summary>
    public int Count => _count;

    /// <summary>Whether no further work fits.</summary>
    public bool IsFull => _count == _works.Length;

    /// <summary>Whether there is nothing to do for the journal.</summary>
    public bool IsEmpty => _count == 0 && Records.Length == 0 && Captured is null;

    /// <summary>Whether nothing was changed and nothing saved.</summary>
    public bool IsLook => Records.Length == 0 && Captured is null;

    /// <summary>When the turn that filled it began, as a timestamp of the engine's clock.</summary>
    public long StartedAt { get; private set; }

    /// <summary>When it went to the journal.</summary>
    public long DecidedAt { get; private set; }

    /// <summary>Notes when it was filled.</summary>
    public void NoteDecided(long startedAt, long decidedAt) => (StartedAt, DecidedAt) = (startedAt, decidedAt);

    /// <summary>Keeps a decided work until the batch is durable.</summary>
    public void Add(Work work) => _works[_count++] = work;

    /// <inheritdoc/>
    public override void OnDurable(long endPosition)
    {
        shard.Report(this);
        for (int i = 0; i < _count; i++)
        {
            _works[i].Complete();
            _works[i] = null!;
        }

        shard.Recycle(this, Empty(), endPosition);
    }

    /// <inheritdoc/>
    public override void OnLost(bool mayBeWritten)
    {
        ReplyStatus status = mayBeWritten ? ReplyStatus.Unconfirmed : ReplyStatus.Moved;
        for (int i = 0; i < _count; i++)
        {
            _works[i].Refuse(status);
            _works[i] = null!;
        }

        shard.RecycleLost(this, Empty());
    }

    private SnapshotSet? Empty()
    {
        _count = 0;
        Records.Clear();
        SnapshotSet? captured = Captured;
        Captured = null;
        return captured;
    }
}
