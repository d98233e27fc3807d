namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>What the ends of a range are.</summary>
internal enum RangeKind
{
    /// <summary>Ranks; negative ones count from the end.</summary>
    Rank,

    /// <summary>Scores.</summary>
    Score,

    /// <summary>Names, where all scores are the same.</summary>
    Name,
}
