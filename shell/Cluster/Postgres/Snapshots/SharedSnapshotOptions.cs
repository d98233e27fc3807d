namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>What <see cref="SharedSnapshotStore"/> may spend.</summary>
public sealed record SharedSnapshotOptions
{
    /// <summary>
    /// How long a pack without a live state is kept: a node that has not heard of it may still read there. Default 10
    /// minutes.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// State bytes one tidying moves out of old packs, at most (and one pack's at least). Default 64 MiB.
    /// </summary>
    public long MergeBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Bytes of a pack that merging makes. Default 8 MiB.</summary>
    public int MergedPackBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// Bytes of one pack, beside those of one state: more go into several. Default 256 MiB.
    /// </summary>
    public int PackBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>
    /// How many packs smaller than an eighth of a merged one are left beside one another. Default 64.
    /// </summary>
    public int SmallPacks { get; init; } = 64;

    /// <summary>
    /// How long a read may take, and a second more for every 8 MiB: a shard waits for it. Default 3 s.
    /// </summary>
    public TimeSpan ReadPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long reads fail at once after one that failed, so that the shard's other partitions get on. Default 1 s.
    /// </summary>
    public TimeSpan ReadPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Blocks of packs kept in memory, 128 KiB each: neighbours in a pack were saved together, and a shard that comes
    /// is read as a whole. Default 128, 16 MiB.
    /// </summary>
    public int CachedBlocks { get; init; } = 128;
}
