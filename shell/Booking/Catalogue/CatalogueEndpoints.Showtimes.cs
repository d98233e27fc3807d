using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Catalogue;

/// <content>Showtimes.</content>
public sealed partial class CatalogueEndpoints
{
    private static readonly (string Name, ShowtimeSort Value)[] Sorts =
    [
        ("time", ShowtimeSort.Time), ("price", ShowtimeSort.Price), ("popularity", ShowtimeSort.Popularity),
    ];

    private static readonly (string Name, bool Value)[] Orders = [("asc", false), ("desc", true)];

    private void MapShowtimes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/showtimes", ListShowtimesAsync)
            .Describe(Tag, "Showtimes to come, filtered, in order, page by page")
            .Query("movie_id", "Of this film").Query("date", "On this day (UTC), as 2030-12-31")
            .Query("theater", "In this theater").Query("city", "In this city").Query("genre", "Of this genre")
            .Query("min_price", "The least base price, in hundredths")
            .Query("max_price", "The greatest base price, in hundredths")
            .Query("available", "'true': only with a free seat or place")
            .Query("together", "Only with so many free side by side").Query("search", "Words of the film's title")
            .Query("sort", "'time', 'price' or 'popularity'").Query("order", "'asc' or 'desc'")
            .Query("page", "The page's number, from 1").Query("limit", "Showtimes a page, 1 to 500")
            .Query("cursor", "'nextCursor' of the page before")
            .Gives<ShowtimeListAnswer>().Fails(400);
        routes.MapGet("/api/showtimes/{showtime_id}", FindShowtimeAsync)
            .Describe(Tag, "A showtime").Gives<ShowtimeAnswer>().Fails(404);
    }

    private Task ListShowtimesAsync(HttpContext context) => ListAsync(
        context,
        ReadShowtimeQuery,
        wanted =>
        {
            (BrowseStatus status, CataloguePage<ShowtimeListing> page) =
                catalogue.Read((wanted, nowMs: NowMs), static (all, ask) =>
                    (all.Browse(ask.wanted, ask.nowMs, out CataloguePage<ShowtimeListing> found), found));
            var items = new ShowtimeAnswer[page.Rows.Count];
            for (int i = 0; i < items.Length; i++) items[i] = answers.Of(page.Rows[i]);
            string? next = page.NextCursor;
            var answer = new ShowtimeListAnswer(items, page.Total, wanted.Page, wanted.Limit, next is not null, next);
            return (status, answer);
        },
        (status, answer) => JsonResponse.WriteAsync(context, status, answer, BookingJson.Default.ShowtimeListAnswer));

    private static ShowtimeQuery ReadShowtimeQuery(QueryReader query)
    {
        var wanted = new ShowtimeQuery
        {
            MovieId = query.Id("movie_id"),
            Date = query.Day("date"),
            TheaterId = query.Id("theater"),
            City = query.Text("city"),
            Genre = query.Text("genre"),
            MinPriceCents = query.Number("min_price", 0, CatalogueLimits.MaxPriceCents),
            MaxPriceCents = query.Number("max_price", 0, CatalogueLimits.MaxPriceCents),
            OnlyAvailable = query.Flag("available"),
            SeatsTogether = query.Number("together", 1, SeatList.MaxCount),
            Search = query.Text("search"),
            Sort = query.Choice("sort", Sorts),
            IsDescending = query.Choice("order", Orders),
            Page = query.Number("page", 1, BrowseLimits.MaxOffset) ?? 1,
            Limit = query.Number("limit", 1, BrowseLimits.MaxLimit) ?? BrowseLimits.DefaultLimit,
            Cursor = query.Text("cursor", BrowseLimits.MaxCursorLength),
        };
        bool isRange = wanted.MinPriceCents is not { } min || wanted.MaxPriceCents is not { } max || min <= max;
        query.Check(isRange, "max_price", "Must not be less than min_price.");
        return wanted;
    }

    private Task FindShowtimeAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong id) || houses.Find(id) is not { } found)
            return NotFoundAsync(context);
        Precondition.SetTag(context, found.Showtime.Revision);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answers.Of(found), BookingJson.Default.ShowtimeAnswer);
    }
}
