namespace Catalog.Engine.Core.Shards;

/// <summary>What recovery did.</summary>
/// <param name="ReadCount">Facts read from the journal behind the last complete set of snapshots.</param>
/// <param name="AppliedCount">Those of them that no snapshot held yet.</param>
/// <param name="Elapsed">How long it took.</param>
public readonly record struct RecoveryReport(long ReadCount, long AppliedCount, TimeSpan Elapsed);
