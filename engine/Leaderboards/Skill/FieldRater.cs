using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models.Ratings;

namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>
/// Rates games that are played alone: each is a round against the field of its mode.
/// <code>
/// score ─► where it stands, z ─► result against five of the field, at −1.28 −0.52 0 0.52 1.28 deviations
///                                result = 1 / (1 + exp(−κ (z − zⱼ)))        rating of each: 1500 + 173.7 κ zⱼ
/// </code>
/// Result and expectation have the same shape, so a rating settles where a player's usual game stands: one deviation of
/// the field is <see cref="PointsADeviation"/> points. A period of inactivity is a day.
/// </summary>
/// <remarks>
/// <see cref="Glicko2"/> with fractional results. O(1), nothing allocated. Pure, thread-safe.
/// </remarks>
internal static class FieldRater
{
    /// <summary>Rating points for one deviation of scores.</summary>
    public const double PointsADeviation = 250;

    // Three deviations; what is beyond is luck or worse, and moves a rating no further.
    private const double Farthest = 3;
    private const double LogisticScale = 173.7178;
    private const double DayMs = 86_400_000;

    // The field is known well, but it moves.
    private const double FieldDeviation = 40;

    // A rating never gets so sure that it cannot follow a player who learns.
    private const double LeastDeviation = 35;
    private static readonly double[] Field = [-1.2816, -0.5244, 0, 0.5244, 1.2816];

    /// <summary>The rating after a game. O(1).</summary>
    /// <param name="before">The rating as of the game before.</param>
    /// <param name="idleMs">The time since then.</param>
    /// <param name="standing">Where the game stands in its mode.</param>
    public static GlickoRating Rate(GlickoRating before, long idleMs, in GameStanding standing)
    {
        double z = Math.Clamp(standing.Score, -Farthest, Farthest);
        Span<GlickoGame> games = stackalloc GlickoGame[Field.Length];
        for (int i = 0; i < games.Length; i++)
        {
            double result = 1 / (1 + Math.Exp(-PointsADeviation / LogisticScale * (z - Field[i])));
            games[i] = new GlickoGame(1500 + (PointsADeviation * Field[i]), FieldDeviation, result);
        }

        GlickoRating after = Glicko2.Update(Rested(before, idleMs), games);
        return after with { Deviation = Math.Max(LeastDeviation, after.Deviation) };
    }

    /// <summary>The rating after a time without play. O(1).</summary>
    public static GlickoRating Rested(GlickoRating rating, long idleMs) => Glicko2.Rest(rating, idleMs / DayMs);

    /// <summary>The share of the field a player of a rating usually beats. O(1).</summary>
    public static double PercentileOf(double rating) => NormalCurve.Below((rating - 1500) / PointsADeviation);
}
