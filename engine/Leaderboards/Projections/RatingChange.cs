namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>A player's rating then and now.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Then">The rating at the beginning.</param>
/// <param name="ThenDeviation">Its deviation.</param>
/// <param name="Now">The rating now.</param>
/// <param name="NowDeviation">Its deviation.</param>
/// <param name="SinceMs">When the beginning was, milliseconds since 1970.</param>
public readonly record struct RatingChange(
    ulong PlayerId, double Then, double ThenDeviation, double Now, double NowDeviation, long SinceMs);
