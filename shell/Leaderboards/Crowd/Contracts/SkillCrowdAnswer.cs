using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>How skilled players are.</summary>
/// <param name="Rated">How many players are rated.</param>
/// <param name="Tiers">The tiers, the lowest first.</param>
/// <param name="Ratings">How many players are rated in each class of ratings.</param>
/// <param name="Progress">The mean rating of players by how many games they played, of a sample.</param>
/// <param name="Experience">What games of the mode bring, by how many the player had played.</param>
/// <param name="Sample">Some players: rating, games and time played.</param>
/// <param name="Emerging">Advanced players whose rating rose fastest in four weeks, without those in doubt.</param>
public sealed record SkillCrowdAnswer(
    int Rated,
    IReadOnlyList<TierAnswer> Tiers,
    IReadOnlyList<RatingCountAnswer> Ratings,
    IReadOnlyList<ProgressAnswer> Progress,
    IReadOnlyList<ExperienceAnswer> Experience,
    IReadOnlyList<SkillPointAnswer> Sample,
    IReadOnlyList<EmergingAnswer> Emerging)
    : IExampled<SkillCrowdAnswer>
{
    /// <inheritdoc/>
    public static SkillCrowdAnswer Example => new(
        10_240,
        [
            new TierAnswer("beginner", 0, 0.6, 0.41, 58.2), new TierAnswer("intermediate", 1_553, 0.3, 0.4, 112.5),
            new TierAnswer("advanced", 1_798, 0.09, 0.16, 150.1), new TierAnswer("pro", 2_064, 0.01, 0.03, 231.7),
        ],
        [new RatingCountAnswer(1_475, 1_500, 812, "beginner"), new RatingCountAnswer(1_500, 1_525, 807, "beginner")],
        [new ProgressAnswer(64, 127, 1_960, 1_541.5, 1_402.1, 1_675.8)],
        [new ExperienceAnswer(1, 1, 9_310, 1_022.4), new ExperienceAnswer(2, 3, 17_604, 1_107.9)],
        [new SkillPointAnswer(4_211, 1_620.3, 230, 38.25, "intermediate")],
        [
            new EmergingAnswer(
                4_790, "QuietHeron", 1_931, 1_604, new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc), 187,
                "advanced", "raid"),
        ]);
}
