namespace Catalog.Engine.Leaderboards;

/// <summary>How a mode is doing at a moment.</summary>
/// <param name="ActivePlayers">Players who submitted within the last <see cref="GamePulse.ActiveMinutes"/>.</param>
/// <param name="ScoresLastSecond">Submissions of the last whole second.</param>
/// <param name="ScoresPerSecond">Submissions a second, on average of the last minute.</param>
/// <param name="Submitted">Submissions of the minutes that make somebody active.</param>
/// <param name="Held">Of these, held for review.</param>
/// <param name="DurationSeconds">How long games of these minutes took on average; not a number of none.</param>
public readonly record struct PulseReading(
    long ActivePlayers, long ScoresLastSecond, double ScoresPerSecond, long Submitted, long Held,
    double DurationSeconds);
