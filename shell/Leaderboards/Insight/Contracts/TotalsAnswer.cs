namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>Percentiles of players' totals.</summary>
/// <param name="P50">Half is below.</param>
/// <param name="P75">Three quarters are below.</param>
/// <param name="P90">Nine tenths are below.</param>
/// <param name="P95">95 percent are below.</param>
/// <param name="P99">99 percent are below.</param>
public sealed record TotalsAnswer(double P50, double P75, double P90, double P95, double P99);
