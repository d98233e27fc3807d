namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What is to be expected of a day.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Value">What is to be expected.</param>
/// <param name="Lower">The lower end of the band.</param>
/// <param name="Upper">The upper end of the band.</param>
public sealed record CrowdBandAnswer(DateOnly Day, double Value, double Lower, double Upper);
