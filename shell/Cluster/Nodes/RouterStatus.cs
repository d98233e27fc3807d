namespace Catalog.Shell.Cluster.Nodes;

/// <summary>What has gone to other nodes.</summary>
/// <param name="SentCount">Commands sent, those that were sent again included.</param>
/// <param name="RetriedCount">How often one had to wait for its shard.</param>
/// <param name="LostCount">Commands of which it is not known whether they were decided.</param>
/// <param name="WaitingCount">Commands that wait for their shard now.</param>
internal readonly record struct RouterStatus(long SentCount, long RetriedCount, long LostCount, int WaitingCount);
