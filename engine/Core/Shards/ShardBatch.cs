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

    /// <summary>Keeps a decided work until the batch is durable.</summary>
    public void Add(Work work) => _works[_count++] = work;

    /// <inheritdoc/>
    public override void OnDurable(long endPosition)
    {
        for (int i = 0; i < _count; i++)
        {
            _works[i].Complete();
            _works[i] = null!;
        }

        _count = 0;
        Records.Clear();
        SnapshotSet? captured = Captured;
        Captured = null;
        shard.Recycle(this, captured, endPosition);
    }
}
