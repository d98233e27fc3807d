using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>A store that is elsewhere, and may not answer.</summary>
internal sealed class AwaySnapshots(ISnapshotStore inner) : ISnapshotStore
{
    internal bool IsAway { get; set; }

    internal Action BeforeWrite { get; init; } = static () => { };

    public IEnumerable<SnapshotInfo> All() => inner.All();

    public bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info) =>
        IsAway ? throw new IOException("away") : inner.TryRead(key, state, out info);

    public void Write(SnapshotSet set)
    {
        BeforeWrite();
        inner.Write(set);
    }

    public void Dispose() => inner.Dispose();
}
