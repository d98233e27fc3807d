namespace Catalog.Engine.Booking.Advice;

/// <summary>How much each film draws lately, in all and in each city: sales in which older ones count less.</summary>
internal sealed class FilmDraws
{
    private const double LifeMs = 4.0 * ShowSlots.DayMs;

    // As if so many sales in a city had been as everywhere.
    private const double Doubt = 10;
    private readonly Dictionary<string, int> _cityOf = new(StringComparer.Ordinal);
    private readonly int[] _theaterCity;
    private readonly DecayingMean[] _films;
    private readonly DecayingMean[] _local;
    private readonly DecayingMean[] _cities;
    private DecayingMean _all;

    public FilmDraws(HistoryHouse house)
    {
        _theaterCity = new int[house.Theaters.Count];
        for (int theater = 0; theater < _theaterCity.Length; theater++)
        {
            string city = house.Theaters[theater].City;
            _cityOf.TryAdd(city, _cityOf.Count);
            _theaterCity[theater] = _cityOf[city];
        }

        _films = new DecayingMean[house.Films.Count];
        _cities = new DecayingMean[_cityOf.Count];
        _local = new DecayingMean[house.Films.Count * _cityOf.Count];
    }

    public void Add(int film, int theater, long timeMs)
    {
        int city = _theaterCity[theater];
        _all.Add(1, timeMs, LifeMs);
        _films[film].Add(1, timeMs, LifeMs);
        _cities[city].Add(1, timeMs, LifeMs);
        _local[(film * _cities.Length) + city].Add(1, timeMs, LifeMs);
    }

    /// <summary>A film's share of all sales, never quite nothing.</summary>
    public double ShareOf(int film, long nowMs)
    {
        double all = _all.Sum(nowMs, LifeMs);
        double own = film < 0 ? 0 : _films[film].Sum(nowMs, LifeMs);
        return (own + 0.5) / (all + (0.5 * Math.Max(1, _films.Length)));
    }

    /// <summary>A film's share of a city's sales, never quite nothing.</summary>
    public double ShareIn(string? city, int film, long nowMs)
    {
        double everywhere = ShareOf(film, nowMs);
        if (city is null || film < 0 || !_cityOf.TryGetValue(city, out int number)) return everywhere;
        double own = _local[(film * _cities.Length) + number].Sum(nowMs, LifeMs);
        return (own + (Doubt * everywhere)) / (_cities[number].Sum(nowMs, LifeMs) + Doubt);
    }
}
