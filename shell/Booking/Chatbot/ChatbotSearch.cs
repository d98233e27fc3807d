using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Models.Text.Intents;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>Finds what questions are about in the live catalogue. Thread-safe.</summary>
internal sealed class ChatbotSearch(ProjectionView<CatalogueView> catalogue)
{
    private const long DayMs = 24 * 60 * 60 * 1000;

    /// <summary>Days looked at one by one; a longer time is looked at as a whole.</summary>
    private const int MaxDays = 10;

    /// <summary>Pages of a list that are looked through for a time of day.</summary>
    private const int MaxPages = 4;

    /// <summary>Showtimes to come that fit, soonest first.</summary>
    /// <param name="question">What they must fit.</param>
    /// <param name="mustBeFree">Whether seats must be free, as many as asked for.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<ShowtimeListing> Showtimes(ChatbotQuestion question, bool mustBeFree, int count)
    {
        var found = new List<ShowtimeListing>();
        ulong?[] films = question.Films.Count == 0 ? [null] : [.. question.Films.Select(static id => (ulong?)id)];
        ulong?[] theaters = question.Theaters.Count == 0 ? [null]
            : [.. question.Theaters.Select(static id => (ulong?)id)];
        foreach (ulong? film in films)
        {
            foreach (ulong? theater in theaters)
            {
                ShowtimeQuery query = QueryOf(question, mustBeFree) with { MovieId = film, TheaterId = theater };
                Collect(query, question, count, found);
            }
        }

        found.Sort(static (a, b) => a.Showtime.StartsAtMs != b.Showtime.StartsAtMs
            ? a.Showtime.StartsAtMs.CompareTo(b.Showtime.StartsAtMs)
            : a.Showtime.Id.CompareTo(b.Showtime.Id));
        return found.Count > count ? found[..count] : found;
    }

    /// <summary>Films, in the order given; those that are gone are left out.</summary>
    public IReadOnlyList<Movie> Films(IEnumerable<ulong> ids) => catalogue.Read(ids, static (all, wanted) =>
    {
        var films = new List<Movie>();
        foreach (ulong id in wanted)
            if (all.TryFindMovie(id, out Movie? movie)) films.Add(movie);
        return films;
    });

    /// <summary>Films of a genre, or all, that will be shown.</summary>
    public IReadOnlyList<Movie> FilmsToCome(ChatbotQuestion question, int count)
    {
        var films = new List<Movie>();
        foreach (ShowtimeListing show in Showtimes(question, mustBeFree: false, count: 400))
        {
            if (films.Exists(film => film.Id == show.Movie.Id)) continue;
            films.Add(show.Movie);
            if (films.Count == count) break;
        }

        return films;
    }

    /// <summary>A film with its next showtimes.</summary>
    public MovieDetail? Film(ulong id, long nowMs) =>
        catalogue.Read((id, nowMs), static (all, ask) => all.FindMovieDetail(ask.id, ask.nowMs, ChatbotReply.MaxRows));

    /// <summary>Theaters: the named ones, else those of a city, else all.</summary>
    public (IReadOnlyList<Theater> Theaters, int Total, IReadOnlyList<string> Cities) Theaters(
        ChatbotQuestion question) => catalogue.Read(question, static (all, ask) =>
        {
            var named = new List<Theater>();
            foreach (ulong id in ask.Theaters)
                if (all.TryFindTheater(id, out Theater? theater)) named.Add(theater);
            if (named.Count > 0) return (named, named.Count, all.Cities());
            all.ListTheaters(new TheaterQuery { City = ask.City, Limit = ChatbotReply.MaxRows }, out var page);
            return ((IReadOnlyList<Theater>)page.Rows, page.Total, all.Cities());
        });

    private static ShowtimeQuery QueryOf(ChatbotQuestion question, bool mustBeFree) => new()
    {
        City = question.City,
        Genre = question.Films.Count > 0 ? null : question.Genre,
        MinPriceCents = question.Price is { Min: > 0 } least ? (int)Math.Min(least.Min, int.MaxValue) : null,
        MaxPriceCents = question.Price is { Max: < int.MaxValue } most ? (int)most.Max : null,
        OnlyAvailable = mustBeFree,
        SeatsTogether = mustBeFree && question.Count is > 1 and <= SeatList.MaxCount ? question.Count : null,
    };

    private void Collect(ShowtimeQuery query, ChatbotQuestion question, int count, List<ShowtimeListing> found)
    {
        if (question.When is not { } window)
        {
            found.AddRange(Page(query with { Limit = Math.Min(count, BrowseLimits.MaxLimit) }, question.NowMs).Rows);
            return;
        }

        // A night goes on after midnight, so the day behind the window is looked at as well.
        long last = window.ToMinute > TimeWindow.DayMinutes ? window.ToMs + DayMs : window.ToMs;
        long first = Math.Max(window.FromMs, question.NowMs) / DayMs;
        if ((last / DayMs) - first > MaxDays)
        {
            CollectFrom(query, question, window, count, found);
            return;
        }

        int before = found.Count;
        for (long day = first; day * DayMs < last && found.Count - before < count; day++)
        {
            DateOnly date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day);
            CollectFrom(query with { Date = date }, question, window, count, found);
        }
    }

    private void CollectFrom(
        ShowtimeQuery query, ChatbotQuestion question, TimeWindow window, int count, List<ShowtimeListing> found)
    {
        int before = found.Count;
        string? cursor = null;
        for (int i = 0; i < MaxPages && found.Count - before < count; i++)
        {
            CataloguePage<ShowtimeListing> page =
                Page(query with { Limit = BrowseLimits.MaxLimit, Cursor = cursor }, question.NowMs);
            foreach (ShowtimeListing show in page.Rows)
                if (window.Contains(show.Showtime.StartsAtMs) && found.Count - before < count) found.Add(show);
            if ((cursor = page.NextCursor) is null) return;
        }
    }

    private CataloguePage<ShowtimeListing> Page(ShowtimeQuery query, long nowMs) =>
        catalogue.Read((query, nowMs), static (all, ask) =>
        {
            all.Browse(ask.query, ask.nowMs, out CataloguePage<ShowtimeListing> page);
            return page;
        });
}
