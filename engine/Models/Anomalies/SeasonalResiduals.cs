namespace Catalog.Engine.Models.Anomalies;

/// <summary>
/// Finds unusual values in a series that has a season and a trend: what is left when both are taken out is scored by
/// <see cref="RobustScore"/>.
/// <code>
/// value = trend × season × rest        (of a series with values below one: sums instead of products)
/// trend: a running median over whole seasons;  season: the median rest of each phase
/// </code>
/// </summary>
/// <remarks>
/// Medians in place of STL's local regressions (Cleveland and others 1990; the idea: Hochenbaum, Vallis and Kejariwal
/// 2017): an outage does not bend what it is compared with. O(n × window log window). Pure.
/// </remarks>
public static class SeasonalResiduals
{
    /// <summary>Scores a series.</summary>
    /// <param name="values">The series.</param>
    /// <param name="period">The length of its season; 1 for none.</param>
    /// <param name="expected">Where what was to be expected goes.</param>
    /// <param name="scores">Where the scores go: above 3.5 and below -3.5 is unusual.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the period is not positive.</exception>
    public static void Score(ReadOnlySpan<double> values, int period, Span<double> expected, Span<double> scores)
    {
        if (expected.Length != values.Length || scores.Length != values.Length)
            throw new ArgumentException("A score a value.", nameof(scores));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        bool isProduct = true;
        foreach (double value in values) isProduct &= value >= 1;
        double[] series = new double[values.Length];
        for (int i = 0; i < series.Length; i++) series[i] = isProduct ? Math.Log(values[i]) : values[i];
        double[] season = new double[period];
        double[] trend = Trend(series, season, period);
        Seasons(series, trend, season);
        // Again without the season, which the first trend still had a little of.
        trend = Trend(series, season, period);
        Seasons(series, trend, season);
        double[] rest = new double[series.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            double middle = trend[i] + season[i % period];
            rest[i] = series[i] - middle;
            expected[i] = isProduct ? Math.Exp(middle) : middle;
        }

        RobustScore.Of(rest, scores);
    }

    private static double[] Trend(double[] series, double[] season, int period)
    {
        // Two seasons wide; narrower, the middle of the window would too often be the value itself.
        int reach = Math.Max(3, period);
        double[] trend = new double[series.Length];
        double[] level = new double[series.Length];
        for (int i = 0; i < level.Length; i++) level[i] = series[i] - season[i % period];
        for (int i = 0; i < trend.Length; i++)
        {
            // At the ends the window stays as wide and leans inwards.
            int from = Math.Max(0, Math.Min(i - reach, series.Length - (2 * reach) - 1));
            int to = Math.Min(series.Length, from + (2 * reach) + 1);
            trend[i] = RobustScore.Median(level.AsSpan(from, to - from));
        }

        return trend;
    }

    private static void Seasons(double[] series, double[] trend, double[] season)
    {
        var phase = new List<double>();
        for (int p = 0; p < season.Length; p++)
        {
            phase.Clear();
            for (int i = p; i < series.Length; i += season.Length) phase.Add(series[i] - trend[i]);
            season[p] = phase.Count == 0 ? 0 : RobustScore.Median(phase.ToArray());
        }

        double middle = RobustScore.Median(season);
        for (int p = 0; p < season.Length; p++) season[p] -= middle;
    }
}
