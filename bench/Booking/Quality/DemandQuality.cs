using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;

namespace Catalog.Bench.Booking.Quality;

/// <summary>
/// Demand classes of the showtimes of a week, said at its beginning without knowing it, for four weeks; and what was
/// learned of prices.
/// </summary>
internal static class DemandQuality
{
    private const int Weeks = 4;
    private const double AccuracyBar = 80;

    public static void Run(QualityWorld world, RowSink<QualityRow> rows)
    {
        int right = 0, count = 0;
        int[] classes = new int[3];
        double miss = 0, naiveMiss = 0, seats = 0;
        int[] final = world.SoldBy(world.TodayMs);
        for (int week = Weeks; week >= 1; week--)
        {
            long cutMs = world.TodayMs - (week * 7 * ShowSlots.DayMs);
            BookingAdvisor insight = BookingAdvisor.Train(world.History, cutMs);
            int[] sold = world.SoldBy(cutMs);
            double[] theaterMeans = TheaterMeans(world, sold, cutMs);
            foreach (int show in world.ShowsBetween(cutMs, cutMs + (7 * ShowSlots.DayMs)))
            {
                ShowForecast forecast = insight.Forecast(world.ShowOf(show, sold[show]), cutMs);
                DemandClass came = ClassOf(insight.Summary, final[show] / (double)world.History.Shows[show].Capacity);
                right += forecast.Class == came ? 1 : 0;
                classes[(int)came]++;
                count++;
                miss += Math.Abs(forecast.ExpectedSeats - final[show]);
                naiveMiss += Math.Abs(theaterMeans[world.History.Shows[show].Theater] - final[show]);
                seats += final[show];
            }
        }

        double accuracy = 100.0 * right / count;
        rows.Add(new QualityRow(
            "booking", "demand class right, % (baseline: most frequent)", accuracy, 100.0 * classes.Max() / count,
            $"at least {AccuracyBar} %", accuracy >= AccuracyBar));
        rows.Add(new QualityRow(
            "booking", "seats of a showtime, WAPE % (baseline: theater's mean)", 100 * miss / seats,
            100 * naiveMiss / seats, "below the baseline", miss < naiveMiss));
        Elasticity(world, rows);
        Suggestions(world, rows);
    }

    /// <summary>
    /// What is suggested for the showtimes of three days that will stay too empty: a model that says the same of all of
    /// them has not looked at them.
    /// </summary>
    private static void Suggestions(QualityWorld world, RowSink<QualityRow> rows)
    {
        long cutMs = world.TodayMs - (7 * ShowSlots.DayMs);
        BookingAdvisor models = BookingAdvisor.Train(world.History, cutMs);
        int[] sold = world.SoldBy(cutMs);
        var changes = new List<double>();
        foreach (int show in world.ShowsBetween(cutMs, cutMs + (3 * ShowSlots.DayMs)))
        {
            UpcomingShowtime coming = world.ShowOf(show, sold[show]);
            if (models.Forecast(in coming, cutMs).Occupancy >= models.Summary.LowBelow) continue;
            PriceAdvice advice = models.Advise(in coming, cutMs);
            changes.Add(100 * ((advice.Suggested.BaseCents / (double)advice.Now.BaseCents) - 1));
        }

        changes.Sort();
        double bound = 100.0 * changes.Count(static change => change < -29) / changes.Count;
        double same = 100.0 * changes.Count(static change => change == 0) / changes.Count;
        rows.Add(new QualityRow(
            "booking", "empty showtimes told the lowest price there is, % (baseline: constant elasticity)", bound, 100,
            "at most 40 %", bound <= 40));
        rows.Add(new QualityRow(
            "booking", "empty showtimes told to stay as they are, %", same, 0, "at most 60 %", same <= 60));
        BenchRun.Say($"  suggested for {changes.Count}: {changes[changes.Count / 10]:0} % at the lowest tenth, "
            + $"{changes[changes.Count / 4]:0} % at the lowest quarter, {changes[changes.Count / 2]:0} % in the "
            + $"middle, {changes[changes.Count * 3 / 4]:0} % at the highest quarter");
    }

    private static void Elasticity(QualityWorld world, RowSink<QualityRow> rows)
    {
        PriceElasticity learned = BookingAdvisor.Train(world.History, world.TodayMs).Summary.Elasticity;
        double truth = world.Truth.Elasticity;
        rows.Add(new QualityRow(
            "booking", $"price elasticity, planted {truth} (baseline: assumed)", learned.Value,
            PriceElasticity.Usual.Value, "within 0.25", Math.Abs(learned.Value - truth) <= 0.25));
    }

    private static DemandClass ClassOf(AdvisorSummary summary, double occupancy) =>
        occupancy < summary.LowBelow ? DemandClass.Low
        : occupancy < summary.HighFrom ? DemandClass.Medium
        : DemandClass.High;

    private static double[] TheaterMeans(QualityWorld world, int[] sold, long cutMs)
    {
        double[] sums = new double[world.History.House.Theaters.Count];
        int[] counts = new int[sums.Length];
        foreach (int show in world.ShowsBetween(cutMs - (28 * ShowSlots.DayMs), cutMs))
        {
            sums[world.History.Shows[show].Theater] += sold[show];
            counts[world.History.Shows[show].Theater]++;
        }

        return [.. sums.Select((sum, i) => sum / Math.Max(1, counts[i]))];
    }
}
