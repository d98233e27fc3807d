namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>How fast a total grows, and how unevenly.</summary>
/// <param name="ADay">What a day adds on average.</param>
/// <param name="Error">The standard error of that.</param>
/// <param name="DaySpread">The standard deviation of what a day adds.</param>
public readonly record struct Pace(double ADay, double Error, double DaySpread)
{
    /// <summary>Days a pace is taken from at most: four weeks, so that every weekday counts alike.</summary>
    public const int MostDays = 28;

    /// <summary>Days it is taken from at least.</summary>
    public const int FewestDays = 7;

    private const int Week = 7;

    // Half as much weight for every two weeks a day lies back: pace changes.
    private const double HalfLifeDays = 14;

    /// <summary>The pace of the last days. O(days).</summary>
    /// <param name="gains">What each day added, the latest last.</param>
    /// <returns>Null when there are fewer than <see cref="FewestDays"/>.</returns>
    public static Pace? Of(ReadOnlySpan<double> gains)
    {
        if (gains.Length < FewestDays) return null;
        int days = Math.Min(MostDays, gains.Length) / Week * Week;
        gains = gains[^days..];
        double sum = 0, weights = 0, squares = 0;
        for (int i = 0; i < days; i++)
        {
            double weight = Weight(days - 1 - i);
            sum += weight * gains[i];
            weights += weight;
            squares += weight * weight;
        }

        double mean = sum / weights, variance = 0;
        for (int i = 0; i < days; i++) variance += Weight(days - 1 - i) * (gains[i] - mean) * (gains[i] - mean);
        double count = weights * weights / squares;
        variance = variance / weights * count / Math.Max(1, count - 1);
        return new Pace(mean, Math.Sqrt(variance / count), Math.Sqrt(variance));
    }

    private static double Weight(int daysBack) => Math.Pow(0.5, daysBack / HalfLifeDays);
}
