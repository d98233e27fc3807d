namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>
/// What came of a total day by day: of a player's score, or of the score some rank takes.
/// </summary>
/// <param name="Now">The total by now.</param>
/// <param name="Gains">What each of the last days added, the latest last.</param>
public readonly record struct DailyTotals(double Now, ReadOnlyMemory<double> Gains);
