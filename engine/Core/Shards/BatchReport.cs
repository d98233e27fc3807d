namespace Catalog.Engine.Core.Shards;

/// <summary>One batch of a shard that became durable: what a turn decided and how long its callers waited.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="CommandCount">Commands decided in it.</param>
/// <param name="SizeBytes">Bytes of their facts; 0 when they only looked.</param>
/// <param name="Decide">From the turn's begin until it went to the journal.</param>
/// <param name="Commit">From there until it was durable.</param>
public readonly record struct BatchReport(
    int Shard, int CommandCount, int SizeBytes, TimeSpan Decide, TimeSpan Commit);
