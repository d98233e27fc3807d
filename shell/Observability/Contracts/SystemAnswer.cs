using Catalog.Shell.Events.Contracts;

namespace Catalog.Shell.Observability.Contracts;

/// <summary>How the server is doing.</summary>
/// <param name="At">Now.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="Shards">The shards.</param>
/// <param name="Decide">Turns that decided something.</param>
/// <param name="Commit">Batches with facts, from being decided to being durable.</param>
/// <param name="BatchSizes">Batches by size.</param>
/// <param name="Journal">The journal.</param>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Consumers">The consumers.</param>
/// <param name="Projections">The models.</param>
/// <param name="Process">The process.</param>
/// <param name="Live">Who listens.</param>
/// <param name="Http">The requests.</param>
/// <param name="Slow">The slowest of the last hour, slowest first.</param>
public sealed record SystemAnswer(
    DateTimeOffset At,
    DateTimeOffset StartedAt,
    IReadOnlyList<ShardAnswer> Shards,
    LatencyAnswer Decide,
    LatencyAnswer Commit,
    IReadOnlyList<BatchSizeAnswer> BatchSizes,
    JournalAnswer Journal,
    SnapshotsAnswer Snapshots,
    IReadOnlyList<ConsumerAnswer> Consumers,
    IReadOnlyList<ProjectionAnswer> Projections,
    ProcessAnswer Process,
    LiveAnswer Live,
    HttpAnswer Http,
    IReadOnlyList<SlowOperationAnswer> Slow);
