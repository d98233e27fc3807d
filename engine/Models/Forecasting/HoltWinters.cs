namespace Catalog.Engine.Models.Forecasting;

/// <summary>
/// Exponential smoothing of level, trend and one or two seasons, with the smoothing constants that would have done best
/// on the history.
/// <code>
/// level  ← a (y less season) + (1-a)(level + φ trend)
/// trend  ← b (change of level) + (1-b) φ trend
/// season ← c (y less level) + (1-c) season            for each season
/// </code>
/// </summary>
/// <remarks>
/// Winters 1960; damped trend: Gardner and McKenzie 1985; two seasons: Taylor 2003. The constants minimise the squared
/// errors one step ahead, found by pattern search (Hooke and Jeeves 1961) from the usual values. O(history × 200).
/// </remarks>
/// <param name="options">The shape.</param>
public sealed class HoltWinters(HoltWintersOptions options) : IForecastMethod
{
    private const double Damping = 0.97;
    private const double FirstStride = 0.2;
    private const double LastStride = 0.01;
    private static readonly double[] Start = [0.2, 0.02, 0.15, 0.15];

    /// <inheritdoc/>
    public string Name =>
        $"Holt-Winters, {(options.IsMultiplicative ? "multiplicative" : "additive")}"
        + (options.LongPeriod > 0 ? ", two seasons" : "");

    /// <inheritdoc/>
    public int MinHistory => 2 * Math.Max(options.Period, options.LongPeriod);

    /// <inheritdoc/>
    public void Forecast(in ForecastTask task, Span<double> into)
    {
        ReadOnlySpan<double> history = task.History;
        int constants = options.LongPeriod > 0 ? 4 : 3;
        double[] best = Start[..constants];
        double bestError = Run(history, best, []);
        double[] trial = new double[constants];
        for (double stride = FirstStride; stride >= LastStride;)
        {
            bool isBetter = false;
            for (int move = 0; move < 2 * constants; move++)
            {
                best.CopyTo(trial, 0);
                trial[move / 2] = Math.Clamp(trial[move / 2] + (move % 2 == 0 ? stride : -stride), 0.001, 0.95);
                double error = Run(history, trial, []);
                if (!(error < bestError)) continue;
                bestError = error;
                trial.CopyTo(best, 0);
                isBetter = true;
            }

            if (!isBetter) stride /= 2;
        }

        Run(history, best, into);
    }

    /// <summary>Smooths the history, then carries on; the answer is the sum of squared errors on the way.</summary>
    private double Run(ReadOnlySpan<double> history, double[] constants, Span<double> into)
    {
        int period = options.Period, longPeriod = Math.Max(1, options.LongPeriod);
        double neutral = options.IsMultiplicative ? 1 : 0;
        double[] season = new double[period];
        double[] longSeason = new double[longPeriod];
        Array.Fill(longSeason, neutral);
        (double level, double trend) = Begin(history, season, longSeason);
        double damping = options.IsDamped ? Damping : 1;
        double error = 0;
        for (int t = 0; t < history.Length; t++)
        {
            ref double now = ref season[t % period];
            ref double longNow = ref longSeason[t % longPeriod];
            double ahead = level + (damping * trend);
            double guess = Join(ahead, now, longNow);
            // The first season only settles in.
            if (t >= Math.Max(period, longPeriod)) error += (history[t] - guess) * (history[t] - guess);
            double former = level;
            level = (constants[0] * Less(history[t], Join(neutral, now, longNow))) + ((1 - constants[0]) * ahead);
            trend = (constants[1] * (level - former)) + ((1 - constants[1]) * damping * trend);
            double rest = Less(history[t], level);
            double other = constants.Length == 4 ? longNow : neutral;
            if (constants.Length == 4) longNow += constants[3] * (Less(rest, now) - longNow);
            now += constants[2] * (Less(rest, other) - now);
        }

        double reach = 0, fade = 1;
        for (int h = 0; h < into.Length; h++)
        {
            reach += fade *= damping;
            int t = history.Length + h;
            into[h] = Join(level + (reach * trend), season[t % period], longSeason[t % longPeriod]);
        }

        return error;
    }

    // Level and trend from the first two seasons, the seasons from the mean of both (Hyndman and others 2008, 2.6.1);
    // the short one first, the long one from what that leaves.
    private (double Level, double Trend) Begin(ReadOnlySpan<double> history, double[] season, double[] longSeason)
    {
        int cycle = Math.Max(season.Length, longSeason.Length);
        double first = Mean(history[..cycle]);
        double second = Mean(history.Slice(cycle, cycle));
        double[] sums = new double[season.Length];
        for (int i = 0; i < 2 * cycle; i++) sums[i % season.Length] += Less(history[i], i < cycle ? first : second);
        for (int i = 0; i < season.Length; i++) season[i] = sums[i] / (2.0 * cycle / season.Length);
        for (int i = 0; i < longSeason.Length && longSeason.Length > 1; i++)
        {
            double early = Less(Less(history[i], first), season[i % season.Length]);
            double late = Less(Less(history[i + cycle], second), season[(i + cycle) % season.Length]);
            longSeason[i] = (early + late) / 2;
        }

        double trend = (second - first) / cycle;
        return (first - (trend * (cycle + 1) / 2), trend);
    }

    private double Join(double level, double season, double longSeason) =>
        options.IsMultiplicative ? level * season * longSeason : level + season + longSeason;

    private double Less(double value, double part)
    {
        if (!options.IsMultiplicative) return value - part;
        // A level or season of nothing cannot be divided by.
        return Math.Abs(part) < 1e-9 ? 1 : value / part;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }
}
