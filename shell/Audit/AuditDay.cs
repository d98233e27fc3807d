namespace Catalog.Shell.Audit;

/// <summary>
/// What operators did on a day, in the order it was recorded; an entry's number is its place, for ever. At most
/// <see cref="MaxEntries"/>. Not thread-safe: its shard alone touches it.
/// </summary>
public sealed class AuditDay
{
    /// <summary>Entries a day may have: one a second for a day and more, about 20 MB.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>The entries.</summary>
    internal List<AuditEntry> Entries { get; } = [];
}
