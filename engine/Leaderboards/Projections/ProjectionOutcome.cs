namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>Whether something can be said of when a rank is reached.</summary>
public enum ProjectionOutcome
{
    /// <summary>It is reached at about the day that is given.</summary>
    Reached,

    /// <summary>It is held already.</summary>
    Held,

    /// <summary>The rank gets away: at this pace it is never reached.</summary>
    NotAtThisPace,

    /// <summary>It is more than half a year away, and nobody can tell.</summary>
    TooFar,

    /// <summary>There are too few days to tell a pace.</summary>
    TooFewDays,
}
