using System.Diagnostics.CodeAnalysis;

namespace Catalog.Engine.Booking;

/// <summary>
/// The catalogue: theaters, films and showtimes by id, and when each theater is occupied.
/// </summary>
/// <remarks>
/// <para>Invariants:
/// 1. every record stands under its own id and has a revision of at least 1;
/// 2. a showtime's theater and film exist;
/// 3. the scheduled showtimes of a theater, and no others, are in its schedule;
/// 4. no two scheduled showtimes of a theater overlap, cleaning included.</para>
/// <para>Bounds: those of <see cref="CatalogueCapacity"/>, kept by the machine. Finding costs O(1). Not thread-safe:
/// the shard that owns the partition calls it.</para>
/// </remarks>
public sealed partial class CatalogueState
{
    private readonly Dictionary<ulong, Theater> _theaters = [];
    private readonly Dictionary<ulong, Movie> _movies = [];
    private readonly Dictionary<ulong, Showtime> _showtimes = [];
    private readonly Dictionary<ulong, TheaterSchedule> _schedules = [];

    /// <summary>Number of theaters.</summary>
    public int TheaterCount => _theaters.Count;

    /// <summary>Number of films.</summary>
    public int MovieCount => _movies.Count;

    /// <summary>Number of showtimes, past and cancelled ones included.</summary>
    public int ShowtimeCount => _showtimes.Count;

    /// <summary>Finds a theater. O(1).</summary>
    public bool TryFindTheater(ulong id, [NotNullWhen(true)] out Theater? theater) =>
        _theaters.TryGetValue(id, out theater);

    /// <summary>Finds a film. O(1).</summary>
    public bool TryFindMovie(ulong id, [NotNullWhen(true)] out Movie? movie) => _movies.TryGetValue(id, out movie);

    /// <summary>Finds a showtime. O(1).</summary>
    public bool TryFindShowtime(ulong id, [NotNullWhen(true)] out Showtime? showtime) =>
        _showtimes.TryGetValue(id, out showtime);

    /// <summary>Whether a theater has scheduled showtimes that are not over. O(1).</summary>
    internal bool HasTheaterShowtimesAfter(ulong theaterId, long nowMs) =>
        _schedules.TryGetValue(theaterId, out TheaterSchedule? schedule) && schedule.IsOccupiedAfter(nowMs);

    /// <summary>Whether a film has scheduled showtimes that are not over. O(showtimes).</summary>
    internal bool HasMovieShowtimesAfter(ulong movieId, long nowMs)
    {
        foreach (Showtime showtime in _showtimes.Values)
        {
            if (showtime.MovieId != movieId || showtime.EndsAtMs <= nowMs) continue;
            if (showtime.Status == ShowtimeStatus.Scheduled) return true;
        }

        return false;
    }

    /// <summary>Whether any showtime refers to the theater. O(showtimes).</summary>
    internal bool IsTheaterReferredTo(ulong theaterId)
    {
        foreach (Showtime showtime in _showtimes.Values)
        {
            if (showtime.TheaterId == theaterId) return true;
        }

        return false;
    }

    /// <summary>Whether any showtime refers to the film. O(showtimes).</summary>
    internal bool IsMovieReferredTo(ulong movieId)
    {
        foreach (Showtime showtime in _showtimes.Values)
        {
            if (showtime.MovieId == movieId) return true;
        }

        return false;
    }

    /// <summary>Whether the theater is occupied by another showtime at that time. O(log n).</summary>
    internal bool IsOccupied(ulong theaterId, long startMs, long untilMs, ulong exceptId) =>
        _schedules.TryGetValue(theaterId, out TheaterSchedule? schedule)
        && schedule.Overlaps(startMs, untilMs, exceptId);

    /// <summary>Adds or replaces a theater.</summary>
    internal void Put(Theater theater)
    {
        Require(theater.Id != 0 && theater.Revision > 0, "1. a record has an id and a revision");
        _theaters[theater.Id] = theater;
        _schedules.TryAdd(theater.Id, new TheaterSchedule());
    }

    /// <summary>Adds or replaces a film.</summary>
    internal void Put(Movie movie)
    {
        Require(movie.Id != 0 && movie.Revision > 0, "1. a record has an id and a revision");
        _movies[movie.Id] = movie;
    }

    /// <summary>Adds or replaces a showtime and moves its slot. O(showtimes of the theater).</summary>
    internal void Put(Showtime showtime)
    {
        Require(showtime.Id != 0 && showtime.Revision > 0, "1. a record has an id and a revision");
        Require(_movies.ContainsKey(showtime.MovieId), "2. a showtime's film exists");
        Require(_theaters.ContainsKey(showtime.TheaterId), "2. a showtime's theater exists");
        if (_showtimes.TryGetValue(showtime.Id, out Showtime? former) && former.Status == ShowtimeStatus.Scheduled)
        {
            _schedules[former.TheaterId].Remove(former);
        }

        if (showtime.Status == ShowtimeStatus.Scheduled) _schedules[showtime.TheaterId].Add(showtime);
        _showtimes[showtime.Id] = showtime;
    }

    /// <summary>Removes a theater.</summary>
    internal void RemoveTheater(ulong id)
    {
        Require(_theaters.Remove(id), "a removed theater existed");
        bool wasIdle = _schedules.Remove(id, out TheaterSchedule? schedule) && schedule.Count == 0;
        Require(wasIdle, "3. a schedule has a theater");
    }

    /// <summary>Removes a film.</summary>
    internal void RemoveMovie(ulong id) => Require(_movies.Remove(id), "a removed film existed");

    /// <summary>Checks the invariants of the type's documentation. O(everything).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        foreach ((ulong id, Theater hall) in _theaters) Require(hall.Id == id && hall.Revision > 0, "1. theater");
        foreach ((ulong id, Movie film) in _movies) Require(film.Id == id && film.Revision > 0, "1. film");
        foreach ((ulong id, Showtime showtime) in _showtimes) CheckShowtime(id, showtime);
        int scheduled = _showtimes.Values.Count(showtime => showtime.Status == ShowtimeStatus.Scheduled);
        Require(_schedules.Values.Sum(schedule => schedule.Count) == scheduled, "3. schedules hold the scheduled");
        Require(_schedules.Count == _theaters.Count, "3. a theater has a schedule");
        foreach (TheaterSchedule schedule in _schedules.Values) schedule.CheckInvariants();
    }

    /// <summary>Fails fast when a state is not what it must be.</summary>
    /// <exception cref="InvalidOperationException">It is not; the message names the invariant.</exception>
    internal static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant of the catalogue: {invariant}.");
    }

    private void CheckShowtime(ulong id, Showtime showtime)
    {
        Require(showtime.Id == id && showtime.Revision > 0, "1. showtime");
        Require(_movies.ContainsKey(showtime.MovieId), "2. a showtime's film exists");
        Require(_theaters.ContainsKey(showtime.TheaterId), "2. a showtime's theater exists");
        if (showtime.Status != ShowtimeStatus.Scheduled) return;
        bool hasSlot = IsOccupied(showtime.TheaterId, showtime.StartsAtMs, showtime.OccupiedUntilMs, 0);
        Require(hasSlot, "3. a scheduled showtime has a slot");
        bool isAlone = !IsOccupied(showtime.TheaterId, showtime.StartsAtMs, showtime.OccupiedUntilMs, id);
        Require(isAlone, "4. showtimes do not overlap");
    }
}
