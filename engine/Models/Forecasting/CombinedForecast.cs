using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Models.Forecasting;

/// <summary>The mean of several methods, which errs less than most of them.</summary>
/// <remarks>Bates and Granger, "The combination of forecasts", 1969. O(methods).</remarks>
/// <param name="methods">The methods, at least one.</param>
public sealed class CombinedForecast(params IForecastMethod[] methods) : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "mean of " + string.Join(" and ", methods.Select(static method => method.Name));

    /// <inheritdoc/>
    public int MinHistory => methods.Max(static method => method.MinHistory);

    /// <inheritdoc/>
    public void Forecast(in ForecastTask task, Span<double> into)
    {
        into.Clear();
        double[] one = new double[into.Length];
        foreach (IForecastMethod method in methods)
        {
            method.Forecast(in task, one);
            Dense.AddScaled(one, 1.0 / methods.Length, into);
        }
    }
}
