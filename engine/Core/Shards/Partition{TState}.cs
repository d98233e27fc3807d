using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>A loaded partition with its state.</summary>
internal sealed class Partition<TState>(PartitionKey key, SystemHost<TState> host, TState state) : Partition(key, host)
    where TState : class
{
    /// <summary>The state; only the shard's loop touches it.</summary>
    public TState State { get; } = state;
}
