namespace Catalog.Shell.Observability.Contracts;

/// <summary>How far the snapshots are.</summary>
/// <param name="Partitions">Partitions with a snapshot.</param>
/// <param name="Packs">Files, or blobs.</param>
/// <param name="TotalBytes">Bytes of all states in them.</param>
/// <param name="LiveBytes">Bytes of the latest states.</param>
/// <param name="Position">A restart would replay the journal from here.</param>
/// <param name="LagBytes">Bytes it would replay.</param>
/// <param name="Passes">Passes since the start.</param>
/// <param name="IsRunning">Whether a pass is under way.</param>
public sealed record SnapshotsAnswer(
    int Partitions,
    int Packs,
    long TotalBytes,
    long LiveBytes,
    long Position,
    long LagBytes,
    long Passes,
    bool IsRunning);
