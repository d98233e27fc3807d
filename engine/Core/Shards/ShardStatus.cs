namespace Catalog.Engine.Core.Shards;

/// <summary>How a shard is doing, read beside it: each number is right at some moment, not all at the same.</summary>
/// <param name="Index">The shard.</param>
/// <param name="MailboxDepth">Commands that wait.</param>
/// <param name="MailboxCapacity">Commands that may wait before callers are told it is busy.</param>
/// <param name="CommandCount">Commands decided since the start.</param>
/// <param name="BatchCount">Batches handed to the journal since the start.</param>
/// <param name="BatchesInFlight">Batches that are with the journal.</param>
/// <param name="PartitionCount">Partitions in memory.</param>
/// <param name="IsOwned">Whether this process owns the shard; always, where there is only one process.</param>
public readonly record struct ShardStatus(
    int Index,
    int MailboxDepth,
    int MailboxCapacity,
    long CommandCount,
    long BatchCount,
    int BatchesInFlight,
    int PartitionCount,
    bool IsOwned);
