namespace Catalog.Engine.Booking.Advice;

/// <summary>By how many percent demand changes with one percent of price.</summary>
/// <param name="Value">The best guess: what was seen, held against what is usual as far as little was seen.</param>
/// <param name="Observed">What the showtimes alone say.</param>
/// <param name="Error">How sure that is: its standard error.</param>
/// <param name="Showtimes">Showtimes it was seen on.</param>
public readonly record struct PriceElasticity(double Value, double Observed, double Error, int Showtimes)
{
    // Between -0.5 and -1.5 for most studies of cinema tickets; two thirds of a normal distribution lie there.
    private const double UsualValue = -1;
    private const double UsualError = 0.5;

    /// <summary>Nothing was seen: what is usual.</summary>
    public static PriceElasticity Usual { get; } = new(UsualValue, UsualValue, double.PositiveInfinity, 0);

    /// <summary>Whether prices varied enough to say much.</summary>
    public bool IsKnown => Error < UsualError / 2;

    /// <summary>The value a standard error less favourable to a lower price, or to a higher one.</summary>
    internal double Cautious(bool isLower)
    {
        double doubt = 1 / Math.Sqrt((1 / (Error * Error)) + (1 / (UsualError * UsualError)));
        return isLower ? Math.Min(-0.05, Value + doubt) : Value - doubt;
    }

    /// <summary>
    /// Weighs what was seen and what is usual by how sure each is: the posterior mean of a normal distribution.
    /// </summary>
    internal static PriceElasticity From(double observed, double error, int showtimes)
    {
        if (!double.IsFinite(observed) || !(error > 0) || showtimes < 30) return Usual with { Showtimes = showtimes };
        double seen = 1 / (error * error), usual = 1 / (UsualError * UsualError);
        double value = ((observed * seen) + (UsualValue * usual)) / (seen + usual);
        // Demand that rises with the price is chance, or a price that follows demand.
        return new PriceElasticity(Math.Min(-0.05, value), observed, error, showtimes);
    }
}
