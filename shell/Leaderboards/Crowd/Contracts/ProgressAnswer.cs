namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Players who played about as much.</summary>
/// <param name="FromGames">From so many games.</param>
/// <param name="ToGames">To so many.</param>
/// <param name="Players">How many of the sample.</param>
/// <param name="MeanRating">Their mean rating.</param>
/// <param name="LowRating">What a quarter of them is below.</param>
/// <param name="HighRating">What three quarters are below.</param>
public sealed record ProgressAnswer(
    int FromGames, int ToGames, int Players, double MeanRating, double LowRating, double HighRating);
