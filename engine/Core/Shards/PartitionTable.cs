using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// The partitions a shard has in memory. One that is not there comes from its snapshot, or begins. Owned by the shard's
/// loop; a look-up is one hash probe, a load reads one snapshot.
/// </summary>
internal sealed class PartitionTable(ISnapshotStore snapshots)
{
    private readonly Dictionary<PartitionKey, Partition> _loaded = [];
    private readonly List<Partition> _order = [];
    private readonly SnapshotReader _saved = new(snapshots);
    private int _sweepIndex;

    /// <summary>How many partitions are in memory.</summary>
    public int Count => _order.Count;

    /// <summary>The time of the current turn, which uses are stamped with.</summary>
    public long NowMs { get; set; }

    /// <summary>Finds, loads or begins a partition.</summary>
    public Partition<TState> Find<TState>(SystemHost<TState> host, ulong key)
        where TState : class =>
        (Partition<TState>)Find((SystemHost)host, key);

    /// <summary>Finds, loads or begins a partition.</summary>
    public Partition Find(SystemHost host, ulong key)
    {
        if (!_loaded.TryGetValue(new PartitionKey(host.SystemId, key), out Partition? partition))
            partition = FindSlow(host, key);
        partition.LastUsedMs = NowMs;
        return partition;
    }

    /// <summary>Finds a partition that is in memory.</summary>
    public Partition? FindLoaded(PartitionKey key) => _loaded.GetValueOrDefault(key);

    /// <summary>Drops a partition from memory.</summary>
    public void Forget(Partition partition)
    {
        Partition last = _order[^1];
        _order[partition.LoadedIndex] = last;
        last.LoadedIndex = partition.LoadedIndex;
        _order.RemoveAt(_order.Count - 1);
        _loaded.Remove(partition.Key);
        partition.LoadedIndex = -1;
    }

    /// <summary>Drops every partition from memory.</summary>
    public void Clear()
    {
        foreach (Partition partition in _order) partition.LoadedIndex = -1;
        _order.Clear();
        _loaded.Clear();
    }

    /// <summary>
    /// Looks at up to <paramref name="count"/> partitions and drops those that are stored and were idle for so long.
    /// </summary>
    public void DropIdle(int count, long idleMs)
    {
        for (int i = 0; i < count && _order.Count > 0; i++)
        {
            if (_sweepIndex >= _order.Count) _sweepIndex = 0;
            Partition partition = _order[_sweepIndex];
            bool isIdle = partition.Status == PartitionStatus.Stored && partition.LastUsedMs <= NowMs - idleMs;
            if (isIdle) Forget(partition);
            else _sweepIndex++;
        }
    }

    /// <summary>All partitions in memory.</summary>
    public IReadOnlyList<Partition> Loaded => _order;

    private Partition FindSlow(SystemHost host, ulong key)
    {
        bool isSaved = _saved.TryOpen(new PartitionKey(host.SystemId, key), out SnapshotInfo info);
        Partition partition = isSaved ? Load(host, key) : host.Create(key);
        partition.ReplayFrom = info.Position;
        partition.LoadedIndex = _order.Count;
        _order.Add(partition);
        _loaded.Add(partition.Key, partition);
        return partition;
    }

    private Partition Load(SystemHost host, ulong key)
    {
        MessagePackReader reader = _saved.Read();
        Partition partition = host.Load(key, ref reader);
        partition.PieceCount = _saved.PieceCount;
        return partition;
    }
}
