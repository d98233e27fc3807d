using Catalog.Engine.Booking;

namespace Catalog.Seed.Booking;

/// <summary>
/// How many want to see each showtime, against others: by film, hour, day, season, weather, by what is planted, and by
/// what else is on. Films share a public: one that draws crowds takes most of them from the others.
/// </summary>
internal sealed class Market
{
    // Of ten more who want to see a film, so many would have seen another.
    private const double Rivalry = 0.8;
    private const double WeatherDeviation = 0.05;
    private readonly World _world;
    private readonly int[] _genreOf;
    private readonly Dictionary<long, (double Pull, int Shows)> _days = [];
    private readonly Dictionary<long, double> _weather = [];

    public Market(World world, Random random)
    {
        _world = world;
        _genreOf = [.. world.Movies.Select(MovieMaker.GenreOf)];
        foreach (Showtime showtime in world.Showtimes)
        {
            long dayMs = Season.DayOf(showtime.StartsAtMs);
            (double pull, int shows) = _days.GetValueOrDefault(dayMs);
            _days[dayMs] = (pull + PullOf(showtime), shows + 1);
            if (shows == 0) _weather[dayMs] = Math.Exp(WeatherDeviation * PeopleMaker.Gauss(random));
        }
    }

    /// <summary>How many will have booked by the present, against other showtimes.</summary>
    public double DemandFor(Showtime showtime)
    {
        long dayMs = Season.DayOf(showtime.StartsAtMs);
        (double pull, int shows) = _days[dayMs];
        double share = PullOf(showtime) / Math.Pow(pull / shows, Rivalry);
        int city = (int)(showtime.TheaterId - 1) % _world.Cities;
        double planted = _world.Planted.FactorFor(showtime, city, _genreOf[showtime.MovieId - 1]);
        double untilDays = Math.Max(0, showtime.StartsAtMs - _world.NowMs) / (double)Season.DayMs;
        return share * planted * _weather[dayMs] * Season.DemandAt(showtime.StartsAtMs) * Demand.SoldAhead(untilDays);
    }

    private double PullOf(Showtime showtime) => ShowtimeMaker.PullOf(
        (int)showtime.MovieId - 1, _world.MovieOf(showtime), Season.DayOf(showtime.StartsAtMs));
}
