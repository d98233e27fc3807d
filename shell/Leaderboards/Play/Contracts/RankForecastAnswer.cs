namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>The rank to be expected.</summary>
/// <param name="Days">In how many days.</param>
/// <param name="Rank">The rank.</param>
public sealed record RankForecastAnswer(int Days, long Rank);
