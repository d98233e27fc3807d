namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>What happens right now in a game mode.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="ActivePlayers">Who submitted within the last fifteen minutes.</param>
/// <param name="ScoresLastSecond">Submissions of the last whole second.</param>
/// <param name="ScoresPerSecond">Submissions a second, on average of the last minute.</param>
/// <param name="Submitted">Submissions of the last fifteen minutes.</param>
/// <param name="Held">Of these, held for review.</param>
/// <param name="AverageSeconds">How long these games took on average; absent of none.</param>
/// <param name="Seconds">
/// Submissions of each of the last five minutes' seconds, the latest last; only in what a client begins with.
/// </param>
public sealed record ModePulseAnswer(
    string GameMode,
    long ActivePlayers,
    long ScoresLastSecond,
    double ScoresPerSecond,
    long Submitted,
    long Held,
    double? AverageSeconds,
    IReadOnlyList<long>? Seconds);
