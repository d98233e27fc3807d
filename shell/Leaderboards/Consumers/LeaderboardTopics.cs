using Catalog.Shell.Events;

namespace Catalog.Shell.Leaderboards.Consumers;

/// <summary>The topics leaderboards write to, and their events by name.</summary>
public static class LeaderboardTopics
{
    /// <summary>Every submission, counted or held.</summary>
    public const string Scores = "score-submitted";

    /// <summary>What changed on the boards.</summary>
    public const string Boards = "leaderboard-updated";

    /// <summary>What is suspected.</summary>
    public const string Cheats = "cheat-detected";

    /// <summary>What players achieved.</summary>
    public const string Achievements = "player-achievements";

    public static readonly EventName ScoreSubmitted = new(Scores, "score.submitted");
    public static readonly EventName RankChanged = new(Boards, "leaderboard.rank_changed");
    public static readonly EventName Corrected = new(Boards, "leaderboard.corrected");
    public static readonly EventName WindowClosed = new(Boards, "leaderboard.window_closed");
    public static readonly EventName CheatDetected = new(Cheats, "cheat.detected");
    public static readonly EventName NewHighScore = new(Achievements, "achievement.new_high_score");
    public static readonly EventName TopHundred = new(Achievements, "achievement.top_100");
    public static readonly EventName Rewarded = new(Achievements, "achievement.rewarded");
}
