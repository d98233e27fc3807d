namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A class of ratings.</summary>
/// <param name="From">From this rating.</param>
/// <param name="To">To less than this one.</param>
/// <param name="Players">How many players.</param>
/// <param name="Tier">The tier its middle is in.</param>
public sealed record RatingCountAnswer(int From, int To, int Players, string Tier);
