namespace Catalog.Engine.Storage.Snapshots;

/// <summary>What a <see cref="PackedSnapshotStore"/> may spend on keeping its folder small.</summary>
public sealed record PackedSnapshotOptions
{
    /// <summary>
    /// State bytes one <see cref="PackedSnapshotStore.Write"/> moves out of old packs at most, beside as many as the
    /// set itself has (and beside one state, however large, so that merging always gets on). Default 32 MiB: a few
    /// tenths of a second of a plain disk, and packs of 4 MiB or more are large enough to be left alone.
    /// </summary>
    public int MergeBytesPerWrite { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// Index records one <see cref="PackedSnapshotStore.Write"/> looks at while merging, at most. Default 65,536.
    /// </summary>
    public int MergeEntriesPerWrite { get; init; } = 64 * 1024;

    /// <summary>How many packs of about the same size are left beside one another. Default 8.</summary>
    public int PacksPerTier { get; init; } = 8;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not usable.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MergeBytesPerWrite);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MergeEntriesPerWrite);
        ArgumentOutOfRangeException.ThrowIfLessThan(PacksPerTier, 2);
    }
}
