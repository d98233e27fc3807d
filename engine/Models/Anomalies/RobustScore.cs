namespace Catalog.Engine.Models.Anomalies;

/// <summary>
/// How unusual numbers are among their like, judged by median and median absolute deviation, which a few wild values
/// do not move. Pure functions.
/// </summary>
/// <remarks>Iglewicz and Hoaglin, "How to detect and handle outliers", 1993, who call 3.5 unusual.</remarks>
public static class RobustScore
{
    /// <summary>From this score on a value is usually called unusual.</summary>
    public const double Usual = 3.5;

    // The deviation of a normal distribution is 1.4826 times its median absolute deviation, and 1.2533 times its mean
    // absolute deviation.
    private const double FromMedian = 1.4826;
    private const double FromMean = 1.2533;

    /// <summary>The middle value; of an even number, the mean of the two. O(n log n), allocates a copy.</summary>
    /// <returns>NaN when there are none.</returns>
    public static double Median(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return double.NaN;
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>A value below which a share of the values lies, between two neighbours in proportion. O(1).</summary>
    /// <param name="sorted">The values, rising, at least one.</param>
    /// <param name="share">The share, 0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty) throw new ArgumentException("There are no values.", nameof(sorted));
        double at = Math.Clamp(share, 0, 1) * (sorted.Length - 1);
        int below = Math.Min((int)at, sorted.Length - 2);
        return sorted.Length == 1 ? sorted[0] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>Middle and spread: the spread is that of a normal distribution. O(n log n).</summary>
    /// <returns>The spread is 0 when all values are one.</returns>
    public static (double Median, double Spread) Describe(ReadOnlySpan<double> values)
    {
        double median = Median(values);
        double[] gaps = new double[values.Length];
        double sum = 0;
        for (int i = 0; i < gaps.Length; i++) sum += gaps[i] = Math.Abs(values[i] - median);
        double spread = Median(gaps) * FromMedian;
        // More than half are one value: the mean says more.
        if (spread == 0 && gaps.Length > 0) spread = sum / gaps.Length * FromMean;
        return (median, spread);
    }

    /// <summary>How many spreads each value is above or below the middle. O(n log n).</summary>
    /// <param name="values">The values.</param>
    /// <param name="scores">Where the scores go.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Of(ReadOnlySpan<double> values, Span<double> scores)
    {
        if (values.Length != scores.Length) throw new ArgumentException("A score a value.", nameof(scores));
        (double median, double spread) = Describe(values);
        for (int i = 0; i < values.Length; i++) scores[i] = spread == 0 ? 0 : (values[i] - median) / spread;
    }
}
