namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>What a scan is asked for.</summary>
// mutable: filled while options are read
internal ref struct ScanOptions
{
    /// <summary>What is shown.</summary>
    internal ReadOnlySpan<byte> Pattern;

    /// <summary>How many places are looked at.</summary>
    internal long Count;

    /// <summary>Whether keys of sorted sets are asked for: there are no others.</summary>
    internal bool IsOfSets;
}
