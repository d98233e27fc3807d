using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <content>Importing: everything is checked before the first fact is recorded.</content>
public sealed partial class CatalogueMachine : IDecider<CatalogueState, ImportCatalogue, CatalogueResult>
{
    /// <inheritdoc/>
    public CatalogueResult Decide(CatalogueState state, in ImportCatalogue command, Decision decision)
    {
        CatalogueBatch batch = command.Batch;
        var import = new CatalogueImport(state);
        CatalogueResult refusal = CheckRoom(state, batch);
        for (int i = 0; i < batch.Theaters.Count && refusal.IsDone; i++) refusal = import.Add(batch.Theaters[i]);
        for (int i = 0; i < batch.Movies.Count && refusal.IsDone; i++) refusal = import.Add(batch.Movies[i]);
        for (int i = 0; i < batch.Showtimes.Count && refusal.IsDone; i++)
        {
            refusal = AddShowtime(import, batch.Showtimes[i]);
        }

        if (!refusal.IsDone) return refusal;
        foreach (Theater theater in import.Theaters) decision.Emit(this, state, new TheaterSaved(theater));
        foreach (Movie movie in import.Movies) decision.Emit(this, state, new MovieSaved(movie));
        foreach (Showtime showtime in import.Showtimes) decision.Emit(this, state, new ShowtimeSaved(showtime));
        return new(CatalogueCode.Done, 0, 0);
    }

    private static CatalogueResult AddShowtime(CatalogueImport import, Showtime showtime)
    {
        CatalogueCode code = CatalogueRules.Check(showtime);
        if (code != CatalogueCode.Done) return new(code, showtime.Id, 0);
        Theater? theater = import.FindTheater(showtime.TheaterId);
        if (theater is null) return new(CatalogueCode.UnknownTheater, showtime.Id, 0);
        Movie? movie = import.FindMovie(showtime.MovieId);
        if (movie is null) return new(CatalogueCode.UnknownMovie, showtime.Id, 0);
        code = Fit(showtime, theater, movie, out Showtime fitted);
        return code == CatalogueCode.Done ? import.Add(fitted) : new(code, showtime.Id, 0);
    }

    private CatalogueResult CheckRoom(CatalogueState state, CatalogueBatch batch)
    {
        bool hasTheaters = batch.Theaters.Count <= _capacity.Theaters - state.TheaterCount;
        if (!hasTheaters) return new(CatalogueCode.TheatersFull, 0, 0);
        bool hasMovies = batch.Movies.Count <= _capacity.Movies - state.MovieCount;
        if (!hasMovies) return new(CatalogueCode.MoviesFull, 0, 0);
        bool hasShowtimes = batch.Showtimes.Count <= _capacity.Showtimes - state.ShowtimeCount;
        return new(hasShowtimes ? CatalogueCode.Done : CatalogueCode.ShowtimesFull, 0, 0);
    }
}
