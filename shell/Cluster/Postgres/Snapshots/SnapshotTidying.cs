namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>What a tidying did.</summary>
/// <param name="RemovedPacks">Packs without a live state that were removed.</param>
/// <param name="RemovedOrphans">Blobs that belonged to no pack and were removed.</param>
/// <param name="MergedPacks">Packs whose live states were written anew; they are dead now.</param>
/// <param name="MovedBytes">Bytes of those states.</param>
public readonly record struct SnapshotTidying(
    int RemovedPacks, int RemovedOrphans, int MergedPacks, long MovedBytes);
