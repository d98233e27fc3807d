namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's totals in a game mode.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="GamesPlayed">Games that counted.</param>
/// <param name="TotalScore">The sum of their scores.</param>
/// <param name="AverageScore">Their average.</param>
/// <param name="BestScore">The highest.</param>
/// <param name="AverageSeconds">How long a game took on average.</param>
/// <param name="Rank">All-time.</param>
/// <param name="LastPlayedAt">When the last submission came.</param>
public sealed record ModeStatsAnswer(
    string GameMode,
    int GamesPlayed,
    long TotalScore,
    long AverageScore,
    int BestScore,
    long AverageSeconds,
    long? Rank,
    DateTime? LastPlayedAt);
