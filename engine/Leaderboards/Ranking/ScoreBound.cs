namespace Catalog.Engine.Leaderboards;

/// <summary>An end of a range of scores.</summary>
/// <param name="Score">The score, infinities included.</param>
/// <param name="IsExclusive">Whether those who have it are outside.</param>
public readonly record struct ScoreBound(double Score, bool IsExclusive = false);
