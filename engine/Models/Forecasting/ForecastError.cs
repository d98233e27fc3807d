namespace Catalog.Engine.Models.Forecasting;

/// <summary>How far forecasts were from what came.</summary>
/// <param name="MeanAbsolute">The mean distance, in the series' unit.</param>
/// <param name="MeanPercent">
/// The mean distance as a share of what came, of steps where something came: MAPE, 0.1 is 10 %.
/// </param>
/// <param name="WeightedPercent">All distances as a share of all that came: WAPE.</param>
/// <param name="Count">Forecasts compared.</param>
public readonly record struct ForecastError(
    double MeanAbsolute, double MeanPercent, double WeightedPercent, int Count)
{
    /// <summary>Compares forecasts with what came. O(n), allocates nothing.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ForecastError Of(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> actuals)
    {
        if (forecasts.Length != actuals.Length) throw new ArgumentException("Other lengths.", nameof(forecasts));
        double distance = 0, percent = 0, came = 0;
        int some = 0;
        for (int i = 0; i < actuals.Length; i++)
        {
            double miss = Math.Abs(forecasts[i] - actuals[i]);
            distance += miss;
            came += Math.Abs(actuals[i]);
            if (actuals[i] == 0) continue;
            percent += miss / Math.Abs(actuals[i]);
            some++;
        }

        int count = actuals.Length;
        return new ForecastError(
            count == 0 ? 0 : distance / count, some == 0 ? 0 : percent / some, came == 0 ? 0 : distance / came, count);
    }
}
