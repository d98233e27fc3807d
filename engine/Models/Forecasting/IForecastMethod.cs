namespace Catalog.Engine.Models.Forecasting;

/// <summary>A way to carry a series on. Implementations are pure and thread-safe.</summary>
public interface IForecastMethod
{
    /// <summary>Its name, for people.</summary>
    string Name { get; }

    /// <summary>Steps of history it needs at least.</summary>
    int MinHistory { get; }

    /// <summary>Forecasts.</summary>
    /// <param name="task">The series, at least <see cref="MinHistory"/> long.</param>
    /// <param name="into">Where the forecasts go, the next step first.</param>
    void Forecast(in ForecastTask task, Span<double> into);
}
