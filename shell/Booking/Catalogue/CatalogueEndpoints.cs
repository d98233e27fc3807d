using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Catalogue;

/// <summary>Looking at films, theaters and showtimes. For everybody. Thread-safe.</summary>
public sealed partial class CatalogueEndpoints(
    ProjectionView<CatalogueView> catalogue, ShowtimeHouses houses, ShowtimeAnswers answers, TimeProvider clock)
{
    private const string Tag = "Catalogue";
    private const int NextCount = 20;

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        MapMovies(routes);
        MapShowtimes(routes);
        routes.MapGet("/api/theaters", ListTheatersAsync)
            .Describe(Tag, "Theaters by name")
            .Query("city", "In this city").Query("search", "Words of the name")
            .Query("limit", "Theaters a page, 1 to 500").Query("cursor", "'nextCursor' of the page before")
            .Gives<TheaterListAnswer>().Fails(400);
        routes.MapGet("/api/theaters/{theater_id}", FindTheaterAsync)
            .Describe(Tag, "A theater with its seat plan").Gives<TheaterAnswer>().Fails(404);
    }

    private void MapMovies(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/movies", ListMoviesAsync)
            .Describe(Tag, "Films by title")
            .Query("genre", "Of this genre").Query("search", "Words of the title")
            .Query("limit", "Films a page, 1 to 500").Query("cursor", "'nextCursor' of the page before")
            .Gives<MovieListAnswer>().Fails(400);
        routes.MapGet("/api/movies/{movie_id}", FindMovieAsync)
            .Describe(Tag, "A film and its next showtimes").Gives<MovieDetailAnswer>().Fails(404);
    }

    private Task ListMoviesAsync(HttpContext context) => ListAsync(
        context,
        static query => new MovieQuery
        {
            Genre = query.Text("genre"),
            Search = query.Text("search"),
            Limit = query.Number("limit", 1, BrowseLimits.MaxLimit) ?? BrowseLimits.DefaultLimit,
            Cursor = query.Text("cursor", BrowseLimits.MaxCursorLength),
        },
        wanted =>
        {
            (BrowseStatus status, CataloguePage<Movie> page, IReadOnlyList<string> genres) =
                catalogue.Read(wanted, static (all, query) =>
                    (all.ListMovies(query, out CataloguePage<Movie> found), found, all.Genres()));
            MovieAnswer[] items = [.. page.Rows.Select(MovieAnswer.Of)];
            string? next = page.NextCursor;
            return (status, new MovieListAnswer(items, page.Total, next is not null, next, genres));
        },
        (status, answer) => JsonResponse.WriteAsync(context, status, answer, BookingJson.Default.MovieListAnswer));

    private Task ListTheatersAsync(HttpContext context) => ListAsync(
        context,
        static query => new TheaterQuery
        {
            City = query.Text("city"),
            Search = query.Text("search"),
            Limit = query.Number("limit", 1, BrowseLimits.MaxLimit) ?? BrowseLimits.DefaultLimit,
            Cursor = query.Text("cursor", BrowseLimits.MaxCursorLength),
        },
        wanted =>
        {
            (BrowseStatus status, CataloguePage<Theater> page, IReadOnlyList<string> cities) =
                catalogue.Read(wanted, static (all, query) =>
                    (all.ListTheaters(query, out CataloguePage<Theater> found), found, all.Cities()));
            TheaterAnswer[] items = [.. page.Rows.Select(TheaterAnswer.Of)];
            string? next = page.NextCursor;
            return (status, new TheaterListAnswer(items, page.Total, next is not null, next, cities));
        },
        (status, answer) => JsonResponse.WriteAsync(context, status, answer, BookingJson.Default.TheaterListAnswer));

    private Task FindMovieAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "movie_id", out ulong id)) return NotFoundAsync(context);
        MovieDetail? detail = catalogue.Read((id, nowMs: NowMs), static (all, ask) =>
            all.FindMovieDetail(ask.id, ask.nowMs, NextCount));
        if (detail is null) return NotFoundAsync(context);
        SetRevision(context, detail.Movie.Revision);
        var answer = new MovieDetailAnswer(
            MovieAnswer.Of(detail.Movie), detail.UpcomingCount, detail.FromCents, detail.SoldCount, detail.Cities,
            [.. detail.Next.Select(show => answers.Of(show))]);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, BookingJson.Default.MovieDetailAnswer);
    }

    private Task FindTheaterAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "theater_id", out ulong id)) return NotFoundAsync(context);
        Theater? theater = catalogue.Read(id, static (all, key) =>
            all.TryFindTheater(key, out Theater? found) ? found : null);
        if (theater is null) return NotFoundAsync(context);
        SetRevision(context, theater.Revision);
        TheaterAnswer answer = TheaterAnswer.Of(theater) with { Plan = theater.Plan.ToSpec() };
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.TheaterAnswer);
    }

    private static async Task ListAsync<TQuery, TAnswer>(
        HttpContext context, Func<QueryReader, TQuery> read, Func<TQuery, (BrowseStatus Status, TAnswer Answer)> list,
        Func<int, TAnswer, Task> write)
    {
        var query = new QueryReader(context);
        TQuery wanted = read(query);
        if (await query.RefusedAsync()) return;
        (BrowseStatus status, TAnswer answer) = list(wanted);
        if (status == BrowseStatus.Ok) await write(StatusCodes.Status200OK, answer);
        else await RefuseAsync(context, status);
    }

    private static Task RefuseAsync(HttpContext context, BrowseStatus status) => status switch
    {
        BrowseStatus.LimitInvalid => InvalidAsync(context, "limit", "Must be 1 to 500."),
        BrowseStatus.PageInvalid => InvalidAsync(context, "page", "Is too far back, or came with a cursor."),
        BrowseStatus.SearchInvalid => InvalidAsync(context, "search", "Is too long."),
        _ => Problems.WriteAsync(context, ProblemCodes.InvalidCursor),
    };

    private static Task InvalidAsync(HttpContext context, string field, string message) =>
        Problems.WriteAsync(context, ProblemCodes.InvalidParameter, FieldErrors.Of(field, message));

    private static Task NotFoundAsync(HttpContext context) => Problems.WriteAsync(context, ProblemCodes.NotFound);

    private static void SetRevision(HttpContext context, int revision) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
}
