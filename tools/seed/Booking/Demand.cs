using Catalog.Engine.Booking;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>
/// How many bookings each showtime gets: in proportion to what film, hour, day, season and theater promise, less what
/// its seats have room for; in sum exactly what is asked.
/// </summary>
internal static class Demand
{
    /// <summary>Seats kept out of the reckoning: those for wheelchairs and their companions, and some slack.</summary>
    public const int SpareSeats = 14;

    /// <summary>The average party, see <see cref="Parties"/>.</summary>
    private const double AverageParty = 2.4;

    // Who comes by on the day, and how long before the show the others book on average, in days.
    private const double LatecomerShare = 0.35;
    private const double LatecomerDays = 0.45;
    private const double PlannedDays = 3;

    /// <summary>Seats that may be sold.</summary>
    public static int SeatsOf(Theater theater) => theater.Plan.Capacity - SpareSeats;

    /// <summary>Spreads the bookings over the showtimes.</summary>
    /// <exception cref="SeedRefusedException">There are not enough seats.</exception>
    public static int[] Spread(World world, int bookings, Random random)
    {
        Showtime[] showtimes = world.Showtimes;
        double[] weights = new double[showtimes.Length];
        double[] rooms = new double[showtimes.Length];
        double[] charms = new double[world.Theaters.Length];
        for (int i = 0; i < charms.Length; i++) charms[i] = 0.6 + random.NextDouble();
        var market = new Market(world, random);
        for (int i = 0; i < showtimes.Length; i++)
        {
            Showtime showtime = showtimes[i];
            double luck = 0.6 + (0.8 * random.NextDouble());
            weights[i] = market.DemandFor(showtime) * charms[showtime.TheaterId - 1] * luck;
            rooms[i] = Math.Floor(SeatsOf(world.TheaterOf(showtime)) * 0.92 / AverageParty);
        }

        if (rooms.Sum() < bookings) throw new SeedRefusedException($"There are not seats for {bookings} bookings.");
        return Round(Level(weights, rooms, bookings), rooms, bookings, random);
    }

    /// <summary>How many come together: mostly two.</summary>
    public static byte Parties(Random random) => random.Next(100) switch
    {
        < 22 => 1, < 68 => 2, < 82 => 3, < 94 => 4, < 98 => 5, _ => 6,
    };

    /// <summary>
    /// How long before the show somebody books, in milliseconds: on the day, or some days before; of those who do so at
    /// least so long before.
    /// </summary>
    public static long LeadMs(Random random, long leastMs)
    {
        double leastDays = leastMs / (double)Season.DayMs;
        // Whoever has waited exponentially long waits as long again.
        if (leastDays >= LatecomerDays) return leastMs + (long)(Planned() * Season.DayMs);
        while (true)
        {
            double days = random.NextDouble() < LatecomerShare ? LatecomerDays * random.NextDouble() : Planned();
            if (days >= leastDays) return (long)(days * Season.DayMs);
        }

        double Planned() => -PlannedDays * Math.Log(1 - random.NextDouble());
    }

    /// <summary>The share of a showtime's bookings that are made at least so many days before.</summary>
    public static double SoldAhead(double days) =>
        (LatecomerShare * Math.Max(0, 1 - (days / LatecomerDays)))
        + ((1 - LatecomerShare) * Math.Exp(-days / PlannedDays));

    /// <summary>The shares that add up to the sum when none exceeds its room: the factor is found by halving.</summary>
    private static double[] Level(double[] weights, double[] rooms, int sum)
    {
        double low = 0, high = 1;
        while (Filled(high) < sum && high < 1e18) high *= 2;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (Filled(middle) < sum) low = middle;
            else high = middle;
        }

        return [.. weights.Select((weight, i) => Math.Min(rooms[i], weight * high))];

        double Filled(double factor)
        {
            double filled = 0;
            for (int i = 0; i < weights.Length; i++) filled += Math.Min(rooms[i], weights[i] * factor);
            return filled;
        }
    }

    private static int[] Round(double[] shares, double[] rooms, int sum, Random random)
    {
        int[] counts = new int[shares.Length];
        int left = sum;
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Math.Min((int)rooms[i], (int)(shares[i] + random.NextDouble()));
            left -= counts[i];
        }

        while (left != 0)
        {
            int i = random.Next(counts.Length);
            if (left > 0 && counts[i] < rooms[i]) (counts[i], left) = (counts[i] + 1, left - 1);
            else if (left < 0 && counts[i] > 0) (counts[i], left) = (counts[i] - 1, left + 1);
        }

        return counts;
    }
}
