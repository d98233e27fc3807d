namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>What ZADD was asked for besides members and scores.</summary>
[Flags]
internal enum AddFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>NX: only members that are not there.</summary>
    New = 1,

    /// <summary>XX: only members that are there.</summary>
    Existing = 2,

    /// <summary>GT: of members that are there only those that get a greater score.</summary>
    Greater = 4,

    /// <summary>LT: of members that are there only those that get a lower score.</summary>
    Less = 8,

    /// <summary>CH: changed members are counted, too.</summary>
    CountChanged = 16,

    /// <summary>INCR: the score is added to the one there is.</summary>
    Increment = 32,
}
