namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>A game of somebody under review.</summary>
/// <param name="At">When its score came.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long it took.</param>
/// <param name="ScoreDeviations">Where the score stands among the mode's recent ones: a z-score.</param>
/// <param name="DurationDeviations">Where the duration stands; below 0 is short.</param>
public sealed record EvidenceGameAnswer(
    DateTime At, int Score, int DurationSeconds, double ScoreDeviations, double DurationDeviations);
