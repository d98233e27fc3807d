namespace Catalog.Engine.Models.Forecasting;

/// <summary>A forecast with its band, and how good such forecasts were in the past. Immutable.</summary>
public sealed record SeriesForecast
{
    /// <summary>The method that was best in the past.</summary>
    public required string Method { get; init; }

    /// <summary>What is to be expected, the next step first.</summary>
    public required IReadOnlyList<double> Points { get; init; }

    /// <summary>The lower end of the band.</summary>
    public required IReadOnlyList<double> Lowers { get; init; }

    /// <summary>The upper end of the band.</summary>
    public required IReadOnlyList<double> Uppers { get; init; }

    /// <summary>How likely what comes lies within the band.</summary>
    public required double Level { get; init; }

    /// <summary>What the method was off by, had it been used in the past.</summary>
    public required ForecastError Error { get; init; }

    /// <summary>What the first method given was off by: the baseline.</summary>
    public required ForecastError Baseline { get; init; }

    /// <summary>Past moments the methods were tried at; 0 when the history is too short to try anything.</summary>
    public required int Origins { get; init; }
}
