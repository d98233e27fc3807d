using System.Globalization;
using System.Text.Json.Nodes;
using Catalog.Engine.Booking;

namespace Catalog.Seed.Booking;

/// <summary>
/// What is hidden in the history for models to find, beside season, tastes and homes: trends, days that are not like
/// others, a theater nobody goes to any more, and prices that were tried out. The same seed hides the same.
/// </summary>
internal sealed class Planted
{
    /// <summary>By how many percent demand changes with one percent of price.</summary>
    public const double Elasticity = -1.4;

    /// <summary>The greatest factor of a day.</summary>
    public const double GreatestRush = 2.4;

    private const double Outage = 0.15;
    private const double Growth = 0.5;
    private const double SlumpFactor = 0.3;
    private const int SlumpDays = 21;
    private static readonly int[] TriedPercents = [80, 90, 110, 120];

    private Planted(IReadOnlyList<PlantedDay> days) => Days = days;

    /// <summary>Days on which payment failed most of the time, or a campaign drew crowds; in order.</summary>
    public IReadOnlyList<PlantedDay> Days { get; }

    /// <summary>The city, by number, that grew by half in the half-year.</summary>
    public int GrowingCity { get; private init; }

    /// <summary>The genre, by number, that grew by half.</summary>
    public int RisingGenre { get; private init; }

    /// <summary>The genre, by number, that shrank as much.</summary>
    public int FallingGenre { get; private init; }

    /// <summary>The theater, by index, that lost most of its visitors in the last three weeks.</summary>
    public int SlumpTheater { get; private init; }

    /// <summary>Midnight before the present, milliseconds since 1970.</summary>
    public long TodayMs { get; private init; }

    /// <summary>Hides it.</summary>
    public static Planted Create(Volumes volumes, long todayMs, Random random)
    {
        // Far apart, and neither at the very beginning nor at the very end.
        double[] factors = [Outage, GreatestRush, Outage, GreatestRush];
        PlantedDay[] days =
        [
            .. factors.Select((factor, i) => new PlantedDay(
                todayMs - ((Volumes.PastDays - 25 - (40 * i) - random.Next(20)) * Season.DayMs), factor)),
        ];
        int rising = random.Next(MovieMaker.GenreCount);
        return new Planted(days)
        {
            TodayMs = todayMs,
            GrowingCity = random.Next(volumes.Cities),
            RisingGenre = rising,
            FallingGenre = (rising + 1 + random.Next(MovieMaker.GenreCount - 1)) % MovieMaker.GenreCount,
            SlumpTheater = random.Next(volumes.Theaters),
        };
    }

    /// <summary>The price tried out for a showtime, in percent of the usual: 100 for five out of six.</summary>
    public static int PricePercentOf(ulong showtimeId)
    {
        ulong mixed = (showtimeId * 0x9E37_79B9_7F4A_7C15) >> 40;
        return mixed % 6 == 0 ? TriedPercents[mixed / 6 % 4] : 100;
    }

    /// <summary>How many times as likely people book at a time.</summary>
    public double RushAt(long timeMs)
    {
        long dayMs = Season.DayOf(timeMs);
        foreach (PlantedDay day in Days)
            if (day.DayMs == dayMs) return day.Factor;
        return 1;
    }

    /// <summary>What trends, slump and price make of the demand for a showtime.</summary>
    public double FactorFor(Showtime showtime, int city, int genre)
    {
        double since = 1 + ((showtime.StartsAtMs - TodayMs) / (double)(Volumes.PastDays * Season.DayMs));
        double factor = Math.Pow(PricePercentOf(showtime.Id) / 100.0, Elasticity);
        double grown = 1 + (Growth * Math.Clamp(since, 0, 1.2));
        if (city == GrowingCity) factor *= grown;
        if (genre == RisingGenre) factor *= grown;
        if (genre == FallingGenre) factor /= grown;
        bool isSlump = showtime.StartsAtMs >= TodayMs - (SlumpDays * Season.DayMs);
        if (isSlump && (int)showtime.TheaterId - 1 == SlumpTheater) factor *= SlumpFactor;
        return factor;
    }

    /// <summary>All of it, for whoever measures what models find.</summary>
    public string ToJson() => new JsonObject
    {
        ["elasticity"] = Elasticity,
        ["days"] = new JsonArray([.. Days.Select(static day => new JsonObject
        {
            ["day"] = DateTimeOffset.FromUnixTimeMilliseconds(day.DayMs)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["factor"] = day.Factor,
        })]),
        ["growingCity"] = CityList.At(GrowingCity).Name,
        ["risingGenre"] = MovieMaker.GenreName(RisingGenre),
        ["fallingGenre"] = MovieMaker.GenreName(FallingGenre),
        ["slumpTheaterId"] = SlumpTheater + 1,
    }.ToJsonString();
}
