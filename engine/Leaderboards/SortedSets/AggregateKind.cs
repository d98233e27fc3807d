namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>Which score a member of several sets gets. Written to the journal; never renumbered.</summary>
internal enum AggregateKind : byte
{
    /// <summary>All of them together.</summary>
    Sum = 1,

    /// <summary>The least.</summary>
    Min = 2,

    /// <summary>The greatest.</summary>
    Max = 3,
}
