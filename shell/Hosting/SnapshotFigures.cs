namespace Catalog.Shell.Hosting;

/// <summary>How large the saved states are.</summary>
/// <param name="Count">Partitions and models with a saved state.</param>
/// <param name="PackCount">Files or blobs they lie in.</param>
/// <param name="TotalBytes">Bytes those take.</param>
/// <param name="LiveBytes">Bytes of the latest states in them.</param>
public readonly record struct SnapshotFigures(int Count, int PackCount, long TotalBytes, long LiveBytes);
