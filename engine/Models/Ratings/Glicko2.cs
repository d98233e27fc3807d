namespace Catalog.Engine.Models.Ratings;

/// <summary>
/// Ratings that say how sure they are, and that loosen while somebody does not play.
/// <code>
/// μ = (rating − 1500) / 173.7178      φ = deviation / 173.7178
/// expected   E = 1 / (1 + exp(−g(φⱼ)(μ − μⱼ)))        g(φ) = 1 / √(1 + 3φ²/π²)
/// precision  1/v = Σ g² E(1 − E)                       surprise  Δ = v Σ g (s − E)
/// then       σ' from σ, Δ, φ, v;   φ'² = 1 / (1/(φ² + σ'²) + 1/v);   μ' = μ + φ'² Σ g (s − E)
/// </code>
/// </summary>
/// <remarks>
/// Glickman, "Example of the Glicko-2 system", 2013, with his Illinois iteration for the volatility. Results may be any
/// number from 0 to 1. O(games + iterations), nothing allocated. Pure, thread-safe.
/// </remarks>
public static class Glicko2
{
    /// <summary>How freely volatility changes: the paper's system constant τ, 0.3 to 1.2.</summary>
    public const double UsualTau = 0.5;

    // 400 / ln 10: the scale on which ratings are Elo's.
    private const double Scale = 173.7178;
    private const double Middle = 1500;
    private const double Tolerance = 1e-6;

    // The iteration closes in superlinearly; the paper's example takes four rounds.
    private const int MaxRounds = 64;

    /// <summary>The rating after the games of one rating period. O(games), nothing allocated.</summary>
    /// <param name="before">What was believed before them.</param>
    /// <param name="games">The games; none is a period without play.</param>
    /// <param name="tau">How freely volatility changes.</param>
    public static GlickoRating Update(GlickoRating before, ReadOnlySpan<GlickoGame> games, double tau = UsualTau)
    {
        if (games.IsEmpty) return Rest(before, 1);
        double mean = (before.Rating - Middle) / Scale, deviation = before.Deviation / Scale;
        double precision = 0, surprise = 0;
        foreach (GlickoGame game in games)
        {
            double weight = Weight(game.OpponentDeviation / Scale);
            double expected = Expected(weight * (mean - ((game.OpponentRating - Middle) / Scale)));
            precision += weight * weight * expected * (1 - expected);
            surprise += weight * (game.Result - expected);
        }

        // All opponents so far away that no result says anything.
        if (!(precision > 1e-12)) return Rest(before, 1);
        double volatility = NextVolatility(before.Volatility, deviation, 1 / precision, surprise / precision, tau);
        double loosened = (deviation * deviation) + (volatility * volatility);
        double variance = 1 / ((1 / loosened) + precision);
        return new GlickoRating(
            Middle + (Scale * (mean + (variance * surprise))), Scale * Math.Sqrt(variance), volatility);
    }

    /// <summary>The rating after some time without play: as high, and less sure. O(1).</summary>
    /// <param name="before">What was believed.</param>
    /// <param name="periods">How many rating periods have gone by; parts of one count as such.</param>
    /// <param name="maxDeviation">What the deviation does not exceed: that of somebody unknown.</param>
    public static GlickoRating Rest(GlickoRating before, double periods, double maxDeviation = 350)
    {
        if (!(periods > 0) || before.Deviation >= maxDeviation) return before;
        double drift = Scale * before.Volatility;
        double variance = (before.Deviation * before.Deviation) + (drift * drift * periods);
        return before with { Deviation = Math.Min(maxDeviation, Math.Sqrt(variance)) };
    }

    /// <summary>
    /// The result to be expected between two, with what is not known of both taken into account: 0.5 is an even game.
    /// O(1).
    /// </summary>
    public static double Expect(GlickoRating player, GlickoRating opponent)
    {
        double both = Math.Sqrt(
            (player.Deviation * player.Deviation) + (opponent.Deviation * opponent.Deviation)) / Scale;
        return Expected(Weight(both) * (player.Rating - opponent.Rating) / Scale);
    }

    private static double Weight(double deviation) =>
        1 / Math.Sqrt(1 + (3 * deviation * deviation / (Math.PI * Math.PI)));

    private static double Expected(double difference) => 1 / (1 + Math.Exp(-difference));

    // The paper's step 5: the zero of f(x) = e^x (Δ² − φ² − v − e^x) / 2(φ² + v + e^x)² − (x − ln σ²) / τ².
    private static double NextVolatility(double volatility, double deviation, double variance, double gain, double tau)
    {
        double start = Math.Log(volatility * volatility), spread = deviation * deviation;
        double excess = (gain * gain) - spread - variance;
        double low = start, high;
        if (excess > 0)
        {
            high = Math.Log(excess);
        }
        else
        {
            high = start - tau;
            for (int k = 2; k < MaxRounds && Slope(high) < 0; k++) high = start - (k * tau);
        }

        double atLow = Slope(low), atHigh = Slope(high);
        for (int round = 0; round < MaxRounds && Math.Abs(high - low) > Tolerance; round++)
        {
            double next = low + ((low - high) * atLow / (atHigh - atLow)), atNext = Slope(next);
            if (atNext * atHigh <= 0) (low, atLow) = (high, atHigh);
            else atLow /= 2;
            (high, atHigh) = (next, atNext);
        }

        return Math.Exp(low / 2);

        double Slope(double x)
        {
            double e = Math.Exp(x), sum = spread + variance + e;
            return (e * (excess - e) / (2 * sum * sum)) - ((x - start) / (tau * tau));
        }
    }
}
