namespace Catalog.Engine.Models.Forecasting;

/// <summary>How <see cref="ForecastSelector"/> tries methods, and what it answers.</summary>
public sealed record ForecastOptions
{
    /// <summary>Steps to forecast, at least 1.</summary>
    public int Horizon { get; init; } = 14;

    /// <summary>How likely what comes lies within the band, more than 0, less than 1.</summary>
    public double Level { get; init; } = 0.8;

    /// <summary>Past moments each method is tried at.</summary>
    public int Origins { get; init; } = 8;

    /// <summary>Steps between two of them.</summary>
    public int OriginStep { get; init; } = 3;

    /// <summary>What nothing falls below: 0 for counts.</summary>
    public double Least { get; init; } = double.NegativeInfinity;
}
