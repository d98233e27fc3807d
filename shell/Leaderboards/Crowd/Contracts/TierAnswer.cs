namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A tier of skill.</summary>
/// <param name="Tier">Its name.</param>
/// <param name="FromRating">Its lowest rating.</param>
/// <param name="Share">Its share of the rated players, 0 to 1, of a sample.</param>
/// <param name="GamesShare">Its share of their games.</param>
/// <param name="MeanGames">How many games a player of it has played.</param>
public sealed record TierAnswer(string Tier, double FromRating, double Share, double GamesShare, double MeanGames);
