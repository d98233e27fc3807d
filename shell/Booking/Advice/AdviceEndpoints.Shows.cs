using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <content>Showtimes to come: demand, and those that stay empty.</content>
internal sealed partial class AdviceEndpoints
{
    private const int MaxDays = 30;
    private const int MaxHours = 24 * MaxDays;
    private const int MaxListed = 500;
    private const int MaxAdvised = 100;

    private static readonly (string Name, DemandClass? Value)[] Classes =
    [
        ("any", null), ("low", DemandClass.Low), ("medium", DemandClass.Medium), ("high", DemandClass.High),
    ];

    private static readonly (string Name, bool Value)[] Sorts = [("time", false), ("demand", true)];

    private void MapShows(RouteGroupBuilder insight)
    {
        insight.MapGet("/demand", bearer.RequireAdmin(DemandAsync))
            .Describe(Tag, "What will have been sold of showtimes to come")
            .Query("days", "Showtimes of so many days, 1 to 30; 7 otherwise")
            .Query("demand", "Only 'low', 'medium' or 'high'").Query("theater_id", "Only in this theater")
            .Query("movie_id", "Only of this film").Query("sort", "'time', or 'demand' for the fullest first")
            .Query("limit", "Showtimes at most, 1 to 500; 100 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<ShowDemandListAnswer>().Fails(400, 401, 403);
        insight.MapGet("/low-occupancy", bearer.RequireAdmin(LowOccupancyAsync))
            .Describe(Tag, "Showtimes that will stay emptier than they should, each with a price that brings more")
            .Query("hours", "Showtimes of so many hours, 1 to 720; 72 otherwise")
            .Query("percent", "Those below this occupancy, 1 to 100; below the low third of the past otherwise")
            .Query("theater_id", "Only in this theater")
            .Query("limit", "Showtimes at most, 1 to 100; 20 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<LowOccupancyListAnswer>().Fails(400, 401, 403);
    }

    private async Task DemandAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int days = query.Number("days", 1, MaxDays) ?? 7;
        DemandClass? wanted = query.Choice("demand", Classes);
        ulong? theaterId = query.Id("theater_id"), movieId = query.Id("movie_id");
        bool byDemand = query.Choice("sort", Sorts);
        int limit = query.Number("limit", 1, MaxListed) ?? 100;
        if (await query.RefusedAsync()) return;
        await source.WaitAsync(context.RequestAborted);
        BookingAdvisor models = source.Models;
        List<(UpcomingShowtime Show, ShowForecast Forecast)> all =
            Forecast(models, source.NowMs + (days * DayMs), theaterId, movieId);
        int[] classes = new int[Classes.Length - 1];
        foreach ((_, ShowForecast forecast) in all) classes[(int)forecast.Class]++;
        var asked = all.Where(each => wanted is null || each.Forecast.Class == wanted).ToList();
        if (byDemand) asked.Sort(static (a, b) => b.Forecast.Occupancy.CompareTo(a.Forecast.Occupancy));
        var answer = new ShowDemandListAnswer(
            [.. asked.Take(limit).Select(static each => AdviceAnswers.Demand(each.Show, each.Forecast))], asked.Count,
            classes[0], classes[1], classes[2], AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AdviceJson.Default.ShowDemandListAnswer);
    }

    private async Task LowOccupancyAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int hours = query.Number("hours", 1, MaxHours) ?? 72;
        int? percent = query.Number("percent", 1, 100);
        ulong? theaterId = query.Id("theater_id");
        int limit = query.Number("limit", 1, MaxAdvised) ?? 20;
        if (await query.RefusedAsync()) return;
        await source.WaitAsync(context.RequestAborted);
        BookingAdvisor models = source.Models;
        double threshold = percent is { } given ? given / 100.0 : models.Summary.LowBelow;
        long nowMs = source.NowMs;
        var low = Forecast(models, nowMs + (hours * HourMs), theaterId, null)
            .Where(each => each.Forecast.Occupancy < threshold).ToList();
        AdviceBasisAnswer basis = AdviceSource.BasisOf(models);
        var answer = new LowOccupancyListAnswer(
            [
                .. low.Take(limit).Select(each => AdviceAnswers.Price(
                    each.Show, models.Advise(each.Show, nowMs), options.Currency, basis)),
            ],
            low.Count, Math.Round(threshold, 3), basis);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AdviceJson.Default.LowOccupancyListAnswer);
    }

    private List<(UpcomingShowtime Show, ShowForecast Forecast)> Forecast(
        BookingAdvisor models, long untilMs, ulong? theaterId, ulong? movieId) => source.Use(
        untilMs, (models, source.NowMs, theaterId, movieId), static (shows, ask) =>
        {
            var all = new List<(UpcomingShowtime Show, ShowForecast Forecast)>(shows.Length);
            foreach (ref readonly UpcomingShowtime show in shows.Span)
            {
                if (ask.theaterId is { } theater && show.Theater.Id != theater) continue;
                if (ask.movieId is { } movie && show.Movie.Id != movie) continue;
                all.Add((show, ask.models.Forecast(in show, ask.NowMs)));
            }

            return all;
        });
}
