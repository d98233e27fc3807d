using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// Keeps the latest saved state of every partition. Recovery is these plus the journal's tail; an idle partition can
/// leave memory and come back from here. A state that is long is several entries (<see cref="SnapshotPieces"/>), which
/// to the store are like others.
/// </summary>
public interface ISnapshotStore : IDisposable
{
    /// <summary>The latest snapshot of every partition, in no order. Taken once, at start.</summary>
    IEnumerable<SnapshotInfo> All();

    /// <summary>
    /// The latest snapshot of every partition of some shards, in no order; others' may be among them. Where shards come
    /// and go it is asked for those that come: other processes have written theirs. Thread-safe.
    /// </summary>
    /// <param name="shards">The shards.</param>
    /// <exception cref="IOException">They cannot be read just now.</exception>
    IEnumerable<SnapshotInfo> Of(IReadOnlyList<int> shards) => All();

    /// <summary>Reads a partition's latest snapshot. Thread-safe.</summary>
    /// <param name="key">The partition.</param>
    /// <param name="state">Cleared and filled with the saved bytes.</param>
    /// <param name="info">What is known of the snapshot.</param>
    /// <returns>False when there is none.</returns>
    /// <exception cref="InvalidDataException">It is there and damaged.</exception>
    /// <exception cref="IOException">It cannot be read just now; another try may succeed.</exception>
    bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info);

    /// <summary>
    /// Saves a set of states durably and all together: after a crash either every one of them is the latest or none is.
    /// An older snapshot of the same partition is forgotten. Thread-safe: callers wait for one another.
    /// </summary>
    /// <exception cref="IOException">It failed; the earlier snapshots stand.</exception>
    void Write(SnapshotSet set);
}
