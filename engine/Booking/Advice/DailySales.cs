using Catalog.Engine.Models.Anomalies;
using Catalog.Engine.Models.Forecasting;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Sales by the UTC day they were made, what is to come, and which days were not like others. Immutable.
/// </summary>
public sealed class DailySales
{
    private const int Week = 7;
    private const int MinDaysForUnusual = 21;
    private readonly double[][] _values;
    private readonly SeriesForecast?[] _forecasts;

    private DailySales(long firstDay, double[][] values, SeriesForecast?[] forecasts)
    {
        FirstDay = ShowSlots.DateOf(firstDay);
        (_values, _forecasts) = (values, forecasts);
        Unusual = FindUnusual(values[(int)SalesMeasure.Bookings], FirstDay);
    }

    /// <summary>The first day there was a sale, or the day of training.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The day the forecasts begin with: that of training.</summary>
    public DateOnly ForecastFrom => FirstDay.AddDays(_values[0].Length);

    /// <summary>Days with many more or fewer bookings than were to be expected, the latest first.</summary>
    public IReadOnlyList<UnusualDay> Unusual { get; }

    /// <summary>The ways a day's figure is forecast, the baseline first.</summary>
    internal static IReadOnlyList<IForecastMethod> Methods { get; } =
    [
        new SeasonalNaive(Week),
        new SeasonalNaive(1),
        new HoltWinters(new HoltWintersOptions { Period = Week }),
        new HoltWinters(new HoltWintersOptions { Period = Week, IsMultiplicative = true }),
        new CalendarRegression(Week, 30),
        new CombinedForecast(
            new HoltWinters(new HoltWintersOptions { Period = Week, IsMultiplicative = true }),
            new CalendarRegression(Week, 30)),
    ];

    /// <summary>The figures of every full day so far. O(1).</summary>
    public IReadOnlyList<double> ValuesOf(SalesMeasure measure) => _values[(int)measure];

    /// <summary>The forecast, or null when there were fewer than seven days. O(1).</summary>
    public SeriesForecast? ForecastOf(SalesMeasure measure) => _forecasts[(int)measure];

    internal static DailySales Learn(SalesHistory history, long nowMs, int days)
    {
        long today = ShowSlots.DayOf(nowMs);
        long first = history.Sales.Length == 0 ? today : Math.Min(today, ShowSlots.DayOf(history.Sales[0].TimeMs));
        double[] bookings = new double[today - first], revenue = new double[today - first];
        foreach (HistorySale sale in history.Sales)
        {
            long day = ShowSlots.DayOf(sale.TimeMs);
            if (day >= today) continue;
            bookings[day - first]++;
            revenue[day - first] += sale.Cents;
        }

        double[][] values = [bookings, revenue];
        double[] clean = new double[bookings.Length];
        return new DailySales(first, values, [.. values.Select(series => Forecast(series, clean, days))]);
    }

    private static SeriesForecast? Forecast(double[] series, double[] clean, int days)
    {
        Tame(series, clean);
        var options = new ForecastOptions { Horizon = days, Least = 0, Origins = 20, OriginStep = 2 };
        return ForecastSelector.Run(new ForecastTask(clean) { Raw = series }, Methods, options);
    }

    // A day of failed payments or of a campaign is not to be repeated: it is forecast from what was to be expected.
    private static void Tame(double[] series, double[] clean)
    {
        series.CopyTo(clean, 0);
        if (series.Length < MinDaysForUnusual) return;
        double[] expected = new double[series.Length], scores = new double[series.Length];
        SeasonalResiduals.Score(series, Week, expected, scores);
        for (int i = 0; i < series.Length; i++)
            if (Math.Abs(scores[i]) > UnusualDay.Threshold) clean[i] = expected[i];
    }

    private static UnusualDay[] FindUnusual(double[] series, DateOnly firstDay)
    {
        if (series.Length < MinDaysForUnusual) return [];
        double[] expected = new double[series.Length], scores = new double[series.Length];
        SeasonalResiduals.Score(series, Week, expected, scores);
        return
        [
            .. Enumerable.Range(0, series.Length)
                .Where(i => Math.Abs(scores[i]) > UnusualDay.Threshold)
                .Select(i => new UnusualDay(firstDay.AddDays(i), series[i], expected[i], scores[i]))
                .Reverse(),
        ];
    }
}
