namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Scores that were just counted.</summary>
/// <param name="Scores">The earliest first; when there are many, the highest.</param>
public sealed record RecentScores(IReadOnlyList<RecentScore> Scores);
