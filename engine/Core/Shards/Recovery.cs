using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>Brings the shards to where the journal ends: snapshots, then the tail behind them.</summary>
internal sealed class Recovery(
    EngineStorage storage, IReadOnlyList<Shard> shards, IReadOnlyDictionary<byte, SystemHost> hosts)
{
    /// <summary>Facts read from the journal.</summary>
    public long EventCount { get; private set; }

    /// <summary>Facts that were not yet in a snapshot, and were applied.</summary>
    public long AppliedCount { get; private set; }

    /// <summary>
    /// Replays everything from <paramref name="watermark"/> on. One pass over the tail; no allocation a fact.
    /// </summary>
    /// <exception cref="JournalCorruptException">The journal is damaged.</exception>
    /// <exception cref="InvalidDataException">A fact belongs to a system this engine does not have.</exception>
    public void Run(long watermark)
    {
        var stored = new Dictionary<PartitionKey, long>();
        foreach (SnapshotInfo info in storage.Snapshots.All())
        {
            if (info.Key.System == 0) continue;
            stored[info.Key] = info.Position;
            ShardOf(info.Key).ArmStored(in info);
        }

        using JournalReader reader = storage.Journal.OpenReader(Math.Max(watermark, storage.Journal.FirstPosition));
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            EventCount++;
            if (stored.TryGetValue(header.Partition, out long position) && header.Position < position) continue;
            Apply(in header, payload);
        }

        foreach (Shard shard in shards)
        {
            foreach (Partition partition in shard.Partitions.Loaded) shard.Arm(partition);
        }
    }

    private void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        if (!hosts.TryGetValue(header.Partition.System, out SystemHost? host))
            throw new InvalidDataException($"The journal has facts of system {header.Partition.System}, unknown here.");
        Shard shard = ShardOf(header.Partition);
        Partition partition = shard.Partitions.Find(host, header.Partition.Key);
        if (partition.Status != PartitionStatus.Dirty) shard.AddReplayed(partition);
        host.Replay(partition, in header, payload);
        AppliedCount++;
    }

    private Shard ShardOf(PartitionKey key) => shards[(int)(key.StableHash() % (ulong)shards.Count)];
}
