namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Percentiles.</summary>
/// <param name="P10">A tenth is below.</param>
/// <param name="P50">Half is below.</param>
/// <param name="P75">Three quarters are below.</param>
/// <param name="P90">Nine tenths are below.</param>
/// <param name="P95">95 percent are below.</param>
/// <param name="P99">99 percent are below.</param>
public sealed record ScorePercentiles(double P10, double P50, double P75, double P90, double P95, double P99);
