using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <content>Adding and replacing.</content>
public sealed partial class CatalogueMachine :
    IDecider<CatalogueState, SaveTheater, CatalogueResult>,
    IDecider<CatalogueState, SaveMovie, CatalogueResult>,
    IDecider<CatalogueState, SaveShowtime, CatalogueResult>
{
    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in SaveTheater command, Decision decision)
    {
        Theater theater = command.Theater;
        state.TryFindTheater(theater.Id, out Theater? former);
        CatalogueCode code = CatalogueRules.Check(theater);
        if (code == CatalogueCode.Done)
        {
            code = CheckRevision(former?.Revision, command.ExpectedRevision, CatalogueCode.UnknownTheater);
        }

        bool isFull = former is null && state.TheaterCount >= _capacity.Theaters;
        if (code == CatalogueCode.Done && isFull) code = CatalogueCode.TheatersFull;
        if (code == CatalogueCode.Done && former is not null && former.Plan.ContentHash != theater.Plan.ContentHash
            && state.HasTheaterShowtimesAfter(theater.Id, decision.TimeMs))
        {
            code = CatalogueCode.PlanInUse;
        }

        if (code != CatalogueCode.Done) return new(code, theater.Id, former?.Revision ?? 0);
        int revision = command.ExpectedRevision + 1;
        decision.Emit(this, state, new TheaterSaved(theater with { Revision = revision }));
        return new(CatalogueCode.Done, theater.Id, revision);
    }

    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in SaveMovie command, Decision decision)
    {
        Movie movie = command.Movie;
        state.TryFindMovie(movie.Id, out Movie? former);
        CatalogueCode code = CatalogueRules.Check(movie);
        if (code == CatalogueCode.Done)
        {
            code = CheckRevision(former?.Revision, command.ExpectedRevision, CatalogueCode.UnknownMovie);
        }

        bool isFull = former is null && state.MovieCount >= _capacity.Movies;
        if (code == CatalogueCode.Done && isFull) code = CatalogueCode.MoviesFull;
        if (code == CatalogueCode.Done && former is not null && former.DurationMinutes != movie.DurationMinutes
            && state.HasMovieShowtimesAfter(movie.Id, decision.TimeMs))
        {
            code = CatalogueCode.DurationInUse;
        }

        if (code != CatalogueCode.Done) return new(code, movie.Id, former?.Revision ?? 0);
        int revision = command.ExpectedRevision + 1;
        decision.Emit(this, state, new MovieSaved(movie with { Revision = revision }));
        return new(CatalogueCode.Done, movie.Id, revision);
    }

    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in SaveShowtime command, Decision decision)
    {
        Showtime showtime = command.Showtime;
        state.TryFindShowtime(showtime.Id, out Showtime? former);
        CatalogueCode code = CatalogueRules.Check(showtime);
        if (code == CatalogueCode.Done)
        {
            code = CheckRevision(former?.Revision, command.ExpectedRevision, CatalogueCode.UnknownShowtime);
        }

        if (code == CatalogueCode.Done) code = CheckHistory(former, showtime, decision.TimeMs);
        if (code == CatalogueCode.Done) code = CheckPlace(state, showtime, out showtime);
        bool isFull = former is null && state.ShowtimeCount >= _capacity.Showtimes;
        if (code == CatalogueCode.Done && isFull) code = CatalogueCode.ShowtimesFull;
        if (code != CatalogueCode.Done) return new(code, showtime.Id, former?.Revision ?? 0);
        int revision = command.ExpectedRevision + 1;
        decision.Emit(this, state, new ShowtimeSaved(showtime with { Revision = revision }));
        return new(CatalogueCode.Done, showtime.Id, revision);
    }

    private static CatalogueCode CheckRevision(int? actual, int expected, CatalogueCode unknown)
    {
        if (actual is null) return expected == 0 ? CatalogueCode.Done : unknown;
        return actual == expected ? CatalogueCode.Done : CatalogueCode.RevisionConflict;
    }

    // What has begun or was called off stays as it is, and a showtime stays where it is.
    private static CatalogueCode CheckHistory(Showtime? former, Showtime showtime, long nowMs)
    {
        if (former is not null)
        {
            if (former.Status == ShowtimeStatus.Cancelled) return CatalogueCode.AlreadyCancelled;
            if (former.StartsAtMs < nowMs) return CatalogueCode.StartInPast;
            if (former.TheaterId != showtime.TheaterId) return CatalogueCode.TheaterFixed;
        }

        return showtime.StartsAtMs < nowMs ? CatalogueCode.StartInPast : CatalogueCode.Done;
    }

    // Whether film, theater, prices and time fit; on success with the fields the catalogue sets.
    private static CatalogueCode CheckPlace(CatalogueState state, Showtime asked, out Showtime showtime)
    {
        showtime = asked;
        if (!state.TryFindTheater(asked.TheaterId, out Theater? theater)) return CatalogueCode.UnknownTheater;
        if (!state.TryFindMovie(asked.MovieId, out Movie? movie)) return CatalogueCode.UnknownMovie;
        CatalogueCode code = Fit(asked, theater, movie, out showtime);
        if (code != CatalogueCode.Done) return code;
        bool isTaken = state.IsOccupied(theater.Id, showtime.StartsAtMs, showtime.OccupiedUntilMs, showtime.Id);
        return isTaken ? CatalogueCode.Overlap : CatalogueCode.Done;
    }

    private static CatalogueCode Fit(Showtime asked, Theater theater, Movie movie, out Showtime showtime)
    {
        showtime = asked with
        {
            EndsAtMs = asked.StartsAtMs + movie.DurationMs,
            Status = ShowtimeStatus.Scheduled,
            Revision = 1,
        };
        return asked.Prices.Count == theater.Plan.ZoneCount ? CatalogueCode.Done : CatalogueCode.PriceCountInvalid;
    }
}
