using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <content>The programme: when to show films, and which to show no more.</content>
internal sealed partial class AdviceEndpoints
{
    private const int MaxSlots = 84;
    private const int ReviewDays = 14;

    private void MapProgramme(RouteGroupBuilder insight)
    {
        insight.MapGet("/show-times", bearer.RequireAdmin(ShowTimesAsync))
            .Describe(Tag, "Times of the week, the one at which a showtime would bring most first")
            .Query("theater_id", "In this theater").Query("genre", "For films of this genre")
            .Query("limit", "Times at most, 1 to 84; 10 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<ShowSlotListAnswer>().Fails(400, 401, 403, 404);
        insight.MapGet("/films", bearer.RequireAdmin(FilmsAsync))
            .Describe(Tag, "How films have done in the last fortnight against others in their place, the worst first")
            .Query("underperforming", "'true': only those that should be discontinued or shown less")
            .Query("limit", "Films at most, 1 to 500; 50 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<FilmReviewListAnswer>().Fails(400, 401, 403);
    }

    private async Task ShowTimesAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        ulong? theaterId = query.Id("theater_id");
        string? genre = query.Text("genre");
        int limit = query.Number("limit", 1, MaxSlots) ?? 10;
        if (await query.RefusedAsync()) return;
        BookingAdvisor models = source.Models;
        IReadOnlyList<SlotAdvice>? slots = models.RankSlots(theaterId, genre);
        // A new theater is no unknown one: nothing was learned of it yet.
        if (slots is null && theaterId is { } id && source.HasTheater(id)) slots = [];
        if (slots is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var answer = new ShowSlotListAnswer(
            [
                .. slots.Take(limit).Select(static slot => new ShowSlotAnswer(
                    slot.Weekday.ToString().ToLowerInvariant(), slot.FromHour, Math.Round(slot.ExpectedSeats, 1),
                    (long)Math.Round(slot.ExpectedRevenueCents), Math.Round(slot.Ratio, 2), slot.Shows,
                    Math.Round(100 * slot.ShareOfShows, 1), AdviceTexts.Of(slot))),
            ],
            AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, AdviceJson.Default.ShowSlotListAnswer);
    }

    private async Task FilmsAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        bool onlyPoor = query.Flag("underperforming");
        int limit = query.Number("limit", 1, MaxListed) ?? 50;
        if (await query.RefusedAsync()) return;
        BookingAdvisor models = source.Models;
        FilmReview[] reviews =
            [.. models.Films.Where(review => !onlyPoor || review.IsUnderperforming).Take(limit)];
        Dictionary<ulong, (int Shows, double Occupancy)> upcoming = Upcoming(models);
        var answer = new FilmReviewListAnswer(
            [.. reviews.Select(review => AnswerOf(in review, upcoming.GetValueOrDefault(review.MovieId)))],
            AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AdviceJson.Default.FilmReviewListAnswer);
    }

    private Dictionary<ulong, (int Shows, double Occupancy)> Upcoming(BookingAdvisor models)
    {
        var films = new Dictionary<ulong, (int Shows, double Occupancy)>();
        foreach (var film in Forecast(models, source.NowMs + (ReviewDays * DayMs), null, null)
            .GroupBy(static each => each.Show.Movie.Id))
        {
            double seats = film.Sum(static each => each.Forecast.ExpectedSeats);
            films.Add(film.Key, (film.Count(), seats / Math.Max(1, film.Sum(static each => each.Show.Capacity))));
        }

        return films;
    }

    private static FilmReviewAnswer AnswerOf(in FilmReview review, (int Shows, double Occupancy) upcoming)
    {
        (string recommendation, string text) = AdviceTexts.Of(review);
        return new FilmReviewAnswer
        {
            MovieId = IdText.Of(review.MovieId),
            Title = review.Title,
            Recommendation = recommendation,
            Text = text,
            Shows = review.Shows,
            Seats = review.Seats,
            Occupancy = Math.Round(review.Occupancy, 3),
            ExpectedSeats = Math.Round(review.ExpectedSeats, 1),
            Ratio = Math.Round(review.Ratio, 3),
            WeekChange = Math.Round(review.WeekChange, 3),
            RevenueCents = review.RevenueCents,
            RevenueAShowCents = (long)Math.Round(review.RevenueAShowCents),
            HouseRevenueAShowCents = (long)Math.Round(review.HouseRevenueAShowCents),
            UpcomingShows = upcoming.Shows,
            UpcomingOccupancy = Math.Round(upcoming.Occupancy, 3),
        };
    }
}
