namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>What was found in a player's history.</summary>
/// <param name="Games">Games that were looked at.</param>
/// <param name="MissingGames">Games more before anything can be said; 0 when there are enough.</param>
/// <param name="Insights">What was found, the largest effect first; none is an answer, too.</param>
public sealed record InsightReport(int Games, int MissingGames, IReadOnlyList<PerformanceInsight> Insights);
