namespace Catalog.Engine.Models.Forecasting;

/// <summary>
/// Forecasts with whichever method would have been best at past moments, and takes the band from how far that one was
/// off, step by step.
/// <code>
/// history  ──────────────┤ try at a past moment ├─ compare ─►
///          ────────────────────┤ and at the next ├─ compare ─►  …
/// </code>
/// </summary>
/// <remarks>
/// Evaluation on a rolling origin: Tashman 2000; Hyndman and Athanasopoulos, 5.10. Bands from the errors themselves,
/// with no assumption on their distribution, as conformal prediction has it (Vovk, Gammerman and Shafer 2005), and
/// stretched until those that could have been drawn at past moments held as often as they said
/// (<see cref="BandCalibration"/>); a step further ahead is never given a narrower band. Nothing a method is tried with
/// lies behind the moment it is tried at, but for what is known beforehand. O(origins × methods). Pure.
/// </remarks>
public static class ForecastSelector
{
    /// <summary>Chooses and forecasts.</summary>
    /// <param name="task">The series.</param>
    /// <param name="methods">
    /// The methods; the first is the baseline, and what is used when the history is too short for comparing.
    /// </param>
    /// <param name="options">How.</param>
    /// <returns>Null when the history is too short even for the baseline.</returns>
    /// <exception cref="ArgumentException">There is no method, or an option is out of its range.</exception>
    public static SeriesForecast? Run(
        in ForecastTask task, IReadOnlyList<IForecastMethod> methods, ForecastOptions options)
    {
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentNullException.ThrowIfNull(options);
        bool isSound = methods.Count > 0 && options.Horizon > 0 && options.Level is > 0 and < 1
            && options.Origins > 0 && options.OriginStep > 0;
        if (!isSound) throw new ArgumentException("An option is out of its range.", nameof(options));
        if (task.History.Length < methods[0].MinHistory) return null;
        int need = methods.Max(static method => method.MinHistory);
        int[] origins = OriginsOf(task.History.Length, need, options);
        (int best, ForecastError error, ForecastError baseline) = Choose(in task, methods, origins, options);
        double[] points = new double[options.Horizon];
        methods[best].Forecast(in task, points);
        for (int h = 0; h < points.Length; h++) points[h] = Math.Max(options.Least, points[h]);
        double[] lowers = new double[points.Length], uppers = new double[points.Length];
        Band(in task, methods[best], origins, options, (points, lowers, uppers));
        return new SeriesForecast
        {
            Method = methods[best].Name,
            Points = points,
            Lowers = lowers,
            Uppers = uppers,
            Level = options.Level,
            Error = error,
            Baseline = baseline,
            Origins = origins.Length,
        };
    }

    // The latest first; each leaves enough before it to learn from and something behind it to compare with.
    private static int[] OriginsOf(int length, int need, ForecastOptions options)
    {
        var origins = new List<int>(options.Origins);
        int last = length - Math.Min(options.Horizon, Math.Max(1, (length - need) / 2));
        for (int at = last; at >= need && origins.Count < options.Origins; at -= options.OriginStep) origins.Add(at);
        return [.. origins];
    }

    private static (int Best, ForecastError Error, ForecastError Baseline) Choose(
        in ForecastTask task, IReadOnlyList<IForecastMethod> methods, int[] origins, ForecastOptions options)
    {
        int best = 0;
        ForecastError bestError = default, baseline = default;
        for (int m = 0; m < methods.Count && origins.Length > 0; m++)
        {
            var forecasts = new List<double>();
            var actuals = new List<double>();
            foreach (int origin in origins)
            {
                int steps = Math.Min(options.Horizon, task.History.Length - origin);
                double[] into = new double[steps];
                methods[m].Forecast(task.Until(origin), into);
                forecasts.AddRange(into);
                actuals.AddRange(task.History.Slice(origin, steps));
            }

            var error = ForecastError.Of(forecasts.ToArray(), actuals.ToArray());
            if (m == 0) baseline = error;
            if (m == 0 || error.WeightedPercent < bestError.WeightedPercent) (best, bestError) = (m, error);
        }

        return (best, bestError, baseline);
    }

    private static void Band(
        in ForecastTask task, IForecastMethod method, int[] origins, ForecastOptions options,
        (double[] Points, double[] Lowers, double[] Uppers) into)
    {
        double mean = 0;
        foreach (double value in task.History) mean += Math.Abs(value) / task.History.Length;
        double[][] misses = Misses(in task, method, origins, options.Horizon, mean);
        double stretch = BandCalibration.StretchOf(origins, misses, options);
        (double Below, double Above)[] band = BandCalibration.Of(misses, options);
        for (int h = 0; h < options.Horizon; h++)
        {
            double scale = ScaleOf(into.Points[h], mean);
            into.Lowers[h] = Math.Max(options.Least, into.Points[h] + (stretch * band[h].Below * scale));
            into.Uppers[h] = into.Points[h] + (stretch * band[h].Above * scale);
        }
    }

    // One row an origin, one column a step; a row ends where the history does.
    private static double[][] Misses(
        in ForecastTask task, IForecastMethod method, int[] origins, int horizon, double mean)
    {
        ReadOnlySpan<double> came = task.Raw.Length == task.History.Length ? task.Raw : task.History;
        double[][] misses = new double[origins.Length][];
        for (int i = 0; i < origins.Length; i++)
        {
            double[] into = new double[Math.Min(horizon, task.History.Length - origins[i])];
            method.Forecast(task.Until(origins[i]), into);
            for (int h = 0; h < into.Length; h++)
                into[h] = (came[origins[i] + h] - into[h]) / ScaleOf(into[h], mean);
            misses[i] = into;
        }

        return misses;
    }

    // Errors grow with what is forecast; next to nothing, with the series.
    private static double ScaleOf(double point, double mean) => Math.Max(1e-12, Math.Max(Math.Abs(point), mean * 0.1));
}
