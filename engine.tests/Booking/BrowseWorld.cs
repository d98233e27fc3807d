using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>
/// A random catalogue, its read model, and the plainest possible answers to the same questions: lists of records, an
/// array of seats a showtime, and LINQ.
/// </summary>
internal sealed class BrowseWorld
{
    // What a title says, and what it says without case and marks.
    private static readonly (string Shown, string Plain)[] Words =
    [
        ("Crème", "creme"), ("ØRN", "orn"), ("Straße", "strasse"), ("Noir", "noir"), ("Łódź", "lodz"),
        ("Ang\u0303o", "ango"), ("Việt", "viet"), ("the", "the"), ("Œuvre", "oeuvre"), ("漢字", "漢字"),
    ];

    private static readonly string[] Cities = ["Aldenport", "Veldmere", "Sankt Orla"];
    private static readonly string[] GenreNames = ["Drama", "Comedy", "Noir"];

    private readonly Dictionary<ulong, SeatStatus[]> _seats = [];
    private readonly Dictionary<ulong, string> _plainTitles = [];
    private readonly Random _random;

    public BrowseWorld(Random random, int theaters = 5, int movies = 8, int showtimesEach = 40)
    {
        _random = random;
        for (int i = 1; i <= theaters; i++) Theaters.Add(AnyTheater((ulong)i));
        for (int i = 1; i <= movies; i++) Movies.Add(AnyMovie((ulong)i));
        foreach (Theater theater in Theaters) AddShowtimes(theater, showtimesEach);
        CatalogueBatch batch = new() { Theaters = Theaters, Movies = Movies, Showtimes = Showtimes };
        Assert.Equal(CatalogueCode.Done, World.Import(batch).Code);
        foreach (Showtime showtime in Showtimes.Where(_ => random.Next(12) == 0)) World.Cancel(showtime.Id);
        World.Facts((header, payload) => View.Apply(in header, payload.Span));
        for (int i = 0; i < Showtimes.Count; i++)
        {
            Assert.True(World.State.TryFindShowtime(Showtimes[i].Id, out Showtime? saved));
            Showtimes[i] = saved;
            _seats[saved.Id] = new SeatStatus[TheaterOf(saved).Plan.SeatCount];
            for (int change = random.Next(40); change > 0; change--) ChangeSeats(saved.Id);
        }
    }

    public CatalogueWorld World { get; } = new();

    public CatalogueView View { get; } = new();

    public List<Theater> Theaters { get; } = [];

    public List<Movie> Movies { get; } = [];

    public List<Showtime> Showtimes { get; } = [];

    public IReadOnlyList<ulong> Expected(ShowtimeQuery query)
    {
        IEnumerable<Showtime> rows = Showtimes.Where(showtime => Passes(showtime, query));
        int sign = query.IsDescending ? -1 : 1;
        rows = rows.OrderBy(row => sign * KeyOf(row, query.Sort)).ThenBy(row => row.StartsAtMs).ThenBy(row => row.Id);
        return [.. rows.Select(row => row.Id)];
    }

    public int Count(ulong showtime, SeatStatus status) => _seats[showtime].Count(seat => seat == status);

    /// <summary>A random filter, any subset of its parts.</summary>
    public ShowtimeQuery AnyQuery() => new()
    {
        MovieId = Maybe(6) ? (ulong)_random.Next(1, Movies.Count + 2) : null,
        TheaterId = Maybe(6) ? (ulong)_random.Next(1, Theaters.Count + 2) : null,
        Date = Maybe(3) ? AnyDay() : null,
        City = Maybe(4) ? Cities[_random.Next(3)].ToUpperInvariant() : null,
        Genre = Maybe(4) ? GenreNames[_random.Next(3)].ToLowerInvariant() : null,
        MinPriceCents = Maybe(3) ? 100 * _random.Next(12) : null,
        MaxPriceCents = Maybe(3) ? 100 * _random.Next(4, 16) : null,
        OnlyAvailable = Maybe(3),
        SeatsTogether = Maybe(3) ? _random.Next(1, 7) : null,
        Search = Maybe(4) ? AnySearch() : null,
        IncludesPast = Maybe(2),
        IncludesCancelled = Maybe(3),
        Sort = (ShowtimeSort)_random.Next(3),
        IsDescending = Maybe(2),
        Limit = _random.Next(1, 60),
    };

    /// <summary>Moves a random seat of a showtime on, in the model and in the view.</summary>
    public void ChangeSeats(ulong showtime)
    {
        SeatStatus[] seats = _seats[showtime];
        ushort seat = (ushort)_random.Next(seats.Length);
        (SeatChange change, SeatStatus status) = (seats[seat], _random.Next(3)) switch
        {
            (SeatStatus.Free, 0) => (SeatChange.Held, SeatStatus.Held),
            (SeatStatus.Free, 1) => (SeatChange.SoldDirectly, SeatStatus.Sold),
            (SeatStatus.Free, _) => (SeatChange.Blocked, SeatStatus.Blocked),
            (SeatStatus.Held, 0) => (SeatChange.Released, SeatStatus.Free),
            (SeatStatus.Held, _) => (SeatChange.Sold, SeatStatus.Sold),
            (SeatStatus.Sold, _) => (SeatChange.Returned, SeatStatus.Free),
            _ => (SeatChange.Unblocked, SeatStatus.Free),
        };
        seats[seat] = status;
        Assert.True(View.ApplySeats(showtime, change, [seat]));
    }

    public byte[] Saved()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        View.Save(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private bool Passes(Showtime showtime, ShowtimeQuery query)
    {
        Movie movie = Movies.Single(m => m.Id == showtime.MovieId);
        Theater theater = TheaterOf(showtime);
        DateOnly day = DayOf(showtime.StartsAtMs);
        string[] words = PlainWords(query.Search);
        return (query.MovieId is null || query.MovieId == movie.Id)
            && (query.TheaterId is null || query.TheaterId == theater.Id)
            && (query.Date is null || query.Date == day)
            && (query.City is null || query.City.Equals(theater.City, StringComparison.OrdinalIgnoreCase))
            && (query.Genre is null || query.Genre.Equals(movie.Genre, StringComparison.OrdinalIgnoreCase))
            && !(showtime.Prices[0] < query.MinPriceCents) && !(showtime.Prices[0] > query.MaxPriceCents)
            && (!query.OnlyAvailable || Count(showtime.Id, SeatStatus.Free) > 0)
            && (query.SeatsTogether is null || Together(showtime) >= query.SeatsTogether)
            && words.All(word => _plainTitles[movie.Id].Contains(word, StringComparison.Ordinal))
            && (query.IncludesPast || showtime.StartsAtMs >= World.NowMs)
            && (query.IncludesCancelled || showtime.Status == ShowtimeStatus.Scheduled);
    }

    private long KeyOf(Showtime showtime, ShowtimeSort sort) => sort switch
    {
        ShowtimeSort.Price => showtime.Prices[0],
        ShowtimeSort.Popularity => Count(showtime.Id, SeatStatus.Sold),
        _ => showtime.StartsAtMs,
    };

    private int Together(Showtime showtime)
    {
        SeatPlan plan = TheaterOf(showtime).Plan;
        int best = 0, run = 0;
        for (int seat = 0; seat < plan.SeatCount; seat++)
        {
            bool isNewBlock = seat == 0 || plan.BlockOf(seat) != plan.BlockOf(seat - 1);
            bool isUsable = _seats[showtime.Id][seat] == SeatStatus.Free && plan.KindOf(seat) == SeatKind.Standard;
            run = !isUsable ? 0 : isNewBlock ? 1 : run + 1;
            best = Math.Max(best, run);
        }

        return best;
    }

    private static string[] PlainWords(string? search)
    {
        string plain = search ?? "";
        foreach ((string shown, string bare) in Words) plain = plain.Replace(shown, bare, StringComparison.Ordinal);
        return plain.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private string AnySearch()
    {
        (string shown, string plain) = Words[_random.Next(Words.Length)];
        return _random.Next(4) switch
        {
            0 => shown,
            1 => plain.ToUpperInvariant(),
            2 => plain[..Math.Max(1, plain.Length / 2)],
            _ => $"  {shown} {Words[_random.Next(Words.Length)].Plain} ",
        };
    }

    private void AddShowtimes(Theater theater, int count)
    {
        long start = World.NowMs - CatalogueWorld.Day;
        for (int i = 0; i < count; i++)
        {
            Movie movie = Movies[_random.Next(Movies.Count)];
            int[] cents = [.. Enumerable.Range(0, theater.Plan.ZoneCount).Select(_ => 100 * _random.Next(15))];
            Showtimes.Add(new Showtime
            {
                Id = (ulong)(1_000 - Showtimes.Count),
                MovieId = movie.Id,
                TheaterId = theater.Id,
                StartsAtMs = start,
                Prices = new ZonePrices(cents),
            });
            start += (2 + _random.Next(2)) * CatalogueWorld.Hour;
        }
    }

    private Theater AnyTheater(ulong id) => new()
    {
        Id = id,
        Name = AnyTitle(out _),
        City = Cities[_random.Next(3)],
        Plan = _random.Next(2) == 0 ? SeatPlan.Cinema(3, 2, 3) : SeatPlan.Rectangle(2, 3, 6),
    };

    private Movie AnyMovie(ulong id)
    {
        string title = AnyTitle(out string plain);
        _plainTitles.Add(id, plain);
        return new Movie { Id = id, Title = title, DurationMinutes = 90, Genre = GenreNames[_random.Next(3)] };
    }

    private string AnyTitle(out string plain)
    {
        int[] picks = [_random.Next(Words.Length), _random.Next(Words.Length), _random.Next(Words.Length)];
        (string Shown, string Plain)[] words = Array.ConvertAll(picks, pick => Words[pick]);
        plain = string.Join(' ', words.Select(word => word.Plain));
        return string.Join(' ', words.Select(word => word.Shown));
    }

    private DateOnly AnyDay() => DayOf(World.NowMs).AddDays(_random.Next(-2, 6));

    private static DateOnly DayOf(long timeMs) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime);

    private bool Maybe(int one) => _random.Next(one) == 0;

    private Theater TheaterOf(Showtime showtime) => Theaters.Single(theater => theater.Id == showtime.TheaterId);
}
