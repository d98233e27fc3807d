using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Postgres.Snapshots;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>
/// Copies a folder's saved states into packs of a cluster, models' too. Where the folder notes how far all of it is
/// saved, the cluster has such a note for each shard.
/// </summary>
internal sealed class SnapshotCopy(PackedSnapshotStore from, SharedSnapshotStore into, int shardCount)
{
    private const int PackBytes = 8 * 1024 * 1024;
    private readonly ByteBuffer _state = new(64 * 1024);
    private readonly SnapshotSet _set = new();
    private readonly List<SnapshotPlace> _places = [];

    /// <summary>
    /// Writes the packs. Nobody knows of them before the places are published. O(states and their bytes).
    /// </summary>
    /// <returns>Where the states are.</returns>
    /// <exception cref="InvalidDataException">A state is damaged.</exception>
    /// <exception cref="IOException">A store does not answer.</exception>
    public async Task<List<SnapshotPlace>> RunAsync(CancellationToken cancel)
    {
        foreach (SnapshotInfo info in from.All())
        {
            if (info.Key == CatalogEngine.WatermarkKey)
            {
                for (int shard = 0; shard < shardCount; shard++)
                    Add(info with { Key = CatalogEngine.WatermarkKeyOf(shard) }, []);
                continue;
            }

            if (!from.TryRead(info.Key, _state, out SnapshotInfo read))
                throw new InvalidDataException($"The state of {info.Key} is not there.");
            Add(in read, _state.WrittenSpan);
            if (_set.SizeBytes >= PackBytes) await StoreAsync(cancel);
        }

        await StoreAsync(cancel);
        return _places;
    }

    private void Add(in SnapshotInfo info, ReadOnlySpan<byte> state)
    {
        _set.Begin().Write(state);
        _set.End(in info);
    }

    private async Task StoreAsync(CancellationToken cancel)
    {
        if (_set.Count == 0) return;
        _places.AddRange(await into.StoreAsync(_set, cancel));
        _set.Clear();
    }
}
