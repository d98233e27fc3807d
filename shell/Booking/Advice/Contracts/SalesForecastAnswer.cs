namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A forecast of daily sales, and the days before it.</summary>
public sealed record SalesForecastAnswer
{
    /// <summary><c>bookings</c>, or <c>revenue</c> in hundredths.</summary>
    public required string Measure { get; init; }

    /// <summary>The method that was best in the past; absent when there were too few days for any.</summary>
    public string? Method { get; init; }

    /// <summary>How likely a day's figure lies within the band.</summary>
    public required double Level { get; init; }

    /// <summary>
    /// What such forecasts were off by in the past, in percent (MAPE); absent when none could be tried.
    /// </summary>
    public double? ErrorPercent { get; init; }

    /// <summary>What saying "as a week before" was off by.</summary>
    public double? BaselineErrorPercent { get; init; }

    /// <summary>The days before.</summary>
    public required IReadOnlyList<DayValueAnswer> History { get; init; }

    /// <summary>The days to come.</summary>
    public required IReadOnlyList<DayForecastAnswer> Forecast { get; init; }

    /// <summary>What was learned from.</summary>
    public required AdviceBasisAnswer Basis { get; init; }
}
