namespace Catalog.Shell.Cluster.Nodes.Contracts;

/// <summary>A shard of the cluster.</summary>
/// <param name="Number">The shard.</param>
/// <param name="Node">The number of the node that owns it; null while nobody does.</param>
public sealed record ClusterShardAnswer(int Number, int? Node);
