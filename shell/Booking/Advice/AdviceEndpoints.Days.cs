using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Models.Forecasting;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <content>Days: what is to come, and those that were unusual.</content>
internal sealed partial class AdviceEndpoints
{
    private const int MaxForecastDays = 60;
    private const int MaxHistoryDays = 366;
    private const double NoLevel = 0;

    private static readonly (string Name, SalesMeasure Value)[] Measures =
        [("bookings", SalesMeasure.Bookings), ("revenue", SalesMeasure.Revenue)];

    private void MapDays(RouteGroupBuilder insight)
    {
        insight.MapGet("/forecast", bearer.RequireAdmin(ForecastAsync))
            .Describe(Tag, "Bookings or revenue of the days to come, with a band")
            .Query("measure", "'bookings', or 'revenue' in hundredths")
            .Query("days", "Days to come, 1 to 60; 14 otherwise")
            .Query("history", "Days before, 0 to 366; 28 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<SalesForecastAnswer>().Fails(400, 401, 403);
        insight.MapGet("/anomalies", bearer.RequireAdmin(AnomaliesAsync))
            .Describe(Tag, "Days with many more or fewer bookings than were to be expected")
            .Query("limit", "Days at most, 1 to 366; 30 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<UnusualDayListAnswer>().Fails(400, 401, 403);
    }

    private async Task ForecastAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        SalesMeasure measure = query.Choice("measure", Measures);
        int days = query.Number("days", 1, MaxForecastDays) ?? 14;
        int history = query.Number("history", 0, MaxHistoryDays) ?? 28;
        if (await query.RefusedAsync()) return;
        BookingAdvisor models = source.Models;
        DailySales sales = models.Days;
        SeriesForecast? forecast = sales.ForecastOf(measure);
        bool isTried = forecast is { Origins: > 0 };
        int skipped = Math.Max(0, sales.ValuesOf(measure).Count - history);
        var answer = new SalesForecastAnswer
        {
            Measure = measure == SalesMeasure.Bookings ? "bookings" : "revenue",
            Method = forecast?.Method,
            Level = forecast?.Level ?? NoLevel,
            ErrorPercent = isTried ? Math.Round(100 * forecast!.Error.MeanPercent, 1) : null,
            BaselineErrorPercent = isTried ? Math.Round(100 * forecast!.Baseline.MeanPercent, 1) : null,
            History =
            [
                .. sales.ValuesOf(measure).Skip(skipped)
                    .Select((value, i) => new DayValueAnswer(sales.FirstDay.AddDays(skipped + i), value)),
            ],
            Forecast = forecast is null ? [] : DaysOf(sales, forecast, days),
            Basis = AdviceSource.BasisOf(models),
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AdviceJson.Default.SalesForecastAnswer);
    }

    private async Task AnomaliesAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int limit = query.Number("limit", 1, MaxHistoryDays) ?? 30;
        if (await query.RefusedAsync()) return;
        BookingAdvisor models = source.Models;
        var answer = new UnusualDayListAnswer(
            [
                .. models.Days.Unusual.Take(limit).Select(static day => new UnusualDayAnswer(
                    day.Day, day.Bookings, Math.Round(day.Expected, 1), Math.Round(day.Score, 1),
                    AdviceTexts.Of(day))),
            ],
            AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AdviceJson.Default.UnusualDayListAnswer);
    }

    private static DayForecastAnswer[] DaysOf(DailySales sales, SeriesForecast forecast, int days) =>
    [
        .. Enumerable.Range(0, Math.Min(days, forecast.Points.Count)).Select(day => new DayForecastAnswer(
            sales.ForecastFrom.AddDays(day), Math.Round(forecast.Points[day], 1), Math.Round(forecast.Lowers[day], 1),
            Math.Round(forecast.Uppers[day], 1))),
    ];
}
