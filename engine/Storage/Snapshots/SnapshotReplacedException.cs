namespace Catalog.Engine.Storage.Snapshots;

/// <summary>Another process has written a state anew while its pieces were read: to be read again.</summary>
internal sealed class SnapshotReplacedException(in SnapshotInfo opened, long position)
    : IOException($"The snapshot of {opened.Key} at {opened.Position} was replaced by one at {position}.");
