using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>What a shard keeps of a loaded partition beside its state. Owned by the shard's loop.</summary>
internal abstract class Partition(PartitionKey key, SystemHost host)
{
    /// <summary>The partition's name.</summary>
    public PartitionKey Key { get; } = key;

    /// <summary>The system it belongs to.</summary>
    public SystemHost Host { get; } = host;

    /// <summary>The keyed operations it remembers; null until there is one.</summary>
    public IdempotencyTable? Idempotency { get; set; }

    /// <summary>The time of its latest fact: time never runs backwards within a partition.</summary>
    public long LastTimeMs { get; set; } = long.MinValue;

    /// <summary>Facts before this journal position are in its snapshot; only meaningful during replay.</summary>
    public long ReplayFrom { get; set; }

    /// <summary>How many pieces of it the snapshot store has at most.</summary>
    public int PieceCount { get; set; }

    /// <summary>How its state relates to its snapshot.</summary>
    public PartitionStatus Status { get; set; }

    /// <summary>When the timer wheel will wake it, or <see cref="long.MaxValue"/>.</summary>
    public long ArmedDueMs { get; set; } = long.MaxValue;

    /// <summary>The turn of its shard in which it was last used.</summary>
    public long LastUsedMs { get; set; }

    /// <summary>Its place in the shard's list of loaded partitions.</summary>
    public int LoadedIndex { get; set; } = -1;

    /// <summary>Remembers a keyed operation; the one way the idempotency table changes, live and on replay.</summary>
    public void Remember(in IdempotencyKey key, bool isAnswered, ReadOnlySpan<byte> answer, long timeMs) =>
        (Idempotency ??= new IdempotencyTable()).Record(in key, isAnswered, answer, timeMs);
}
