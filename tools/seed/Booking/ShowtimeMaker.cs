using Catalog.Engine.Booking;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>
/// A programme: for each theater and day some of the day's usual starting times, and a film that runs then. No two
/// overlap: starts are three hours apart, and the longest film with its cleaning takes less.
/// </summary>
/// <param name="theaters">The theaters.</param>
/// <param name="movies">The films, the most wanted first.</param>
/// <param name="random">Chance.</param>
internal sealed class ShowtimeMaker(Theater[] theaters, Movie[] movies, Random random)
{
    /// <summary>The longest film.</summary>
    public const int LongestMinutes = 150;

    private const int MaxShowsADay = 6;
    private const long SpacingMs = 3 * Season.HourMs;
    private const long JitterMs = 5 * Season.MinuteMs;

    // Minutes of the first start, by how many shows the day has: the prime time at 20:00 is there always.
    private static readonly int[] FirstMinutes = [0, 20 * 60, 17 * 60, 14 * 60, 11 * 60, 11 * 60, 8 * 60];
    private ulong _lastId;

    /// <summary>Makes exactly so many showtimes that start between two times, in the order they start.</summary>
    public List<Showtime> Make(long fromMs, long toMs, int count)
    {
        List<(long StartMs, int Theater)> starts = [];
        for (double surplus = 1.1; starts.Count < count; surplus *= 1.3)
        {
            if (surplus > 100) throw new InvalidOperationException($"{count} showtimes do not fit into the days.");
            starts = Starts(fromMs, toMs, count * surplus);
        }

        (long StartMs, int Theater)[] chosen = [.. starts];
        random.Shuffle(chosen);
        Array.Resize(ref chosen, count);
        Array.Sort(chosen);
        var showtimes = new List<Showtime>(count);
        long dayMs = -1;
        AliasTable? running = null;
        foreach ((long startMs, int theater) in chosen)
        {
            if (running is null || Season.DayOf(startMs) != dayMs)
            {
                dayMs = Season.DayOf(startMs);
                running = Running(dayMs);
            }

            showtimes.Add(ShowtimeOf(++_lastId, theaters[theater], movies[running.Draw(random)], startMs));
        }

        return showtimes;
    }

    /// <summary>
    /// How much a film is wanted on a day: by its place in the list (Zipf's law), less each week it has run.
    /// </summary>
    public static double PullOf(int index, Movie movie, long dayMs)
    {
        int ageDays = (int)(dayMs / Season.DayMs) - (movie.ReleasedOn.DayNumber - 719_162);
        if (ageDays < 0) return 0;
        return Math.Pow(index + 1, -0.55) * (Math.Exp(-ageDays / 25.0) + 0.02);
    }

    private List<(long StartMs, int Theater)> Starts(long fromMs, long toMs, double count)
    {
        double weight = 0;
        for (long day = Season.DayOf(fromMs); day < toMs; day += Season.DayMs) weight += Season.ShowsOn(day);
        double showsAWeight = count / (weight * theaters.Length);
        var starts = new List<(long StartMs, int Theater)>((int)count + 1);
        for (long day = Season.DayOf(fromMs); day < toMs; day += Season.DayMs)
        {
            double wanted = Season.ShowsOn(day) * showsAWeight;
            for (int theater = 0; theater < theaters.Length; theater++)
            {
                int shows = Math.Min(MaxShowsADay, (int)(wanted + random.NextDouble()));
                long firstMs = day + (FirstMinutes[shows] * Season.MinuteMs) + (random.Next(-6, 7) * JitterMs);
                for (int i = 0; i < shows; i++)
                {
                    long startMs = firstMs + (i * SpacingMs);
                    if (startMs >= fromMs && startMs < toMs) starts.Add((startMs, theater));
                }
            }
        }

        return starts;
    }

    private AliasTable Running(long dayMs)
    {
        double[] pulls = new double[movies.Length];
        // Theaters hedge: the square root spreads the screens wider than the public spreads itself.
        for (int i = 0; i < pulls.Length; i++) pulls[i] = Math.Sqrt(PullOf(i, movies[i], dayMs));
        return new AliasTable(pulls);
    }

    private static Showtime ShowtimeOf(ulong id, Theater theater, Movie movie, long startMs) => new()
    {
        Id = id,
        MovieId = movie.Id,
        TheaterId = theater.Id,
        StartsAtMs = startMs,
        EndsAtMs = startMs + movie.DurationMs,
        Prices = PricesOf(theater, startMs, Planted.PricePercentOf(id)),
        Revision = 1,
    };

    // By theater, a fifth less before five, a tenth more on weekends, and some tried out; in steps of ten cents.
    private static ZonePrices PricesOf(Theater theater, long startMs, int percentTried)
    {
        DateTime at = DateTimeOffset.FromUnixTimeMilliseconds(startMs).UtcDateTime;
        int percent = at.Hour < 17 ? 80 : 100;
        if (at.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday) percent += 10;
        int baseCents = 900 + ((int)(theater.Id * 7 % 13) * 50);
        Span<int> cents = stackalloc int[theater.Plan.ZoneCount];
        for (int zone = 0; zone < cents.Length; zone++)
        {
            int surcharge = theater.Plan.ZoneName(zone) switch { "Premium" => 300, "Front" => -200, _ => 0 };
            cents[zone] = (baseCents + surcharge) * percent * percentTried / 100_000 * 10;
        }

        return new ZonePrices(cents);
    }
}
