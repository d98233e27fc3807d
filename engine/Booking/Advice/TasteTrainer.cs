using Catalog.Engine.Models;
using Catalog.Engine.Models.Linear;
using Catalog.Engine.Models.Recommending;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Booking.Advice;

/// <summary>Trains a <see cref="TasteModel"/>.</summary>
/// <remarks>
/// The weights are learned from the last days, with neighbours found in the days before them: else what was booked
/// would be known from itself. The model then gets neighbours found in all days.
/// </remarks>
internal sealed class TasteTrainer
{
    /// <summary>Showtimes of so many days are in reach.</summary>
    public const int ReachDays = 7;

    private const int LearnedDays = 10;
    private const int MinVisits = 2;
    private const int MaxVisits = 100;
    private const int Others = 10;
    private const int MinRows = 300;
    private readonly SalesHistory _history;
    private readonly long _nowMs;
    private readonly AdvisorOptions _options;
    private readonly SeededRandom _random;
    private readonly int[] _userStarts;
    private readonly int[] _userSales;

    private TasteTrainer(SalesHistory history, long nowMs, AdvisorOptions options)
    {
        (_history, _nowMs, _options) = (history, nowMs, options);
        _random = new SeededRandom(options.Seed + 1);
        _userStarts = new int[history.Users.Length + 1];
        foreach (HistorySale sale in history.Sales) _userStarts[sale.User + 1]++;
        for (int user = 0; user < history.Users.Length; user++) _userStarts[user + 1] += _userStarts[user];
        _userSales = new int[history.Sales.Length];
        int[] next = _userStarts[..^1];
        for (int sale = 0; sale < history.Sales.Length; sale++)
            _userSales[next[history.Sales[sale].User]++] = sale;
    }

    public static TasteModel Train(SalesHistory history, long nowMs, AdvisorOptions options) =>
        new TasteTrainer(history, nowMs, options).Train();

    private TasteModel Train()
    {
        HistoryHouse house = _history.House;
        long splitMs = _nowMs - (LearnedDays * ShowSlots.DayMs);
        var draws = new FilmDraws(house);
        double[] genres = GenreShares();
        var pull = new ShowPull(_history, _nowMs);
        var early = new TasteModel(house, draws, NeighboursUntil(splitMs), null, genres, pull);
        var table = new FeatureTable(TasteModel.Columns, _options.MaxTasteRows * (1 + Others));
        int late = _history.Sales.Count(sale => sale.TimeMs >= splitMs);
        double chance = _options.MaxTasteRows / (double)Math.Max(1, late);
        for (int sale = 0; sale < _history.Sales.Length; sale++)
        {
            ref readonly HistorySale of = ref _history.Sales[sale];
            if (of.TimeMs >= splitMs && _random.NextDouble() < chance) Learn(early, sale, table);
            HistoryShow show = _history.Shows[of.Show];
            draws.Add(show.Film, show.Theater, of.TimeMs);
        }

        LogisticRegression? weights = table.Rows < MinRows ? null : LogisticRegression.Train(table);
        return new TasteModel(house, draws, NeighboursUntil(_nowMs), weights, genres, pull);
    }

    /// <summary>Adds a booking, and films that were not booked in its stead, as the person stood before it.</summary>
    private void Learn(TasteModel model, int sale, FeatureTable table)
    {
        ref readonly HistorySale of = ref _history.Sales[sale];
        TasteProfile profile = ProfileBefore(of.User, sale);
        ulong booked = _history.House.Films[_history.Shows[of.Show].Film].Id;
        if (profile.Visits < MinVisits || profile.HasSeen(booked)) return;
        List<TasteCandidate> candidates = CandidatesAt(model, profile, of.TimeMs);
        int chosen = candidates.FindIndex(candidate => candidate.Movie.Id == booked);
        if (chosen < 0 || candidates.Count < 2) return;
        float[] likeness = model.LikenessTo(profile);
        float[] row = new float[TasteModel.Columns];
        for (int i = 0; i <= Others; i++)
        {
            int at = i == 0 ? chosen : _random.Next(candidates.Count);
            if (i > 0 && at == chosen) continue;
            model.Fill(profile, candidates[at], likeness, (profile.City, of.TimeMs), row);
            table.TryAdd(row, i == 0 ? 1 : 0);
        }
    }

    private TasteProfile ProfileBefore(int user, int sale)
    {
        var profile = new TasteProfile();
        int end = Array.BinarySearch(_userSales, _userStarts[user], _userStarts[user + 1] - _userStarts[user], sale);
        for (int i = end - 1; i >= Math.Max(_userStarts[user], end - MaxVisits); i--)
        {
            HistoryShow show = _history.Shows[_history.Sales[_userSales[i]].Show];
            HistoryFilm film = _history.House.Films[show.Film];
            HistoryTheater theater = _history.House.Theaters[show.Theater];
            profile.Add(film.Id, film.Title, _history.House.Genres[film.Genre], show.StartsAtMs);
            profile.AddPlace(theater.City, theater.Latitude, theater.Longitude);
        }

        return profile;
    }

    private List<TasteCandidate> CandidatesAt(TasteModel model, TasteProfile profile, long nowMs)
    {
        var found = new Dictionary<int, TasteCandidate>();
        HistoryHouse house = _history.House;
        Span<double> nearness = house.Theaters.Count <= 1024 ? stackalloc double[house.Theaters.Count]
            : new double[house.Theaters.Count];
        for (int i = 0; i < nearness.Length; i++)
        {
            HistoryTheater theater = house.Theaters[i];
            nearness[i] = profile.NearnessOf(theater.City, theater.Latitude, theater.Longitude, null);
        }

        long untilMs = nowMs + (ReachDays * ShowSlots.DayMs);
        for (int show = FirstFrom(nowMs); show < _history.Shows.Length; show++)
        {
            ref readonly HistoryShow of = ref _history.Shows[show];
            if (of.StartsAtMs > untilMs) break;
            HistoryFilm film = house.Films[of.Film];
            if (of.IsCancelled || profile.HasSeen(film.Id)) continue;
            if (!found.TryGetValue(of.Film, out TasteCandidate? candidate))
                found.Add(of.Film, candidate = new TasteCandidate(MovieOf(film), of.Film));
            (double suits, double reach) = model.SuitOf(
                profile, nearness[of.Theater], (of.StartsAtMs, nowMs), house.Theaters[of.Theater].Id);
            candidate.Add(show, suits, reach, 0);
        }

        return [.. found.Values];
    }

    private Movie MovieOf(HistoryFilm film) => new()
    {
        Id = film.Id,
        Title = film.Title,
        Genre = _history.House.Genres[film.Genre],
        DurationMinutes = 1,
        ReleasedOn = ShowSlots.DateOf(ShowSlots.DayOf(film.ReleasedMs)),
    };

    private int FirstFrom(long timeMs)
    {
        int low = 0, high = _history.Shows.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_history.Shows[middle].StartsAtMs <= timeMs) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private ItemNeighbours NeighboursUntil(long timeMs)
    {
        var taken = new Interactions(_history.House.Films.Count);
        for (int user = 0; user < _history.Users.Length; user++)
        {
            taken.NextUser();
            for (int i = _userStarts[user]; i < _userStarts[user + 1]; i++)
            {
                HistorySale sale = _history.Sales[_userSales[i]];
                if (sale.TimeMs < timeMs) taken.Add(_history.Shows[sale.Show].Film);
            }
        }

        return ItemNeighbours.Train(taken);
    }

    private double[] GenreShares()
    {
        double[] shares = new double[_history.House.Genres.Count];
        foreach (HistorySale sale in _history.Sales)
            shares[_history.House.Films[_history.Shows[sale.Show].Film].Genre]++;
        double all = shares.Sum() + shares.Length;
        for (int genre = 0; genre < shares.Length; genre++) shares[genre] = (shares[genre] + 1) / all;
        return shares;
    }
}
