namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's place at the end of a day.</summary>
/// <param name="Date">The day, UTC.</param>
/// <param name="Rank">All-time.</param>
/// <param name="Score">All-time.</param>
/// <param name="IsExact">Whether the rank is exact; others are right within one percent.</param>
public sealed record DayRankAnswer(DateOnly Date, long? Rank, long Score, bool IsExact);
