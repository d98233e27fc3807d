using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Models.Forecasting;
using Catalog.Shell.Leaderboards.Crowd.Contracts;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>
/// How many will play on the days to come, from the full days so far. Worked out once a day, off the threads that
/// answer. Thread-safe.
/// </summary>
internal sealed class CrowdForecast(ProjectionView<EngagementBook> book, TimeProvider clock)
{
    /// <summary>Days to come that can be asked for.</summary>
    public const int MaxDays = 60;

    private const int Week = 7;
    private const int MaxHistory = 366;
    private const int Origins = 20;
    private const int OriginStep = 2;
    private const int ShownHistory = 60;

    private static readonly IForecastMethod[] Methods =
    [
        new SeasonalNaive(Week),
        new SeasonalNaive(1),
        new HoltWinters(new HoltWintersOptions { Period = Week }),
        new HoltWinters(new HoltWintersOptions { Period = Week, IsMultiplicative = true }),
        new CalendarRegression(Week, 30),
    ];

    private readonly Lock _gate = new();
    private int _day;
    private Task<Learned>? _learned;

    /// <summary>The forecast of so many days, today first.</summary>
    public async Task<CrowdForecastAnswer> AskAsync(int days, CancellationToken cancel)
    {
        Learned learned = await LearnedToday().WaitAsync(cancel);
        SeriesForecast? forecast = learned.Forecast;
        bool isTried = forecast is { Origins: > 0 };
        int skipped = Math.Max(0, learned.Values.Length - ShownHistory);
        return new CrowdForecastAnswer(
            forecast?.Level ?? 0,
            [
                .. learned.Values.Skip(skipped).Select((value, i) =>
                    new CrowdDayAnswer(CrowdDays.DayOf(learned.First + skipped + i), value)),
            ],
            forecast is null ? [] : [.. Enumerable.Range(0, days).Select(i => BandOf(learned, forecast, i))])
        {
            Method = forecast?.Method,
            ErrorPercent = isTried ? Math.Round(100 * forecast!.Error.MeanPercent, 1) : null,
            BaselineErrorPercent = isTried ? Math.Round(100 * forecast!.Baseline.MeanPercent, 1) : null,
        };
    }

    private static CrowdBandAnswer BandOf(Learned learned, SeriesForecast forecast, int i) => new(
        CrowdDays.DayOf(learned.First + learned.Values.Length + i), Math.Round(forecast.Points[i], 1),
        Math.Round(forecast.Lowers[i], 1), Math.Round(forecast.Uppers[i], 1));

    private Task<Learned> LearnedToday()
    {
        int today = (int)(clock.GetUtcNow().ToUnixTimeMilliseconds() / BoardCalendar.DayMs);
        lock (_gate)
        {
            if (_learned is null || _day != today || _learned.IsFaulted)
                (_day, _learned) = (today, Task.Run(() => Learn(today)));
            return _learned;
        }
    }

    private Learned Learn(int today)
    {
        (int first, EngagementDay[] days) = book.Read(today, static (all, now) =>
        {
            int from = Math.Max(all.FirstDay, now - MaxHistory);
            return (from, all.FirstDay == 0 ? [] : all.Days(from, Math.Max(from, now)));
        });
        double[] values = [.. days.Select(static day => (double)day.Active)];
        var options = new ForecastOptions { Horizon = MaxDays, Least = 0, Origins = Origins, OriginStep = OriginStep };
        SeriesForecast? forecast = ForecastSelector.Run(new ForecastTask(values), Methods, options);
        return new Learned(values.Length == 0 ? today : first, values, forecast);
    }

    private sealed record Learned(int First, double[] Values, SeriesForecast? Forecast);
}
