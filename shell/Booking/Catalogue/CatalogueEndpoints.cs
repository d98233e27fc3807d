using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.Caching;

namespace Catalog.Shell.Booking.Catalogue;

/// <summary>Looking at films, theaters and showtimes. For everybody. Thread-safe.</summary>
public sealed partial class CatalogueEndpoints(
    ProjectionView<CatalogueView> catalogue, ShowtimeHouses houses, ShowtimeAnswers answers, AnswerCache cache,
    TimeProvider clock)
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

    private Task ListMoviesAsync(HttpContext context) => ListKeptAsync(
        context,
        static query => new MovieQuery
        {
            Genre = query.Text("genre"),
            Search = query.Text("search"),
            Limit = query.Number("limit", 1, BrowseLimits.MaxLimit) ?? BrowseLimits.DefaultLimit,
            Cursor = query.Text("cursor", BrowseLimits.MaxCursorLength),
        },
        static (version, wanted) => AnswerKey.Of(
            version, "movies", wanted.Genre, wanted.Search, IdText.Of((ulong)wanted.Limit), wanted.Cursor),
        wanted =>
        {
            (BrowseStatus status, CataloguePage<Movie> page, IReadOnlyList<string> genres, ulong version) =
                catalogue.Read(wanted, static (all, query) => (
                    all.ListMovies(query, out CataloguePage<Movie> found), found, all.Genres(), all.Fingerprint));
            MovieAnswer[] items = [.. page.Rows.Select(MovieAnswer.Of)];
            string? next = page.NextCursor;
            var answer = new MovieListAnswer(items, page.Total, next is not null, next, genres);
            return (status, version, JsonResponse.Encode(answer, BookingJson.Default.MovieListAnswer));
        });

    private Task ListTheatersAsync(HttpContext context) => ListKeptAsync(
        context,
        static query => new TheaterQuery
        {
            City = query.Text("city"),
            Search = query.Text("search"),
            Limit = query.Number("limit", 1, BrowseLimits.MaxLimit) ?? BrowseLimits.DefaultLimit,
            Cursor = query.Text("cursor", BrowseLimits.MaxCursorLength),
        },
        static (version, wanted) => AnswerKey.Of(
            version, "theaters", wanted.City, wanted.Search, IdText.Of((ulong)wanted.Limit), wanted.Cursor),
        wanted =>
        {
            (BrowseStatus status, CataloguePage<Theater> page, IReadOnlyList<string> cities, ulong version) =
                catalogue.Read(wanted, static (all, query) => (
                    all.ListTheaters(query, out CataloguePage<Theater> found), found, all.Cities(), all.Fingerprint));
            TheaterAnswer[] items = [.. page.Rows.Select(TheaterAnswer.Of)];
            string? next = page.NextCursor;
            var answer = new TheaterListAnswer(items, page.Total, next is not null, next, cities);
            return (status, version, JsonResponse.Encode(answer, BookingJson.Default.TheaterListAnswer));
        });

    private Task FindMovieAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "movie_id", out ulong id)) return NotFoundAsync(context);
        MovieDetail? detail = catalogue.Read((id, nowMs: NowMs), static (all, ask) =>
            all.FindMovieDetail(ask.id, ask.nowMs, NextCount));
        if (detail is null) return NotFoundAsync(context);
        Precondition.SetTag(context, detail.Movie.Revision);
        var answer = new MovieDetailAnswer(
            MovieAnswer.Of(detail.Movie), detail.UpcomingCount, detail.FromCents, detail.SoldCount, detail.Cities,
            [.. detail.Next.Select(show => answers.Of(show))]);
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, BookingJson.Default.MovieDetailAnswer);
    }

    private async Task FindTheaterAsync(HttpContext context)
    {
        bool isId = IdText.TryRead(context, "theater_id", out ulong id);
        (Theater? theater, ulong version) = catalogue.Read(isId ? id : 0, static (all, key) =>
            (all.TryFindTheater(key, out Theater? found) ? found : null, all.Fingerprint));
        if (!isId || theater is null)
        {
            await NotFoundAsync(context);
            return;
        }

        Precondition.SetTag(context, theater.Revision);
        byte[]? document = await cache.GetAsync(AnswerKey.Of(version, "theater", IdText.Of(id)), () =>
        {
            TheaterAnswer answer = TheaterAnswer.Of(theater) with { Plan = theater.Plan.ToSpec() };
            return new MadeAnswer(version, JsonResponse.Encode(answer, BookingJson.Default.TheaterAnswer));
        });
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, document!);
    }

    /// <summary>Lists what does not change with every booking: as long as it does not, it is listed once.</summary>
    private async Task ListKeptAsync<TQuery>(
        HttpContext context, Func<QueryReader, TQuery> read, Func<ulong, TQuery, AnswerKey> keyOf,
        Func<TQuery, (BrowseStatus Status, ulong Version, byte[] Document)> list)
    {
        var query = new QueryReader(context);
        TQuery wanted = read(query);
        if (await query.RefusedAsync()) return;
        ulong version = catalogue.Read(static all => all.Fingerprint);
        byte[]? document = await cache.GetAsync(keyOf(version, wanted), () =>
        {
            (BrowseStatus status, ulong made, byte[] bytes) = list(wanted);
            return new MadeAnswer(made, status == BrowseStatus.Ok ? bytes : null);
        });
        if (document is not null) await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, document);
        else await RefuseAsync(context, list(wanted).Status);
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
}
