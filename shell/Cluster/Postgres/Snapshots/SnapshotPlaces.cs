using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>
/// What this node knows of the index. Positions only grow: what is read from the table and what is written here may
/// come in any order. About 130 bytes a partition. Thread-safe; the lock is held for a hash lookup.
/// </summary>
internal sealed class SnapshotPlaces
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PartitionKey, SnapshotPlace> _places = [];

    internal int Count
    {
        get
        {
            lock (_gate) return _places.Count;
        }
    }

    internal bool TryGet(PartitionKey key, out SnapshotPlace place)
    {
        lock (_gate) return _places.TryGetValue(key, out place);
    }

    /// <summary>Takes a row over unless a newer one is known.</summary>
    internal void Take(in SnapshotPlace place)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(place.Key, out SnapshotPlace known) && known.Info.Position > place.Info.Position)
                return;
            _places[place.Key] = place;
        }
    }

    internal SnapshotInfo[] Infos()
    {
        lock (_gate)
        {
            var infos = new SnapshotInfo[_places.Count];
            int i = 0;
            foreach (SnapshotPlace place in _places.Values) infos[i++] = place.Info;
            return infos;
        }
    }
}
