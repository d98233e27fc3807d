namespace Catalog.Engine.Models.Forecasting;

/// <summary>
/// As it was a season ago; with a period of one, as it was last. What every better method is held against.
/// </summary>
/// <remarks>Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2. O(horizon).</remarks>
/// <param name="period">The length of the season.</param>
public sealed class SeasonalNaive(int period) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => period == 1 ? "naive" : "seasonal naive";

    /// <inheritdoc/>
    public int MinHistory => period;

    /// <inheritdoc/>
    public void Forecast(in ForecastTask task, Span<double> into)
    {
        ReadOnlySpan<double> last = task.History[^period..];
        for (int i = 0; i < into.Length; i++) into[i] = last[i % period];
    }
}
