namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>What unusual play looks most like.</summary>
public enum CheatPattern
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>Games end in a fraction of the time others need.</summary>
    SpeedHack,

    /// <summary>Scores beyond what is played, or the same again and again.</summary>
    ScoreInjection,

    /// <summary>Even play at all hours: a program.</summary>
    Bot,

    /// <summary>Sessions far better than the player's own: somebody else plays.</summary>
    AccountSharing,
}
