namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>Somebody who may win a season.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Score">The season's score by now, and what each day added.</param>
public readonly record struct SeasonCandidate(ulong PlayerId, DailyTotals Score);
