namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>What a player's scores may depend on.</summary>
public enum InsightFactor
{
    /// <summary>The part of the day.</summary>
    PartOfDay,

    /// <summary>Saturday and Sunday against the other days.</summary>
    Weekend,

    /// <summary>The first game of a session against the others.</summary>
    WarmUp,

    /// <summary>Games late in a session against the earlier ones.</summary>
    Fatigue,

    /// <summary>The mode.</summary>
    Mode,

    /// <summary>The last third of the games against the first.</summary>
    Progress,
}
