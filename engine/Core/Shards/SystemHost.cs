using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Shards;

/// <summary>A machine as the shard sees it, without the type of its state.</summary>
internal abstract class SystemHost
{
    /// <summary>The machine's wire id.</summary>
    public abstract byte SystemId { get; }

    /// <summary>The machine's name.</summary>
    public abstract string Name { get; }

    /// <summary>Makes a partition nothing has happened to.</summary>
    public abstract Partition Create(ulong key);

    /// <summary>Makes a partition from its snapshot.</summary>
    public abstract Partition Load(ulong key, ref MessagePackReader reader);

    /// <summary>Appends a partition's snapshot to <paramref name="into"/>.</summary>
    public abstract void Save(Partition partition, ByteBuffer into);

    /// <summary>Applies a fact from the journal.</summary>
    public abstract void Replay(Partition partition, in EventHeader header, ReadOnlySpan<byte> payload);

    /// <summary>When the partition wants to be woken.</summary>
    public abstract long NextDueMs(Partition partition);

    /// <summary>Wakes the partition.</summary>
    public abstract void OnDue(Partition partition, Decision decision);
}
