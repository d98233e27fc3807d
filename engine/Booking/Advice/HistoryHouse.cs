namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Films, theaters and genres, numbered in the order they were first met, so that models hold arrays instead of
/// dictionaries.
/// </summary>
internal sealed class HistoryHouse
{
    private readonly List<HistoryFilm> _films = [];
    private readonly List<HistoryTheater> _theaters = [];
    private readonly List<string> _genres = [];
    private readonly Dictionary<ulong, int> _filmOf = [];
    private readonly Dictionary<ulong, int> _theaterOf = [];
    private readonly Dictionary<string, int> _genreOf = new(StringComparer.Ordinal);

    public IReadOnlyList<HistoryFilm> Films => _films;

    public IReadOnlyList<HistoryTheater> Theaters => _theaters;

    public IReadOnlyList<string> Genres => _genres;

    /// <summary>A film's number, or -1.</summary>
    public int FilmOf(ulong id) => _filmOf.GetValueOrDefault(id, -1);

    /// <summary>A theater's number, or -1.</summary>
    public int TheaterOf(ulong id) => _theaterOf.GetValueOrDefault(id, -1);

    /// <summary>A genre's number, or -1.</summary>
    public int GenreOf(string name) => _genreOf.GetValueOrDefault(name, -1);

    public int Add(Movie movie)
    {
        if (_filmOf.TryGetValue(movie.Id, out int known)) return known;
        if (!_genreOf.TryGetValue(movie.Genre, out int genre))
        {
            genre = _genres.Count;
            _genres.Add(movie.Genre);
            _genreOf.Add(movie.Genre, genre);
        }

        _filmOf.Add(movie.Id, _films.Count);
        _films.Add(new HistoryFilm(movie.Id, movie.Title, genre, ShowSlots.DayMsOf(movie.ReleasedOn)));
        return _films.Count - 1;
    }

    public int Add(Theater theater)
    {
        if (_theaterOf.TryGetValue(theater.Id, out int known)) return known;
        _theaterOf.Add(theater.Id, _theaters.Count);
        _theaters.Add(new HistoryTheater(
            theater.Id, theater.Name, theater.City, theater.Latitude, theater.Longitude, theater.Plan.Capacity));
        return _theaters.Count - 1;
    }
}
