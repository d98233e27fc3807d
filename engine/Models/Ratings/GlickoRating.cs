namespace Catalog.Engine.Models.Ratings;

/// <summary>What is believed of a player's strength.</summary>
/// <param name="Rating">The rating; 1500 is where everybody begins.</param>
/// <param name="Deviation">Its standard deviation: 350 when nothing is known.</param>
/// <param name="Volatility">How much strength itself is expected to change in a rating period; 0.06 at first.</param>
public readonly record struct GlickoRating(double Rating, double Deviation, double Volatility)
{
    /// <summary>What is believed of somebody nothing is known of.</summary>
    public static GlickoRating Unknown => new(1500, 350, 0.06);

    /// <summary>The rating that is exceeded with a probability of 97.5 %.</summary>
    public double Low => Rating - (1.96 * Deviation);

    /// <summary>The rating that is not exceeded with a probability of 97.5 %.</summary>
    public double High => Rating + (1.96 * Deviation);
}
