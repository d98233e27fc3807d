using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// Keeps the chatbot's language as new as the catalogue: made anew when a film or theater came, went or changed.
/// Thread-safe.
/// </summary>
internal sealed class CatalogueLexicon(ProjectionView<CatalogueView> catalogue, ReadYourWrites writes)
{
    private const int MaxPages = 20;
    private readonly Lock _gate = new();
    private volatile ChatbotLanguage? _language;
    private int _revision;

    /// <summary>Waits until the catalogue has everything that was answered to anybody before.</summary>
    public Task RefreshAsync(CancellationToken cancel) => writes.WaitAsync(catalogue, cancel);

    /// <summary>The language of the catalogue as it is now. O(films) to look whether it changed.</summary>
    public ChatbotLanguage Current()
    {
        (List<Movie> movies, List<Theater> theaters) = catalogue.Read(static all => (MoviesOf(all), TheatersOf(all)));
        var hash = new HashCode();
        foreach (Movie movie in movies) hash.Add((movie.Id, movie.Revision));
        foreach (Theater theater in theaters) hash.Add((theater.Id, theater.Revision));
        int revision = hash.ToHashCode();
        lock (_gate)
        {
            if (_language is { } known && _revision == revision) return known;
            _revision = revision;
            return _language = new ChatbotLanguage(movies, theaters);
        }
    }

    private static List<Movie> MoviesOf(CatalogueView all)
    {
        var movies = new List<Movie>();
        string? cursor = null;
        for (int i = 0; i < MaxPages; i++)
        {
            all.ListMovies(new MovieQuery { Limit = BrowseLimits.MaxLimit, Cursor = cursor }, out var page);
            movies.AddRange(page.Rows);
            if ((cursor = page.NextCursor) is null) break;
        }

        return movies;
    }

    private static List<Theater> TheatersOf(CatalogueView all)
    {
        var theaters = new List<Theater>();
        string? cursor = null;
        for (int i = 0; i < MaxPages; i++)
        {
            all.ListTheaters(new TheaterQuery { Limit = BrowseLimits.MaxLimit, Cursor = cursor }, out var page);
            theaters.AddRange(page.Rows);
            if ((cursor = page.NextCursor) is null) break;
        }

        return theaters;
    }
}
