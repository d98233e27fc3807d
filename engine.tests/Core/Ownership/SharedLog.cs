using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Core.Ownership;

/// <summary>One log and one store of snapshots for several engines; each engine has its own right to append.</summary>
internal sealed class SharedLog : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-shared-").FullName;

    public SharedLog()
    {
        Log = new InMemoryJournal();
        Log.Start();
        Snapshots = new PackedSnapshotStore(new Engine.Storage.Disks.LocalDisk(_folder));
    }

    public InMemoryJournal Log { get; }

    public PackedSnapshotStore Snapshots { get; }

    public void Dispose()
    {
        Log.Dispose();
        Snapshots.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The store, which outlives the engines that use it.</summary>
    internal sealed class KeptSnapshots(ISnapshotStore inner) : ISnapshotStore
    {
        public IEnumerable<SnapshotInfo> All() => inner.All();

        public bool TryRead(Engine.Core.Machines.PartitionKey key, ByteBuffer state, out SnapshotInfo info) =>
            inner.TryRead(key, state, out info);

        public void Write(SnapshotSet set) => inner.Write(set);

        public void Dispose()
        {
        }
    }
}
