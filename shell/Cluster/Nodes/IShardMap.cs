namespace Catalog.Shell.Cluster.Nodes;

/// <summary>Which node owns which shard, as far as this one knows. Thread-safe.</summary>
internal interface IShardMap
{
    /// <summary>This node.</summary>
    NodeAddress Self { get; }

    /// <summary>Grows with every change.</summary>
    long Version { get; }

    /// <summary>The node a shard was last known to belong to; it may have moved since. O(1).</summary>
    bool TryFindOwner(int shard, out NodeAddress address);

    /// <summary>Completes when the map has changed since <paramref name="version"/>, at once when it has.</summary>
    Task WaitForChangeAsync(long version, CancellationToken cancel);
}
