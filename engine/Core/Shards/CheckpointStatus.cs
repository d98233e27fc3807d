namespace Catalog.Engine.Core.Shards;

/// <summary>How far the snapshots are.</summary>
/// <param name="Position">Recovery would replay the journal from here.</param>
/// <param name="PassCount">Passes since the start, failed ones included.</param>
/// <param name="IsRunning">Whether a pass is under way.</param>
public readonly record struct CheckpointStatus(long Position, long PassCount, bool IsRunning);
