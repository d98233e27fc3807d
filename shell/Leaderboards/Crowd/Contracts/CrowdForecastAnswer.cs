namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>How many will play on the days to come, and how many did before.</summary>
/// <param name="Level">How likely a day's figure lies within the band.</param>
/// <param name="History">Full days before.</param>
/// <param name="Forecast">Days to come, today first; none when there were too few days.</param>
public sealed record CrowdForecastAnswer(
    double Level, IReadOnlyList<CrowdDayAnswer> History, IReadOnlyList<CrowdBandAnswer> Forecast)
{
    /// <summary>The method that was best in the past; absent when there were too few days for any.</summary>
    public string? Method { get; init; }

    /// <summary>What such forecasts were off by in the past, in percent; absent when none could be tried.</summary>
    public double? ErrorPercent { get; init; }

    /// <summary>What saying "as a week before" was off by.</summary>
    public double? BaselineErrorPercent { get; init; }
}
