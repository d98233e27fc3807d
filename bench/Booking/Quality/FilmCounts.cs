using Catalog.Engine.Booking.Advice;

namespace Catalog.Bench.Booking.Quality;

/// <summary>Bookings of each film in a time, in all and by city: the simplest recommender.</summary>
internal sealed class FilmCounts
{
    private const int TopCount = 10;
    private readonly Dictionary<(string? City, ulong Film), int> _counts = [];

    public FilmCounts(QualityWorld world, long fromMs, long toMs)
    {
        foreach (HistorySale sale in world.History.Sales)
        {
            if (sale.TimeMs < fromMs || sale.TimeMs >= toMs) continue;
            HistoryShow show = world.History.Shows[sale.Show];
            ulong film = world.History.House.Films[show.Film].Id;
            string city = world.History.House.Theaters[show.Theater].City;
            foreach ((string?, ulong) key in (ReadOnlySpan<(string?, ulong)>)[(null, film), (city, film)])
                _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>The ten most booked of some films.</summary>
    public IEnumerable<ulong> Top(ulong[] films, string? city) => films
        .OrderByDescending(film => _counts.GetValueOrDefault((city, film))).ThenBy(static film => film).Take(TopCount);
}
