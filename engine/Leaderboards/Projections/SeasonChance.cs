namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>How likely somebody ends a season among the first.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="InTop">The probability to be among the first that were asked for.</param>
/// <param name="Wins">The probability to be the first.</param>
/// <param name="ExpectedScore">The score to be expected at the end.</param>
public readonly record struct SeasonChance(ulong PlayerId, double InTop, double Wins, double ExpectedScore);
