namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Games that were a player's n-th.</summary>
/// <param name="FromGame">From this one of the player.</param>
/// <param name="ToGame">To this one; absent for all further ones.</param>
/// <param name="Games">How many were played.</param>
/// <param name="MeanScore">What they brought on the average.</param>
public sealed record ExperienceAnswer(int FromGame, int? ToGame, long Games, double MeanScore);
