namespace Catalog.Engine.Leaderboards.Play;

/// <summary>The standard normal distribution. Pure.</summary>
internal static class NormalCurve
{
    /// <summary>The share below so many deviations, within 1e-7 (Abramowitz and Stegun 1964, 26.2.17). O(1).</summary>
    public static double Below(double deviations)
    {
        double x = Math.Abs(deviations), t = 1 / (1 + (0.2316419 * x));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * t
            * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return deviations < 0 ? tail : 1 - tail;
    }
}
