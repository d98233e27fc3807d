using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Finds how demand changes with the price: seats = exp(a + b·expected + c·log price), of which c is the elasticity.
/// </summary>
/// <remarks>
/// Poisson pseudo-maximum-likelihood (Santos Silva and Tenreyro, "The log of gravity", 2006): right on average whatever
/// the distribution, where a regression of logarithms takes showtimes with few seats for something they are not. Solved
/// by iteratively reweighted least squares; the error is that of a quasi-Poisson model, which allows for luck beyond
/// Poisson's. O(steps × showtimes).
/// </remarks>
internal static class ElasticityFit
{
    private const int Steps = 12;
    private const double MaxLog = 12;
    private static readonly double[] Penalties = [1e-6, 1e-6, 1e-6];

    public static PriceElasticity Of(List<PricedShow> shows)
    {
        double[] coefficients = [0, 1, 0];
        var equations = new NormalEquations(3);
        for (int step = 0; step < Steps; step++)
        {
            equations.Clear();
            foreach (PricedShow show in shows)
            {
                double log = LogOf(coefficients, show), seats = Math.Exp(log);
                equations.Add([1, show.Log, show.Price], log + ((show.Sold - seats) / seats), seats);
            }

            equations.Solve(Penalties, coefficients);
        }

        double spread = 0;
        foreach (PricedShow show in shows)
        {
            double seats = Math.Exp(LogOf(coefficients, show));
            spread += (show.Sold - seats) * (show.Sold - seats) / seats;
        }

        double variance = spread / Math.Max(1, shows.Count - 3) * equations.InverseDiagonal(2);
        return PriceElasticity.From(coefficients[2], Math.Sqrt(variance), shows.Count);
    }

    private static double LogOf(double[] coefficients, PricedShow show) => Math.Clamp(
        coefficients[0] + (coefficients[1] * show.Log) + (coefficients[2] * show.Price), -2, MaxLog);
}
