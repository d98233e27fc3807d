namespace Catalog.Shell.Observability.Contracts;

/// <summary>How a shard is doing.</summary>
/// <param name="Index">The shard.</param>
/// <param name="MailboxDepth">Commands that wait.</param>
/// <param name="MailboxCapacity">Commands that may wait.</param>
/// <param name="Commands">Commands decided since the start.</param>
/// <param name="CommandsPerSecond">In the last minute.</param>
/// <param name="Batches">Batches since the start.</param>
/// <param name="MeanBatch">Commands a batch, in the last minute.</param>
/// <param name="BatchesInFlight">Batches that are with the journal.</param>
/// <param name="Partitions">Partitions in memory.</param>
public sealed record ShardAnswer(
    int Index,
    int MailboxDepth,
    int MailboxCapacity,
    long Commands,
    double CommandsPerSecond,
    long Batches,
    double MeanBatch,
    int BatchesInFlight,
    int Partitions);
