namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>How skilled players are.</summary>
/// <param name="Rated">How many players are rated.</param>
/// <param name="Tiers">The tiers, the lowest first.</param>
/// <param name="Ratings">How many players are rated in each class of ratings.</param>
/// <param name="Progress">The mean rating of players by how many games they played, of a sample.</param>
/// <param name="Experience">What games of the mode bring, by how many the player had played.</param>
/// <param name="Sample">Some players: rating, games and time played.</param>
public sealed record SkillCrowdAnswer(
    int Rated,
    IReadOnlyList<TierAnswer> Tiers,
    IReadOnlyList<RatingCountAnswer> Ratings,
    IReadOnlyList<ProgressAnswer> Progress,
    IReadOnlyList<ExperienceAnswer> Experience,
    IReadOnlyList<SkillPointAnswer> Sample);
