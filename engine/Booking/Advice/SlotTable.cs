namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Which times of the week sell best, in all, in a theater, for a genre: from what showtimes sold beside what their
/// film alone would make them sell.
/// <code>
/// sums     [ all | theaters … | genres … ] × 84 slots: Σ log seats less film, Σ price, count
/// </code>
/// </summary>
/// <remarks>
/// A slot of a theater or genre seen seldom is taken for what it is elsewhere: partial pooling (Gelman and Hill 2007,
/// 12). 24 bytes a cell. Immutable once learned.
/// </remarks>
internal sealed class SlotTable
{
    private const int MaxDays = 120;
    private const double Doubt = 6;
    private readonly HistoryHouse _house;
    private readonly double[] _logs;
    private readonly double[] _cents;
    private readonly int[] _counts;

    private SlotTable(HistoryHouse house)
    {
        _house = house;
        int cells = (1 + house.Theaters.Count + house.Genres.Count) * ShowSlots.Count;
        _logs = new double[cells];
        _cents = new double[cells];
        _counts = new int[cells];
    }

    public static SlotTable Learn(SalesHistory history, int[] sold, long nowMs)
    {
        HistoryHouse house = history.House;
        var table = new SlotTable(house);
        double[] filmLogs = new double[house.Films.Count];
        int[] filmCounts = new int[house.Films.Count];
        List<int> past = [];
        double all = 0;
        for (int show = 0; show < history.Shows.Length && history.Shows[show].StartsAtMs < nowMs; show++)
        {
            ref readonly HistoryShow of = ref history.Shows[show];
            if (of.IsCancelled || of.StartsAtMs < nowMs - (MaxDays * ShowSlots.DayMs)) continue;
            past.Add(show);
            double log = Math.Log(1 + sold[show]);
            filmLogs[of.Film] += log;
            filmCounts[of.Film]++;
            all += log;
        }

        double usual = past.Count == 0 ? 0 : all / past.Count;
        foreach (int show in past)
        {
            ref readonly HistoryShow of = ref history.Shows[show];
            double film = (filmLogs[of.Film] + (Doubt * usual)) / (filmCounts[of.Film] + Doubt);
            table.Add(in of, Math.Log(1 + sold[show]) - film + usual);
        }

        return table;
    }

    /// <summary>Ranks the slots, the best first.</summary>
    /// <param name="theater">Only of this theater, or -1.</param>
    /// <param name="genre">Only of this genre, or -1.</param>
    /// <param name="priceMix">What a seat costs on average against the base price.</param>
    public SlotAdvice[] Rank(int theater, int genre, double priceMix)
    {
        var advice = new List<SlotAdvice>();
        double level = LevelOf(0), theaterLevel = theater < 0 ? level : LevelOf(1 + theater);
        double genreLevel = genre < 0 ? level : LevelOf(1 + _house.Theaters.Count + genre);
        int asked = theater >= 0 ? 1 + theater : genre >= 0 ? 1 + _house.Theaters.Count + genre : 0;
        int shows = CountOf(asked);
        double average = level + (theaterLevel - level) + (genreLevel - level);
        for (int slot = 0; slot < ShowSlots.Count; slot++)
        {
            // Never tried: nothing can be said.
            if (_counts[slot] == 0) continue;
            double effect = Pooled(slot, 0, level, 0);
            double log = average + effect;
            if (theater >= 0) log += Pooled(slot, 1 + theater, theaterLevel, effect) - effect;
            if (genre >= 0) log += Pooled(slot, 1 + _house.Theaters.Count + genre, genreLevel, effect) - effect;
            double seats = Math.Max(0, Math.Exp(log) - 1), usual = Math.Max(0.1, Math.Exp(average) - 1);
            double cents = CentsOf(slot, asked) * priceMix;
            int count = _counts[(asked * ShowSlots.Count) + slot];
            advice.Add(new SlotAdvice(
                (DayOfWeek)(slot / ShowSlots.BandsADay), slot % ShowSlots.BandsADay * ShowSlots.BandHours, seats,
                seats * cents, seats / usual, count, count / (double)Math.Max(1, shows)));
        }

        return [.. advice.OrderByDescending(static slot => slot.ExpectedRevenueCents)];
    }

    private void Add(in HistoryShow show, double log)
    {
        int slot = ShowSlots.Of(show.StartsAtMs);
        int genre = _house.Films[show.Film].Genre;
        foreach (int group in (ReadOnlySpan<int>)[0, 1 + show.Theater, 1 + _house.Theaters.Count + genre])
        {
            int cell = (group * ShowSlots.Count) + slot;
            _logs[cell] += log;
            _cents[cell] += show.BaseCents;
            _counts[cell]++;
        }
    }

    private double Pooled(int slot, int group, double level, double elsewhere)
    {
        int cell = (group * ShowSlots.Count) + slot;
        return (_logs[cell] - (_counts[cell] * level) + (Doubt * elsewhere)) / (_counts[cell] + Doubt);
    }

    private double CentsOf(int slot, int group)
    {
        int cell = (group * ShowSlots.Count) + slot;
        return _counts[cell] > 0 ? _cents[cell] / _counts[cell] : _cents[slot] / Math.Max(1, _counts[slot]);
    }

    private double LevelOf(int group)
    {
        int count = CountOf(group);
        if (count == 0) return group == 0 ? 0 : LevelOf(0);
        return _logs.AsSpan(group * ShowSlots.Count, ShowSlots.Count).ToArray().Sum() / count;
    }

    private int CountOf(int group)
    {
        int count = 0;
        foreach (int each in _counts.AsSpan(group * ShowSlots.Count, ShowSlots.Count)) count += each;
        return count;
    }
}
