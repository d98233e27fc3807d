namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A day's figure.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Value">The figure.</param>
public sealed record CrowdDayAnswer(DateOnly Day, double Value);
