namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>What happens right now; told once a second.</summary>
/// <param name="At">The moment.</param>
/// <param name="Modes">The game modes.</param>
/// <param name="LagMs">How old the oldest submission is that a consumer has not handled, in milliseconds.</param>
/// <param name="LagBytes">Bytes of the journal the slowest consumer has not read.</param>
/// <param name="ModelLagBytes">Bytes of the journal the slowest model has not read.</param>
/// <param name="KafkaLag">Messages the consumers behind Kafka have not read; absent without Kafka.</param>
/// <param name="CommitP99Ms">The time to a durable answer that 99 of 100 stay below, of the last minute.</param>
/// <param name="MemoryBytes">Memory of the server that answers, boards and all.</param>
/// <param name="TopHitShare">
/// Of the reads of a board's first hundred since the start, those answered without asking a shard, 0 to 1; absent when
/// there was none.
/// </param>
/// <param name="Alerts">Alerts about leaderboards that are not over.</param>
public sealed record GamePulseAnswer(
    DateTime At,
    IReadOnlyList<ModePulseAnswer> Modes,
    double LagMs,
    long LagBytes,
    long ModelLagBytes,
    long? KafkaLag,
    double CommitP99Ms,
    long MemoryBytes,
    double? TopHitShare,
    IReadOnlyList<PulseAlertAnswer> Alerts);
