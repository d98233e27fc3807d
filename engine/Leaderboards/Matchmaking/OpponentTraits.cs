namespace Catalog.Engine.Leaderboards.Matchmaking;

/// <summary>Why somebody is a good opponent, or not quite.</summary>
[Flags]
public enum OpponentTraits
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>The chances are between 45 and 55 %.</summary>
    EvenChances = 1,

    /// <summary>Of the same region.</summary>
    SameRegion = 2,

    /// <summary>Played in the last 24 hours.</summary>
    PlayedToday = 4,

    /// <summary>Not known well yet.</summary>
    Provisional = 8,
}
