using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>Brings shards to where the journal ends: snapshots, then the tail behind them.</summary>
internal sealed class Recovery(
    EngineStorage storage, IReadOnlyList<Shard> shards, IReadOnlyDictionary<byte, SystemHost> hosts)
{
    private readonly bool[] _wanted = new bool[shards.Count];
    private readonly Dictionary<PartitionKey, long> _stored = [];

    /// <summary>Facts read from the journal.</summary>
    public long EventCount { get; private set; }

    /// <summary>Facts that were not yet in a snapshot, and were applied.</summary>
    public long AppliedCount { get; private set; }

    /// <summary>
    /// Replays everything from <paramref name="watermark"/> on, for all shards. One pass over the tail; no allocation a
    /// fact.
    /// </summary>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    /// <exception cref="InvalidDataException">A fact belongs to a system this engine does not have.</exception>
    public void Run(long watermark)
    {
        Array.Fill(_wanted, true);
        RunFrom(watermark, storage.Snapshots.All());
    }

    /// <summary>Replays what some shards need, from where the oldest of their snapshots ends.</summary>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    /// <exception cref="InvalidDataException">A fact belongs to a system this engine does not have.</exception>
    public void Run(IReadOnlyList<int> wanted)
    {
        var state = new ByteBuffer();
        long watermark = long.MaxValue;
        foreach (int shard in wanted)
        {
            _wanted[shard] = true;
            bool isKnown = storage.Snapshots.TryRead(Checkpointer.WatermarkKeyOf(shard), state, out SnapshotInfo info);
            watermark = Math.Min(watermark, isKnown ? info.Position : 0);
        }

        if (wanted.Count > 0) RunFrom(watermark, storage.Snapshots.Of(wanted));
    }

    private void RunFrom(long watermark, IEnumerable<SnapshotInfo> snapshots)
    {
        foreach (SnapshotInfo info in snapshots)
        {
            if (info.Key.System == 0 || !_wanted[IndexOf(info.Key)]) continue;
            _stored[info.Key] = info.Position;
            shards[IndexOf(info.Key)].ArmStored(in info);
        }

        using JournalReader reader = storage.Journal.OpenReader(Math.Max(watermark, storage.Journal.FirstPosition));
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            EventCount++;
            if (!_wanted[IndexOf(header.Partition)]) continue;
            if (_stored.TryGetValue(header.Partition, out long position) && header.Position < position) continue;
            Apply(in header, payload);
        }

        for (int i = 0; i < shards.Count; i++)
        {
            if (!_wanted[i]) continue;
            foreach (Partition partition in shards[i].Partitions.Loaded) shards[i].Arm(partition);
        }
    }

    private void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        if (!hosts.TryGetValue(header.Partition.System, out SystemHost? host))
            throw new InvalidDataException($"The journal has facts of system {header.Partition.System}, unknown here.");
        Shard shard = shards[IndexOf(header.Partition)];
        Partition partition = shard.Partitions.Find(host, header.Partition.Key);

        // Perhaps it was saved anew by its last owner after the index was read.
        if (header.Position < partition.ReplayFrom) return;
        if (partition.Status != PartitionStatus.Dirty) shard.AddReplayed(partition);
        host.Replay(partition, in header, payload);
        AppliedCount++;
    }

    private int IndexOf(PartitionKey key) => (int)(key.StableHash() % (ulong)shards.Count);
}
