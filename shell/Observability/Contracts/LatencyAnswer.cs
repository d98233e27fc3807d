namespace Catalog.Shell.Observability.Contracts;

/// <summary>How often something happened in the last minute, and how long it took.</summary>
/// <param name="Count">How often since the start.</param>
/// <param name="PerSecond">How often a second, in the last minute.</param>
/// <param name="P50Ms">Half took at most so many milliseconds.</param>
/// <param name="P90Ms">The same for 9 in 10.</param>
/// <param name="P99Ms">The same for 99 in 100.</param>
public sealed record LatencyAnswer(
    long Count,
    double PerSecond,
    double P50Ms,
    double P90Ms,
    double P99Ms);
