using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <content>Removing and calling off.</content>
public sealed partial class CatalogueMachine :
    IDecider<CatalogueState, RemoveTheater, CatalogueResult>,
    IDecider<CatalogueState, RemoveMovie, CatalogueResult>,
    IDecider<CatalogueState, CancelShowtime, CatalogueResult>
{
    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in RemoveTheater command, Decision decision)
    {
        ulong id = command.TheaterId;
        if (!state.TryFindTheater(id, out Theater? theater)) return new(CatalogueCode.UnknownTheater, id, 0);
        bool isSeen = theater.Revision == command.ExpectedRevision;
        if (!isSeen) return new(CatalogueCode.RevisionConflict, id, theater.Revision);
        if (state.IsTheaterReferredTo(id)) return new(CatalogueCode.TheaterInUse, id, theater.Revision);
        decision.Emit(this, state, new TheaterRemoved(id));
        return new(CatalogueCode.Done, id, 0);
    }

    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in RemoveMovie command, Decision decision)
    {
        ulong id = command.MovieId;
        if (!state.TryFindMovie(id, out Movie? movie)) return new(CatalogueCode.UnknownMovie, id, 0);
        bool isSeen = movie.Revision == command.ExpectedRevision;
        if (!isSeen) return new(CatalogueCode.RevisionConflict, id, movie.Revision);
        if (state.IsMovieReferredTo(id)) return new(CatalogueCode.MovieInUse, id, movie.Revision);
        decision.Emit(this, state, new MovieRemoved(id));
        return new(CatalogueCode.Done, id, 0);
    }

    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in CancelShowtime command, Decision decision)
    {
        ulong id = command.ShowtimeId;
        if (!state.TryFindShowtime(id, out Showtime? showtime)) return new(CatalogueCode.UnknownShowtime, id, 0);
        bool isSeen = showtime.Revision == command.ExpectedRevision;
        if (!isSeen) return new(CatalogueCode.RevisionConflict, id, showtime.Revision);
        bool isOff = showtime.Status == ShowtimeStatus.Cancelled;
        if (isOff) return new(CatalogueCode.AlreadyCancelled, id, showtime.Revision);
        if (showtime.EndsAtMs <= decision.TimeMs) return new(CatalogueCode.AlreadyOver, id, showtime.Revision);
        int revision = showtime.Revision + 1;
        decision.Emit(this, state, new ShowtimeCancelled(id, revision));
        return new(CatalogueCode.Done, id, revision);
    }
}
