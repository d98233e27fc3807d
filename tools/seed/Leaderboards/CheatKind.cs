namespace Catalog.Seed.Leaderboards;

/// <summary>What a cheater does.</summary>
internal enum CheatKind
{
    /// <summary>Plays by the rules.</summary>
    None,

    /// <summary>Games end in a fraction of the time they need.</summary>
    SpeedHack,

    /// <summary>Scores are made up: near the most there is, or a multiple of what was played.</summary>
    ScoreInjection,

    /// <summary>A program plays, at all hours, evenly.</summary>
    Bot,

    /// <summary>Somebody much better plays some of the sessions.</summary>
    Boosting,
}
