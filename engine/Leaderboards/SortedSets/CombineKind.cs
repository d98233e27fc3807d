namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>How several sets become one. Written to the journal; never renumbered.</summary>
internal enum CombineKind : byte
{
    /// <summary>Members of any.</summary>
    Union = 1,

    /// <summary>Members of all.</summary>
    Intersect = 2,

    /// <summary>Members of the first and of no other.</summary>
    Subtract = 3,
}
