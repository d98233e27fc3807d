using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A snapshot store that a mutant overrides a part of.</summary>
internal abstract class SnapshotLayer(ISnapshotStore inner) : ISnapshotStore
{
    public IEnumerable<SnapshotInfo> All() => inner.All();

    public bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info) =>
        inner.TryRead(key, state, out info);

    public void Write(SnapshotSet set)
    {
        var changed = new SnapshotSet();
        for (int i = 0; i < set.Count; i++)
        {
            ReadOnlySpan<byte> state = Change(set.Info(i), set.State(i), out SnapshotInfo info);
            changed.Begin().Write(state);
            changed.End(in info);
        }

        inner.Write(changed);
    }

    public void Dispose() => inner.Dispose();

    /// <summary>What is written instead of a snapshot.</summary>
    protected abstract ReadOnlySpan<byte> Change(
        in SnapshotInfo original, ReadOnlySpan<byte> state, out SnapshotInfo info);
}
