using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Booking;

/// <summary>Every rule: what it refuses, and that a refusal changes nothing.</summary>
public sealed class CatalogueMachineTests
{
    private const long Hour = CatalogueWorld.Hour;
    private const long Minute = CatalogueWorld.Minute;

    private static readonly string Half = "a" + '\uD800';

    private static readonly SeatPlan OtherPlan = SeatPlan.Rectangle(2, 5);

    public static TheoryData<string> Rules { get; } = [.. AllRules().Select(rule => rule.Item1)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_refusal_says_why_and_changes_nothing(string name)
    {
        (_, CatalogueCode code, Func<CatalogueWorld, CatalogueResult> act) = AllRules().Single(r => r.Item1 == name);
        CatalogueWorld world = Furnished();
        ulong before = world.State.StateHash();
        int facts = world.FactCount;
        Assert.Equal(code, act(world).Code);
        Assert.Equal(before, world.State.StateHash());
        Assert.Equal(facts, world.FactCount);
        world.State.CheckInvariants();
    }

    [Fact]
    public void Saving_adds_then_replaces_and_counts_revisions()
    {
        CatalogueWorld world = Furnished();
        Assert.Equal(new CatalogueResult(CatalogueCode.Done, 9, 1), world.Save(CatalogueWorld.Movie(9)));
        Movie changed = CatalogueWorld.Movie(9) with { Title = "Another", DurationMinutes = 5, Revision = 77 };
        Assert.Equal(new CatalogueResult(CatalogueCode.Done, 9, 2), world.Save(changed, 1));
        Assert.True(world.State.TryFindMovie(9, out Movie? movie));
        Assert.Equal(changed with { Revision = 2 }, movie);
        Assert.Equal(new CatalogueResult(CatalogueCode.RevisionConflict, 9, 2), world.Save(changed, 1));
        Assert.True(world.Send(new RemoveMovie(world.NowMs, 9, 2)).IsDone);
        Assert.False(world.State.TryFindMovie(9, out _));
    }

    [Fact]
    public void A_showtime_ends_when_its_film_does_and_may_move_within_its_own_slot()
    {
        CatalogueWorld world = Furnished();
        Assert.True(world.State.TryFindShowtime(1, out Showtime? saved));
        Assert.Equal(saved.StartsAtMs + (100 * Minute), saved.EndsAtMs);
        long later = saved.StartsAtMs + (10 * Minute);
        Showtime moved = saved with { StartsAtMs = later, Status = ShowtimeStatus.Cancelled };
        Assert.Equal(new CatalogueResult(CatalogueCode.Done, 1, 2), world.Save(moved, 1));
        Assert.True(world.State.TryFindShowtime(1, out saved));
        Assert.Equal(ShowtimeStatus.Scheduled, saved.Status);
        world.State.CheckInvariants();
    }

    [Fact]
    public void Cleaning_takes_a_quarter_of_an_hour_to_the_millisecond()
    {
        CatalogueWorld world = Furnished();
        long next = Hour + (115 * Minute);
        Assert.Equal(CatalogueCode.Overlap, world.Save(world.Showtime(5, next - 1)).Code);
        Assert.Equal(CatalogueCode.Done, world.Save(world.Showtime(5, next)).Code);
        Assert.Equal(CatalogueCode.Overlap, world.Save(world.Showtime(6, Hour + 1)).Code);
        Assert.Equal(CatalogueCode.Overlap, world.Save(world.Showtime(6, 0)).Code);
        world.State.CheckInvariants();
    }

    [Fact]
    public void A_cancelled_showtime_gives_its_time_free()
    {
        CatalogueWorld world = Furnished();
        Assert.Equal(new CatalogueResult(CatalogueCode.Done, 1, 2), world.Cancel(1));
        Assert.Equal(CatalogueCode.Done, world.Save(world.Showtime(7)).Code);
        Assert.Equal(CatalogueCode.TheaterInUse, world.Send(new RemoveTheater(world.NowMs, 1, 1)).Code);
        world.State.CheckInvariants();
    }

    [Fact]
    public void Plan_and_duration_may_change_once_everything_is_over()
    {
        CatalogueWorld world = Furnished();
        world.NowMs += CatalogueWorld.Day;
        Assert.True(world.Save(CatalogueWorld.Theater() with { Plan = OtherPlan }, 1).IsDone);
        Assert.True(world.Save(CatalogueWorld.Movie() with { DurationMinutes = 7 }, 1).IsDone);
        world.State.CheckInvariants();
        Assert.Equal(world.State.StateHash(), world.Replayed().StateHash());
    }

    [Fact]
    public void An_import_adds_everything_history_included()
    {
        CatalogueWorld world = new();
        CatalogueBatch batch = new()
        {
            Theaters = [CatalogueWorld.Theater(), CatalogueWorld.Theater(2)],
            Movies = [CatalogueWorld.Movie()],
            Showtimes = [world.Showtime(1, -CatalogueWorld.Day), world.Showtime(2), world.Showtime(3, theater: 2)],
        };
        Assert.True(world.Import(batch).IsDone);
        Assert.Equal((2, 1, 3), (world.State.TheaterCount, world.State.MovieCount, world.State.ShowtimeCount));
        Assert.Equal(6, world.FactCount);
        world.State.CheckInvariants();
        Assert.Equal(new CatalogueResult(CatalogueCode.RevisionConflict, 1, 1), world.Import(batch));
    }

    [Fact]
    public void An_import_is_bounded_by_what_it_weighs()
    {
        CatalogueWorld world = new();
        string longest = new('漢', CatalogueLimits.MaxDescriptionLength);
        Movie heavy = CatalogueWorld.Movie() with { Description = longest };
        Movie[] movies = [.. Enumerable.Range(1, 1_400).Select(id => heavy with { Id = (ulong)id })];
        CatalogueResult refused = world.Import(new() { Movies = movies });
        Assert.Equal((CatalogueCode.ImportTooLarge, 0), (refused.Code, world.FactCount));
        Assert.InRange(refused.Id, 1_380UL, 1_400UL);
        Assert.True(world.Import(new() { Movies = movies[..((int)refused.Id - 1)] }).IsDone);
    }

    [Fact]
    public void Full_is_an_answer_and_replacing_still_works()
    {
        CatalogueWorld world = Furnished(new CatalogueCapacity { Theaters = 2, Movies = 2, Showtimes = 2 });
        ulong before = world.State.StateHash();
        Assert.Equal(CatalogueCode.TheatersFull, world.Save(CatalogueWorld.Theater(9)).Code);
        Assert.Equal(CatalogueCode.MoviesFull, world.Save(CatalogueWorld.Movie(9)).Code);
        Assert.Equal(CatalogueCode.ShowtimesFull, world.Save(world.Showtime(9, 20 * Hour)).Code);
        Assert.Equal(CatalogueCode.TheatersFull, world.Import(new() { Theaters = [CatalogueWorld.Theater(9)] }).Code);
        Assert.Equal(CatalogueCode.MoviesFull, world.Import(new() { Movies = [CatalogueWorld.Movie(9)] }).Code);
        CatalogueBatch more = new() { Showtimes = [world.Showtime(9, 20 * Hour)] };
        Assert.Equal(CatalogueCode.ShowtimesFull, world.Import(more).Code);
        Assert.Equal(before, world.State.StateHash());
        Assert.True(world.Save(CatalogueWorld.Movie(2) with { Title = "New" }, 1).IsDone);
    }

    private static IEnumerable<(string, CatalogueCode, Func<CatalogueWorld, CatalogueResult>)> AllRules() =>
        [.. FieldRules(), .. ReferenceRules(), .. ImportRules()];

    private static IEnumerable<(string, CatalogueCode, Func<CatalogueWorld, CatalogueResult>)> FieldRules()
    {
        string longText = new('x', 5000);
        Theater theater = CatalogueWorld.Theater(9);
        Movie movie = CatalogueWorld.Movie(9);
        yield return ("theater id", CatalogueCode.IdInvalid, w => w.Save(theater with { Id = 0 }));
        yield return ("blank name", CatalogueCode.NameInvalid, w => w.Save(theater with { Name = " " }));
        yield return ("half a character", CatalogueCode.NameInvalid, w => w.Save(theater with { Name = Half }));
        yield return ("long city", CatalogueCode.CityInvalid, w => w.Save(theater with { City = longText }));
        yield return ("long address", CatalogueCode.AddressInvalid, w => w.Save(theater with { Address = longText }));
        yield return ("latitude", CatalogueCode.CoordinatesInvalid, w => w.Save(theater with { Latitude = 90.1 }));
        yield return ("no number", CatalogueCode.CoordinatesInvalid,
            w => w.Save(theater with { Longitude = double.NaN }));
        yield return ("no plan", CatalogueCode.PlanInvalid, w => w.Save(theater with { Plan = null! }));
        yield return ("movie id", CatalogueCode.IdInvalid, w => w.Save(movie with { Id = 0 }));
        yield return ("no title", CatalogueCode.TitleInvalid, w => w.Save(movie with { Title = "" }));
        yield return ("long description", CatalogueCode.DescriptionInvalid,
            w => w.Save(movie with { Description = longText }));
        yield return ("no minutes", CatalogueCode.DurationInvalid, w => w.Save(movie with { DurationMinutes = 0 }));
        yield return ("two days", CatalogueCode.DurationInvalid, w => w.Save(movie with { DurationMinutes = 2880 }));
        yield return ("no genre", CatalogueCode.GenreInvalid, w => w.Save(movie with { Genre = "" }));
        yield return ("long rating", CatalogueCode.RatingInvalid, w => w.Save(movie with { Rating = longText }));
        yield return ("no poster", CatalogueCode.PosterUrlInvalid, w => w.Save(movie with { PosterUrl = null! }));
        yield return ("showtime id", CatalogueCode.IdInvalid, w => w.Save(w.Showtime(0)));
        yield return ("before 1970", CatalogueCode.TimeInvalid, w => w.Save(w.Showtime(9) with { StartsAtMs = -1 }));
        yield return ("sales after the film", CatalogueCode.TimeInvalid,
            w => w.Save(w.Showtime(9) with { OnSaleAtMs = w.NowMs + CatalogueWorld.Day }));
        yield return ("short hold", CatalogueCode.HoldTimeInvalid, w => w.Save(w.Showtime(9) with { HoldMs = 9_999 }));
        yield return ("long hold", CatalogueCode.HoldTimeInvalid,
            w => w.Save(w.Showtime(9) with { HoldMs = 3_600_001 }));
        yield return ("negative price", CatalogueCode.PriceInvalid,
            w => w.Save(w.Showtime(9) with { Prices = new(-1) }));
        yield return ("high price", CatalogueCode.PriceInvalid,
            w => w.Save(w.Showtime(9) with { Prices = new(100_001) }));
    }

    private static IEnumerable<(string, CatalogueCode, Func<CatalogueWorld, CatalogueResult>)> ReferenceRules()
    {
        yield return ("price count", CatalogueCode.PriceCountInvalid,
            w => w.Save(w.Showtime(9, 9 * Hour) with { Prices = new(1, 2) }));
        yield return ("in the past", CatalogueCode.StartInPast, w => w.Save(w.Showtime(9, -1)));
        yield return ("moves what has begun", CatalogueCode.StartInPast, w =>
        {
            w.NowMs += 2 * Hour;
            return w.Save(w.Showtime(1, 9 * Hour), 1);
        }
        );
        yield return ("theater unknown", CatalogueCode.UnknownTheater, w => w.Save(w.Showtime(9, theater: 8)));
        yield return ("movie unknown", CatalogueCode.UnknownMovie, w => w.Save(w.Showtime(9) with { MovieId = 8 }));
        yield return ("update of no theater", CatalogueCode.UnknownTheater, w => w.Save(CatalogueWorld.Theater(9), 1));
        yield return ("update of no movie", CatalogueCode.UnknownMovie, w => w.Save(CatalogueWorld.Movie(9), 1));
        yield return ("update of no showtime", CatalogueCode.UnknownShowtime, w => w.Save(w.Showtime(9), 1));
        yield return ("theater exists", CatalogueCode.RevisionConflict, w => w.Save(CatalogueWorld.Theater()));
        yield return ("movie was changed", CatalogueCode.RevisionConflict, w => w.Save(CatalogueWorld.Movie(), 2));
        yield return ("showtime exists", CatalogueCode.RevisionConflict, w => w.Save(w.Showtime()));
        yield return ("overlap", CatalogueCode.Overlap, w => w.Save(w.Showtime(9)));
        yield return ("plan in use", CatalogueCode.PlanInUse,
            w => w.Save(CatalogueWorld.Theater() with { Plan = OtherPlan }, 1));
        yield return ("duration in use", CatalogueCode.DurationInUse,
            w => w.Save(CatalogueWorld.Movie() with { DurationMinutes = 101 }, 1));
        yield return ("theater in use", CatalogueCode.TheaterInUse, w => w.Send(new RemoveTheater(w.NowMs, 1, 1)));
        yield return ("movie in use", CatalogueCode.MovieInUse, w => w.Send(new RemoveMovie(w.NowMs, 1, 1)));
        yield return ("no theater", CatalogueCode.UnknownTheater, w => w.Send(new RemoveTheater(w.NowMs, 9, 1)));
        yield return ("no movie", CatalogueCode.UnknownMovie, w => w.Send(new RemoveMovie(w.NowMs, 9, 1)));
        yield return ("theater seen older", CatalogueCode.RevisionConflict,
            w => w.Send(new RemoveTheater(w.NowMs, 2, 3)));
        yield return ("movie seen older", CatalogueCode.RevisionConflict, w => w.Send(new RemoveMovie(w.NowMs, 2, 3)));
        yield return ("theater fixed", CatalogueCode.TheaterFixed, w => w.Save(w.Showtime(theater: 2), 1));
        yield return ("edit of a cancelled one", CatalogueCode.AlreadyCancelled,
            w => w.Save(w.Showtime(2, 5 * Hour), 2));
        yield return ("cancelled twice", CatalogueCode.AlreadyCancelled, w => w.Cancel(2, 2));
        yield return ("cancel unknown", CatalogueCode.UnknownShowtime, w => w.Cancel(9));
        yield return ("cancel changed", CatalogueCode.RevisionConflict, w => w.Cancel(1, 5));
        yield return ("cancel when over", CatalogueCode.AlreadyOver, w =>
        {
            w.NowMs += CatalogueWorld.Day;
            return w.Cancel(1);
        }
        );
    }

    private static IEnumerable<(string, CatalogueCode, Func<CatalogueWorld, CatalogueResult>)> ImportRules()
    {
        Theater theater = CatalogueWorld.Theater(8);
        Movie movie = CatalogueWorld.Movie(8);
        yield return ("import: field", CatalogueCode.TitleInvalid,
            w => w.Import(new() { Movies = [movie with { Title = "" }] }));
        yield return ("import: city", CatalogueCode.CityInvalid,
            w => w.Import(new() { Theaters = [theater with { City = "" }] }));
        yield return ("import: theater exists", CatalogueCode.RevisionConflict,
            w => w.Import(new() { Theaters = [CatalogueWorld.Theater()] }));
        yield return ("import: a movie twice", CatalogueCode.RevisionConflict,
            w => w.Import(new() { Movies = [movie, movie] }));
        yield return ("import: showtime exists", CatalogueCode.RevisionConflict,
            w => w.Import(new() { Showtimes = [w.Showtime(1, 9 * Hour)] }));
        yield return ("import: theater unknown", CatalogueCode.UnknownTheater,
            w => w.Import(new() { Movies = [movie], Showtimes = [w.Showtime(8, theater: 8)] }));
        yield return ("import: movie unknown", CatalogueCode.UnknownMovie,
            w => w.Import(new() { Showtimes = [w.Showtime(8) with { MovieId = 8 }] }));
        yield return ("import: price count", CatalogueCode.PriceCountInvalid,
            w => w.Import(new() { Showtimes = [w.Showtime(8) with { Prices = default }] }));
        yield return ("import: overlap with what is", CatalogueCode.Overlap,
            w => w.Import(new() { Movies = [movie], Showtimes = [w.Showtime(8)] }));
        yield return ("import: overlap within", CatalogueCode.Overlap,
            w => w.Import(new() { Showtimes = [w.Showtime(8, 9 * Hour), w.Showtime(9, 8 * Hour)] }));
    }

    // Theaters 1 and 2, films 1 and 2, showtime 1 to come and 2 cancelled.
    private static CatalogueWorld Furnished(CatalogueCapacity? capacity = null)
    {
        var world = new CatalogueWorld(capacity);
        Assert.True(world.Save(CatalogueWorld.Theater()).IsDone);
        Assert.True(world.Save(CatalogueWorld.Theater(2)).IsDone);
        Assert.True(world.Save(CatalogueWorld.Movie()).IsDone);
        Assert.True(world.Save(CatalogueWorld.Movie(2)).IsDone);
        Assert.True(world.Save(world.Showtime()).IsDone);
        Assert.True(world.Save(world.Showtime(2, 5 * Hour)).IsDone);
        Assert.True(world.Cancel(2).IsDone);
        return world;
    }
}
