using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>A store that is elsewhere, may not answer, and is written by others, too.</summary>
internal sealed class AwaySnapshots(ISnapshotStore inner) : ISnapshotStore
{
    internal bool IsAway { get; set; }

    /// <summary>The index was read when nobody had saved anything behind this position.</summary>
    internal long IndexPosition { get; set; } = long.MaxValue;

    /// <summary>What others do before a state is read.</summary>
    internal Action<PartitionKey> BeforeRead { get; set; } = static _ => { };

    internal Action BeforeWrite { get; init; } = static () => { };

    public IEnumerable<SnapshotInfo> All() =>
        inner.All().Select(info => info with { Position = Math.Min(info.Position, IndexPosition) });

    public bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info)
    {
        if (IsAway) throw new IOException("away");
        BeforeRead(key);
        return inner.TryRead(key, state, out info);
    }

    public void Write(SnapshotSet set)
    {
        BeforeWrite();
        inner.Write(set);
    }

    public void Dispose() => inner.Dispose();
}
