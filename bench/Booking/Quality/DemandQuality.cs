using Catalog.Bench.Shared.Rows;
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
