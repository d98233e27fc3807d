using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Booking.Catalogue;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Events;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <summary>
/// Films the caller may like: from the caller's own bookings and from what is on with free seats; from what is popular
/// for somebody who has not booked yet. Thread-safe.
/// </summary>
internal sealed class RecommendationEndpoint(
    AdviceSource source, ProjectionView<UserBookings> bookings, ProjectionView<CatalogueView> catalogue,
    ReadYourWrites reads, ShowtimeAnswers showtimes, Bearer bearer)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 50;
    private const int MaxVisits = 100;
    private const long HorizonMs = 21L * 24 * 60 * 60 * 1000;

    /// <summary>Maps <c>GET api/recommendations</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/recommendations", bearer.RequireUser(HandleAsync))
            .Describe("Recommendations", "Films the caller may like, with reasons and showtimes that have free seats")
            .NeedsToken().Query("limit", "Films at most, 1 to 50; 10 otherwise")
            .Query("city", "Only in this city; near where the caller usually goes otherwise")
            .Gives<RecommendationListAnswer>().Fails(400, 401);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        string? city = query.Text("city");
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(bookings, context.RequestAborted);
        TasteVisit[] visits = VisitsOf(caller.UserId);
        BookingAdvisor models = source.Models;
        var request = new TasteRequest(source.NowMs, limit, city);
        IReadOnlyList<Suggestion> suggestions = source.Use(
            request.NowMs + HorizonMs, (models, visits, request), static (shows, ask) =>
            {
                ReadOnlyMemory<UpcomingShowtime> near = ask.request.City is { } wanted
                    ? shows.ToArray().Where(show => show.Theater.City == wanted).ToArray()
                    : shows;
                return ask.models.Taste.Suggest(ask.visits, near.Span, ask.request);
            });
        var answer = new RecommendationListAnswer(
            [.. suggestions.Select(AnswerOf)], visits.Length > 0, city ?? MainCityOf(visits),
            AdviceSource.BasisOf(models));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, AdviceJson.Default.RecommendationListAnswer);
    }

    private RecommendationAnswer AnswerOf(Suggestion suggestion)
    {
        var shows = new List<ShowtimeAnswer>(suggestion.Showtimes.Count);
        foreach (UpcomingShowtime show in suggestion.Showtimes)
            if (source.Find(show.Id) is { } listing) shows.Add(showtimes.Of(in listing));
        return new RecommendationAnswer(
            MovieAnswer.Of(suggestion.Movie), Math.Round(suggestion.Score, 3),
            [.. suggestion.Reasons.Select(AdviceTexts.Reason)], shows);
    }

    private TasteVisit[] VisitsOf(ulong userId)
    {
        var page = new UserBooking[MaxVisits];
        int count = bookings.Read((userId, page), static (all, ask) =>
            all.CopyPage(ask.userId, BookingCursor.Start, ask.page, out _));
        return catalogue.Read((page, count), static (all, ask) =>
        {
            var visits = new List<TasteVisit>(ask.count);
            foreach (UserBooking booking in ask.page.AsSpan(0, ask.count))
            {
                if (booking.Status != UserBookingStatus.Confirmed) continue;
                if (!all.TryFindShowtime(booking.ShowtimeId, out ShowtimeListing listing)) continue;
                visits.Add(new TasteVisit(listing.Movie, listing.Theater, listing.Showtime.StartsAtMs));
            }

            return visits.ToArray();
        });
    }

    private static string? MainCityOf(TasteVisit[] visits) => visits.Length == 0 ? null
        : visits.CountBy(static visit => visit.Theater.City).MaxBy(static city => city.Value).Key;
}
