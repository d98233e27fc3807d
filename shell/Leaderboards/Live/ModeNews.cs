namespace Catalog.Shell.Leaderboards.Live;

/// <summary>What there is to tell of a mode. For one teller.</summary>
internal sealed class ModeNews(GameMode mode, int scoreCount)
{
    /// <summary>The mode.</summary>
    public GameMode Mode { get; } = mode;

    /// <summary>Its latest scores.</summary>
    public RecentTop Scores { get; } = new(scoreCount);

    /// <summary>Whether somebody wants them.</summary>
    public bool WantsScores { get; set; }

    /// <summary>Whether the board and the scores are yet to be told of.</summary>
    public bool HasBoard { get; set; }

    /// <summary>Whether ranks are yet to be told of.</summary>
    public bool HasRanks { get; set; }

    /// <summary>When board and scores were told of last, milliseconds since 1970; 0 for never.</summary>
    public long BoardToldMs { get; set; }
}
