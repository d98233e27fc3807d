using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// What an import would add, on top of a catalogue that it does not touch: new records by id, and when they would
/// occupy the theaters. Its facts are durable together, so what they weigh in the journal is bounded. Used once.
/// </summary>
/// <param name="state">The catalogue.</param>
internal sealed class CatalogueImport(CatalogueState state)
{
    private readonly OrderedDictionary<ulong, Theater> _theaters = [];
    private readonly OrderedDictionary<ulong, Movie> _movies = [];
    private readonly OrderedDictionary<ulong, Showtime> _showtimes = [];
    private readonly Dictionary<ulong, TheaterSchedule> _schedules = [];
    private readonly ByteBuffer _scratch = new();
    private long _sizeBytes;

    /// <summary>The theaters, in the order they were added.</summary>
    public IEnumerable<Theater> Theaters => _theaters.Values;

    /// <summary>The films, in the order they were added.</summary>
    public IEnumerable<Movie> Movies => _movies.Values;

    /// <summary>The showtimes, in the order they were added.</summary>
    public IEnumerable<Showtime> Showtimes => _showtimes.Values;

    /// <summary>Finds a theater, new or not. O(1).</summary>
    public Theater? FindTheater(ulong id)
    {
        if (_theaters.TryGetValue(id, out Theater? added)) return added;
        return state.TryFindTheater(id, out Theater? theater) ? theater : null;
    }

    /// <summary>Finds a film, new or not. O(1).</summary>
    public Movie? FindMovie(ulong id)
    {
        if (_movies.TryGetValue(id, out Movie? added)) return added;
        return state.TryFindMovie(id, out Movie? movie) ? movie : null;
    }

    /// <summary>Checks and adds a theater.</summary>
    public CatalogueResult Add(Theater theater)
    {
        CatalogueCode code = CatalogueRules.Check(theater);
        if (code != CatalogueCode.Done) return new(code, theater.Id, 0);
        if (state.TryFindTheater(theater.Id, out Theater? former)) return Conflict(theater.Id, former.Revision);
        Theater added = theater with { Revision = 1 };
        bool isNew = _theaters.TryAdd(theater.Id, added);
        return isNew ? Weigh(theater.Id, new TheaterSaved(added)) : Conflict(theater.Id, 0);
    }

    /// <summary>Checks and adds a film.</summary>
    public CatalogueResult Add(Movie movie)
    {
        CatalogueCode code = CatalogueRules.Check(movie);
        if (code != CatalogueCode.Done) return new(code, movie.Id, 0);
        if (state.TryFindMovie(movie.Id, out Movie? former)) return Conflict(movie.Id, former.Revision);
        Movie added = movie with { Revision = 1 };
        bool isNew = _movies.TryAdd(movie.Id, added);
        return isNew ? Weigh(movie.Id, new MovieSaved(added)) : Conflict(movie.Id, 0);
    }

    /// <summary>Adds a showtime whose fields were checked, unless its id or its time is taken.</summary>
    public CatalogueResult Add(Showtime showtime)
    {
        ulong id = showtime.Id;
        if (state.TryFindShowtime(id, out Showtime? former)) return Conflict(id, former.Revision);
        if (_showtimes.ContainsKey(id)) return Conflict(id, 0);
        long start = showtime.StartsAtMs, until = showtime.OccupiedUntilMs;
        if (!_schedules.TryGetValue(showtime.TheaterId, out TheaterSchedule? schedule))
        {
            schedule = new TheaterSchedule();
            _schedules.Add(showtime.TheaterId, schedule);
        }

        bool isTaken = schedule.Overlaps(start, until, 0) || state.IsOccupied(showtime.TheaterId, start, until, 0);
        if (isTaken) return new(CatalogueCode.Overlap, id, 0);
        schedule.Add(showtime);
        _showtimes.Add(id, showtime);
        return Weigh(id, new ShowtimeSaved(showtime));
    }

    private CatalogueResult Weigh<TFact>(ulong id, in TFact fact)
        where TFact : struct, IEvent<TFact>
    {
        _scratch.Clear();
        var writer = new MessagePackWriter(_scratch);
        fact.Write(ref writer);
        writer.Flush();
        _sizeBytes += RecordHeader.SizeBytes + _scratch.Length;
        return _sizeBytes <= CatalogueLimits.MaxImportBytes ? default : new(CatalogueCode.ImportTooLarge, id, 0);
    }

    private static CatalogueResult Conflict(ulong id, int revision) =>
        new(CatalogueCode.RevisionConflict, id, revision);
}
