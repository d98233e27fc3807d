namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Figures about the scores of a game mode.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Submissions">How many counted.</param>
/// <param name="Held">How many were held.</param>
/// <param name="AverageScore">Their average.</param>
/// <param name="AverageSeconds">How long a game took on average.</param>
/// <param name="Scores">Percentiles of the scores.</param>
/// <param name="Seconds">Percentiles of the durations.</param>
/// <param name="Hours">The last 48 hours, the earliest first.</param>
public sealed record ModeFiguresAnswer(
    string GameMode,
    long Submissions,
    long Held,
    double AverageScore,
    double AverageSeconds,
    ScorePercentiles? Scores,
    ScorePercentiles? Seconds,
    IReadOnlyList<HourFiguresAnswer> Hours);
