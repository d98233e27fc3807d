namespace Catalog.Shell.Cluster.Nodes.Contracts;

/// <summary>The servers that are one, as the one that answers sees them.</summary>
/// <param name="IsClustered">Whether there can be more than one: whether they share a journal.</param>
/// <param name="CommittedPosition">The position just behind the last durable record.</param>
/// <param name="Nodes">The nodes, by number.</param>
/// <param name="Shards">The shards, by number.</param>
/// <param name="Links">This node's links to others.</param>
/// <param name="SentCount">Commands this node has sent to others since it started.</param>
/// <param name="RetriedCount">How often one had to wait for its shard.</param>
/// <param name="LostCount">Commands of which it was not known whether they were decided.</param>
public sealed record ClusterAnswer(
    bool IsClustered,
    long CommittedPosition,
    IReadOnlyList<ClusterNodeAnswer> Nodes,
    IReadOnlyList<ClusterShardAnswer> Shards,
    IReadOnlyList<ClusterLinkAnswer> Links,
    long SentCount,
    long RetriedCount,
    long LostCount)
{
    /// <summary>What nodes share through Redis; null where none is configured.</summary>
    public ClusterRedisAnswer? Redis { get; init; }
}
