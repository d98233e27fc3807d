using Catalog.Engine.Booking;

namespace Catalog.Seed.Booking;

/// <summary>
/// Plans what everybody does, showtime by showtime, and puts it in the order of time. A hold is over (paid, given back
/// or run out) before the next of the same showtime begins, so its place in the row says its id.
/// </summary>
/// <param name="world">What there is.</param>
/// <param name="random">Chance.</param>
internal sealed class BookingPlanner(World world, Random random)
{
    // Of a hundred: cancelled later, declined once, and holds beside them that came to nothing.
    private const int CancelPercent = 6;
    private const int DeclinePercent = 2;
    private const int AbandonPercent = 10;

    // Whoever only wants cheap seats finds some while not more than this share is sold: half a hall is standard.
    private const double CheapShare = 0.35;
    private const int TimeTries = 64;
    private const long ClosingMs = 15 * Season.MinuteMs;
    private readonly Audience _audience = new(world, random);
    private readonly List<Step> _steps = [];

    /// <summary>Plans so many paid bookings a showtime.</summary>
    public Step[] Plan(int[] bookings)
    {
        for (int i = 0; i < bookings.Length; i++) PlanShowtime(i, bookings[i]);
        Step[] steps = [.. _steps];
        Array.Sort(steps);
        return steps;
    }

    private void PlanShowtime(int index, int bookings)
    {
        Showtime showtime = world.Showtimes[index];
        long untilMs = Math.Min(showtime.StartsAtMs, world.NowMs) - ClosingMs;
        int holds = bookings;
        for (int i = 0; i < bookings; i++) holds += random.Next(100) < AbandonPercent ? 1 : 0;
        long[] times = TimesOf(showtime, untilMs, holds);
        int seats = Demand.SeatsOf(world.TheaterOf(showtime));
        int sold = 0;
        long busyUntilMs = 0;
        for (int i = 0; i < holds; i++)
        {
            bool isPaid = random.Next(holds - i) < bookings;
            int left = seats - sold - bookings;
            int party = Math.Clamp(left + 1, 1, Demand.Parties(random));
            int person = _audience.Draw(showtime);
            var step = new Step
            {
                TimeMs = times[i],
                Showtime = index,
                Ordinal = i + 1,
                Person = person,
                Kind = isPaid ? PaidKind() : AbandonedKind(times[i], busyUntilMs),
                Party = (byte)party,
                IsCheap = world.People[person].IsThrifty && sold + party < seats * CheapShare,
                DelaySeconds = (byte)random.Next(25, 100),
            };
            _steps.Add(step);
            if (isPaid)
            {
                bookings--;
                sold += party;
                if (random.Next(100) < CancelPercent) Cancel(in step, showtime);
            }

            long lastsMs = (2 * Season.MinuteMs) + (step.Kind == StepKind.Lapse ? showtime.HoldMs : 0);
            busyUntilMs = Math.Max(busyUntilMs, step.TimeMs + lastsMs);
        }
    }

    private StepKind PaidKind() => random.Next(100) < DeclinePercent ? StepKind.BookAtSecondTry : StepKind.Book;

    // A hold that runs out moves the showtime's time on by minutes, so it begins when nothing else is under way: else
    // times would pile up.
    private StepKind AbandonedKind(long timeMs, long busyUntilMs) =>
        timeMs > busyUntilMs && random.Next(2) == 0 ? StepKind.Lapse : StepKind.Release;

    private void Cancel(in Step booking, Showtime showtime)
    {
        long fromMs = booking.TimeMs + Season.HourMs;
        long toMs = Math.Min(showtime.StartsAtMs - Season.HourMs, world.NowMs - ClosingMs);
        if (fromMs >= toMs) return;
        long timeMs = fromMs + (long)(random.NextDouble() * (toMs - fromMs));
        _steps.Add(booking with { TimeMs = timeMs, Kind = StepKind.Cancel });
    }

    // In the order of time; at the hours people book, more on some days and less on others, and not before history
    // begins.
    private long[] TimesOf(Showtime showtime, long untilMs, int count)
    {
        long closingMs = showtime.StartsAtMs - ClosingMs;
        long[] times = new long[count];
        for (int i = 0; i < count; i++)
        {
            long timeMs = untilMs;
            for (int tries = 0; tries < TimeTries; tries++)
            {
                timeMs = closingMs - Demand.LeadMs(random, closingMs - untilMs);
                double chance = Season.BookingAt(timeMs) * world.Planted.RushAt(timeMs) / Planted.GreatestRush;
                if (timeMs >= world.BeginMs && random.NextDouble() < chance) break;
            }

            // Nearly never: no hour in all the tries was one people book at.
            times[i] = Math.Max(timeMs, world.BeginMs + (long)(random.NextDouble() * Season.DayMs));
        }

        Array.Sort(times);
        return times;
    }
}
