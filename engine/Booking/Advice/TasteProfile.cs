namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// What a person's bookings say: films seen, genres, the city and where in it, days and hours. Immutable once filled.
/// </summary>
internal sealed class TasteProfile
{
    // As if so many visits had been at any time of the week.
    private const double Doubt = 4;
    private const double NearKm = 5;
    private const double ElsewhereWeight = 0.02;
    private readonly Dictionary<string, int> _genres = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Visits, double North, double East)> _cities =
        new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _seen = [];
    private readonly List<(ulong Id, string Title)> _films = [];
    private readonly int[] _slots = new int[14];
    private (int Visits, double North, double East) _home;

    /// <summary>Visits it was made of.</summary>
    public int Visits { get; private set; }

    /// <summary>The city most visits were in, or null.</summary>
    public string? City { get; private set; }

    /// <summary>The films seen, in the order of the visits, each once.</summary>
    public IReadOnlyList<(ulong Id, string Title)> Films => _films;

    public bool HasSeen(ulong movieId) => _seen.Contains(movieId);

    public int VisitsOf(string genre) => _genres.GetValueOrDefault(genre);

    public void Add(ulong movieId, string title, string genre, long startsAtMs)
    {
        Visits++;
        if (_seen.Add(movieId)) _films.Add((movieId, title));
        _genres[genre] = _genres.GetValueOrDefault(genre) + 1;
        _slots[PartOf(startsAtMs)]++;
    }

    public void AddPlace(string city, double north, double east)
    {
        (int visits, double norths, double easts) = _cities.GetValueOrDefault(city);
        _cities[city] = (visits + 1, norths + north, easts + east);
        if (visits + 1 < _home.Visits) return;
        (City, _home) = (city, _cities[city]);
    }

    /// <summary>How near a theater is, 1 for next door.</summary>
    /// <param name="city">The theater's city.</param>
    /// <param name="north">Its latitude.</param>
    /// <param name="east">Its longitude.</param>
    /// <param name="wanted">The city that was asked for; null for the person's own.</param>
    public double NearnessOf(string city, double north, double east, string? wanted)
    {
        string? home = wanted ?? City;
        if (home is null) return 1;
        if (home != city) return ElsewhereWeight;
        return home == City ? Math.Exp(-DistanceKm(north, east) / NearKm) : 1;
    }

    /// <summary>Kilometres from the middle of where visits in the home city were.</summary>
    public double DistanceKm(double north, double east)
    {
        if (_home.Visits == 0) return 0;
        double homeNorth = _home.North / _home.Visits, homeEast = _home.East / _home.Visits;
        // On the scale of a city the earth is flat.
        double upKm = (north - homeNorth) * 111.2;
        double acrossKm = (east - homeEast) * 111.2 * Math.Cos(homeNorth * Math.PI / 180);
        return Math.Sqrt((upKm * upKm) + (acrossKm * acrossKm));
    }

    /// <summary>How much a time is like those of the visits: 1 is as much as any other.</summary>
    public double TimelinessOf(long startsAtMs) =>
        (_slots[PartOf(startsAtMs)] + (Doubt / _slots.Length)) / ((Visits + Doubt) / _slots.Length);

    /// <summary>Whether a time is one of those most visits were at.</summary>
    public bool IsUsualTime(long startsAtMs) => Visits >= 3 && TimelinessOf(startsAtMs) >= 1.5;

    // Days of the week, before and after five.
    private static int PartOf(long startsAtMs) =>
        (ShowSlots.WeekdayOf(startsAtMs) * 2) + (ShowSlots.HourOf(startsAtMs) < 17 ? 0 : 1);
}
