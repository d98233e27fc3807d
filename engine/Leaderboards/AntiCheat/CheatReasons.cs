namespace Catalog.Engine.Leaderboards;

/// <summary>The rules a submission broke. The numbers are wire ids and never change.</summary>
[Flags]
public enum CheatReasons : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>More than a game can bring.</summary>
    ScoreTooHigh = 1,

    /// <summary>A game shorter than 0.3 times the mode's average.</summary>
    TooShort = 2,

    /// <summary>A game longer than 3 times the mode's average.</summary>
    TooLong = 4,

    /// <summary>Too soon behind the player's submission before.</summary>
    TooFrequent = 8,
}
