namespace Catalog.Engine.Booking;

/// <summary>
/// A small, believable catalogue to try things on: six theaters in three cities, two dozen films, a week of showtimes.
/// Every name is invented. The same time gives the same catalogue. Thread-safe.
/// </summary>
public static partial class DemoCatalogue
{
    private const long MinuteMs = 60_000;
    private const long DayMs = 24 * 60 * MinuteMs;
    private const long GridMs = 5 * MinuteMs;
    private const int Days = 7;
    private const int ShowsADay = 6;

    // The first film starts at 10:00 or soon after, the next when film, cleaning and a grid of five minutes allow.
    private const long OpeningMs = 10 * 60 * MinuteMs;

    // An evening costs a quarter more than a matinee. In percent.
    private const int MatineePercent = 80;
    private const int EveningPercent = 100;

    /// <summary>
    /// The catalogue as one import: showtimes on seven days, the first the day after <paramref name="nowMs"/>.
    /// O(showtimes).
    /// </summary>
    /// <param name="nowMs">Milliseconds since 1970.</param>
    /// <exception cref="ArgumentOutOfRangeException">Before 1970, or too late for a week to follow.</exception>
    public static CatalogueBatch Create(long nowMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nowMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nowMs, CatalogueLimits.MaxTimeMs - (2 * Days * DayMs));
        Theater[] theaters = Theaters();
        Movie[] movies = Movies(nowMs);
        var showtimes = new List<Showtime>();
        long firstDayMs = ((nowMs / DayMs) + 1) * DayMs;
        for (int day = 0; day < Days; day++)
        {
            long dayMs = firstDayMs + (day * DayMs);
            for (int hall = 0; hall < theaters.Length; hall++)
            {
                AddDay(showtimes, theaters[hall], movies, dayMs, (day * theaters.Length) + hall);
            }
        }

        return new CatalogueBatch { Theaters = theaters, Movies = movies, Showtimes = showtimes };
    }

    // Films take turns: the steps are coprime to their number, so each comes round.
    private static void AddDay(List<Showtime> showtimes, Theater theater, Movie[] movies, long dayMs, int turn)
    {
        long startsAtMs = dayMs + OpeningMs + ((turn % 3) * 2 * GridMs);
        for (int show = 0; show < ShowsADay; show++)
        {
            Movie movie = movies[((turn * 7) + (show * 5)) % movies.Length];
            bool isEvening = startsAtMs - dayMs >= 17 * 60 * MinuteMs;
            int percent = isEvening ? EveningPercent : MatineePercent;
            showtimes.Add(new Showtime
            {
                Id = (ulong)showtimes.Count + 1,
                MovieId = movie.Id,
                TheaterId = theater.Id,
                StartsAtMs = startsAtMs,
                Prices = PricesOf(theater, percent),
                HasWaitingRoom = isEvening && movie.Id == HitMovieId,
            });
            long freeAtMs = startsAtMs + movie.DurationMs + CatalogueLimits.CleaningMs;
            startsAtMs = (freeAtMs + GridMs - 1) / GridMs * GridMs;
        }
    }

    // The first zone by hall, the others by what their name promises; in steps of ten cents.
    private static ZonePrices PricesOf(Theater theater, int percent)
    {
        SeatPlan plan = theater.Plan;
        int baseCents = 1_000 + (int)(theater.Id * 70);
        Span<int> cents = stackalloc int[plan.ZoneCount];
        for (int zone = 0; zone < cents.Length; zone++)
        {
            int surcharge = plan.ZoneName(zone) switch
            {
                "Comfort" => 250,
                "Premium" => 600,
                "Box" => 900,
                "Standing" => -300,
                _ => 0,
            };
            cents[zone] = (baseCents + surcharge) * percent / 1000 * 10;
        }

        return new ZonePrices(cents);
    }
}
