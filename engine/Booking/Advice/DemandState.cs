namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// How sales stand and what is usual, as of a moment: fed with sales and starts in the order of time, so that what it
/// says of a past moment holds nothing that came later.
/// <code>
/// log(1 + seats) ≈ usual + slot of the week + theater + film + trend
/// each a mean of what the others leave over, in which older showtimes count less
/// </code>
/// </summary>
/// <remarks>
/// Fitting each effect to what the others leave is backfitting (Friedman and Stuetzle 1981), here one showtime at a
/// time. O(1) a sale, start or question. Not thread-safe while it is fed.
/// </remarks>
internal sealed class DemandState
{
    /// <summary>Numbers in a row for the trees.</summary>
    public const int Columns = 19;

    private const double SlotLifeMs = 56.0 * ShowSlots.DayMs;
    private const double TheaterLifeMs = 28.0 * ShowSlots.DayMs;
    private const double FilmLifeMs = 8.0 * ShowSlots.DayMs;
    private const double TrendLifeMs = 5.0 * ShowSlots.DayMs;
    private const double RateLifeMs = 2.0 * ShowSlots.DayMs;

    // A few showtimes' worth of doubt before an effect is believed.
    private const double Doubt = 3;

    // How firmly the expectation is held against what was sold: a gamma prior's shape.
    private const double Firmness = 4;
    private const double FewSeats = 20;
    private readonly HistoryHouse _house;
    private readonly SalesCurve _curve;
    private readonly DecayingMean[] _slots = new DecayingMean[ShowSlots.Count];
    private readonly DecayingMean[] _theaters;
    private readonly DecayingMean[] _films;
    private readonly DecayingMean[] _genres;
    private readonly DecayingMean[] _prices;
    private readonly DecayingMean[] _rates;
    private readonly Dictionary<long, (int Shows, int Sold)> _days = [];
    private DecayingMean _all;
    private DecayingMean _trend;

    public DemandState(HistoryHouse house, SalesCurve curve, ReadOnlySpan<HistoryShow> shows)
    {
        (_house, _curve) = (house, curve);
        _theaters = new DecayingMean[house.Theaters.Count];
        _films = new DecayingMean[house.Films.Count];
        _genres = new DecayingMean[house.Genres.Count];
        _prices = new DecayingMean[house.Theaters.Count * 4];
        _rates = new DecayingMean[house.Films.Count];
        foreach (ref readonly HistoryShow show in shows)
        {
            (int count, int sold) = _days.GetValueOrDefault(ShowSlots.DayOf(show.StartsAtMs));
            _days[ShowSlots.DayOf(show.StartsAtMs)] = (count + 1, sold);
        }
    }

    public HistoryHouse House => _house;

    /// <summary>Takes seats sold, or given back, into the figures of film and day.</summary>
    public void Sell(in HistoryShow show, int seats, long timeMs)
    {
        _rates[show.Film].Add(seats, timeMs, RateLifeMs);
        (int count, int sold) = _days.GetValueOrDefault(ShowSlots.DayOf(show.StartsAtMs));
        _days[ShowSlots.DayOf(show.StartsAtMs)] = (count, sold + seats);
    }

    /// <summary>Takes a showtime that has started, and what it sold in the end, into what is usual.</summary>
    public void Start(in HistoryShow show, int sold)
    {
        long atMs = show.StartsAtMs;
        int genre = _house.Films[show.Film].Genre, slot = ShowSlots.Of(atMs);
        ShowEffects effects = EffectsOf(show.Film, show.Theater, genre, atMs, atMs);
        double seats = Math.Log(1 + sold);
        double rest = seats - effects.Log;
        _all.Add(seats, atMs, SlotLifeMs);
        _slots[slot].Add(rest + effects.Slot, atMs, SlotLifeMs);
        _theaters[show.Theater].Add(rest + effects.Theater, atMs, TheaterLifeMs);
        _films[show.Film].Add(rest + effects.Film, atMs, FilmLifeMs);
        _genres[genre].Add(rest + effects.Film, atMs, TheaterLifeMs);
        _trend.Add(rest + effects.Trend, atMs, TrendLifeMs);
        int price = (show.Theater * 4) + ShowSlots.PriceClassOf(atMs);
        _prices[price].Add(Math.Log(Math.Max(1, show.BaseCents)), atMs, SlotLifeMs);
    }

    /// <summary>What is to be expected of a showtime before anything is sold.</summary>
    public ShowEffects EffectsOf(int film, int theater, int genre, long startsAtMs, long nowMs)
    {
        double usual = _all.Mean(nowMs, SlotLifeMs, Math.Log(FewSeats), 1);
        double ofGenre = genre < 0 ? 0 : _genres[genre].Mean(nowMs, TheaterLifeMs, 0, Doubt);
        return new ShowEffects(
            usual,
            _slots[ShowSlots.Of(startsAtMs)].Mean(nowMs, SlotLifeMs, 0, Doubt),
            theater < 0 ? 0 : _theaters[theater].Mean(nowMs, TheaterLifeMs, 0, Doubt),
            film < 0 ? ofGenre : _films[film].Mean(nowMs, FilmLifeMs, ofGenre, Doubt),
            _trend.Mean(nowMs, TrendLifeMs, 0, 5 * Doubt));
    }

    /// <summary>
    /// Expectation and sales so far together: what will have been sold in the end. A gamma prior on demand, and sales
    /// that come as a Poisson process along the curve (Gelman and others, Bayesian Data Analysis, 2.6).
    /// </summary>
    public double Final(in ShowQuestion ask, in ShowEffects effects) =>
        Math.Min(Math.Max(ask.Sold, ask.Capacity), Wanted(in ask, in effects));

    /// <summary>The same, were there seats for everybody.</summary>
    public double Wanted(in ShowQuestion ask, in ShowEffects effects)
    {
        if (ask.StartsAtMs <= ask.NowMs) return ask.Sold;
        double expected = Math.Max(0.5, Math.Exp(effects.Log) - 1);
        double share = _curve.ShareBefore(ask.HoursUntil);
        double demand = (Firmness + ask.Sold) / ((Firmness / expected) + share);
        return ask.Sold + ((1 - share) * demand);
    }

    /// <summary>
    /// The logarithm of price over usual price; 0 when too little is known. O(1).
    /// </summary>
    public double RelativePrice(int theater, long startsAtMs, int baseCents)
    {
        if (theater < 0) return 0;
        ref readonly DecayingMean known = ref _prices[(theater * 4) + ShowSlots.PriceClassOf(startsAtMs)];
        if (known.Weight(startsAtMs, SlotLifeMs) < Doubt) return 0;
        return Math.Log(Math.Max(1, baseCents)) - known.Mean(startsAtMs, SlotLifeMs, 0, 0);
    }

    /// <summary>Fills the row the trees look at.</summary>
    public void Fill(in ShowQuestion ask, in ShowEffects effects, double final, Span<float> row)
    {
        double filmWeight = ask.Film < 0 ? 0 : _films[ask.Film].Weight(ask.NowMs, FilmLifeMs);
        double rate = ask.Film < 0 ? 0 : Math.Max(0, _rates[ask.Film].Sum(ask.NowMs, RateLifeMs));
        (int dayShows, int daySold) = _days.GetValueOrDefault(ShowSlots.DayOf(ask.StartsAtMs));
        double ageDays = (ask.StartsAtMs - ask.ReleasedMs) / (double)ShowSlots.DayMs;
        row[0] = (float)Math.Log(1 + ask.HoursUntil);
        row[1] = (float)Math.Log(1 + ask.Sold);
        row[2] = (float)_curve.ShareBefore(ask.HoursUntil);
        row[3] = (float)Math.Log(1 + final);
        row[4] = (float)effects.Log;
        row[5] = ShowSlots.WeekdayOf(ask.StartsAtMs);
        row[6] = (float)(ask.StartsAtMs % ShowSlots.DayMs / (double)ShowSlots.HourMs);
        row[7] = (float)effects.Slot;
        row[8] = (float)effects.Theater;
        row[9] = (float)effects.Film;
        row[10] = (float)effects.Trend;
        row[11] = (float)Math.Log(1 + filmWeight);
        row[12] = (float)Math.Clamp(ageDays, -30, 200);
        row[13] = (float)(ask.Genre < 0 ? 0 : _genres[ask.Genre].Mean(ask.NowMs, TheaterLifeMs, 0, Doubt));
        row[14] = (float)Math.Log(Math.Max(1, ask.Capacity));
        row[15] = ask.Sold / (float)Math.Max(1, ask.Capacity);
        row[16] = (float)RelativePrice(ask.Theater, ask.StartsAtMs, ask.BaseCents);
        row[17] = (float)Math.Log(1 + (rate / (1 + filmWeight)));
        row[18] = (float)Math.Log(1 + (Math.Max(0, daySold) / (double)Math.Max(1, dayShows)));
    }
}
