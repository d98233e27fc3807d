using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Holds booking's rollups and customers against a plain recount of the facts.</summary>
internal sealed class InsightComparison(InsightRecount recount, BookingInsight insight)
{
    /// <summary>Everything, with what films and theaters sold.</summary>
    public void AssertSame()
    {
        string GenreOf(ulong[] keys) => insight.GenreOf(keys[0])!;
        string CityOf(ulong[] keys) => insight.CityOf(keys[0])!;
        Check("genre.revenue", BookingRollups.MoviePerformance, "total_revenue", ["genre"], GenreOf);
        Check("city.revenue", BookingRollups.DailyRevenue, "total_revenue", ["city"], CityOf);
        Check("theater.seats", BookingRollups.TheaterMovies, "seats", ["theater", "movie"], Join);
        AssertSameWithoutPlaces();
    }

    /// <summary>All that does not depend on what is shown where.</summary>
    public void AssertSameWithoutPlaces()
    {
        insight.CheckInvariants();
        Check("peak.reservations", BookingRollups.PeakHours, "reservations", ["weekday", "hour"], Join);
        Check("peak.bookings", BookingRollups.PeakHours, "bookings", ["weekday", "hour"], Join);
        Check("peak.paid", BookingRollups.PeakHours, "gross_revenue", ["weekday", "hour"], Join);
        Check("customer.bookings", BookingRollups.Customers, "bookings", ["customer"], Join);
        foreach (string step in new[] { "reserved", "paying", "confirmed" })
            Check("funnel." + step, BookingRollups.BookingFunnel, step, [], Join);
        Assert.Equal(recount.Customers.Count, insight.Customers.Count);
        foreach ((ulong user, (long acts, long amount)) in recount.Customers)
        {
            Assert.True(insight.Customers.TryFind(user, out Activity activity));
            Assert.Equal((acts, amount), (activity.Acts, activity.Amount));
        }

        RollupTable customers = insight.Rollups[BookingRollups.Customers].Query(
            new RollupQuery { Grain = TimeGrain.All, Measures = ["customers"] });
        // Of nobody there is not even a row.
        Assert.Equal(recount.Customers.Count, customers.RowCount == 0 ? 0 : customers.Values(0)[0]);
    }

    private void Check(string what, string rollup, string measure, string[] by, Func<ulong[], string> keyOf)
    {
        RollupTable table = insight.Rollups[rollup].Query(new RollupQuery
        {
            Grain = by.Length == 0 ? TimeGrain.Day : TimeGrain.All,
            By = by,
            Measures = [measure],
        });
        var counted = new Dictionary<string, long>();
        for (int row = 0; row < table.RowCount; row++)
        {
            string key = by.Length == 0 ? DayOf(table.TimeMs(row)) : keyOf(table.Keys(row).ToArray());
            counted[key] = (long)table.Values(row)[0];
        }

        Assert.Equal(NotZero(recount.SumsOf(what)), NotZero(counted));
    }

    /// <summary>A row may be there for the sake of another measure.</summary>
    private static Dictionary<string, long> NotZero(Dictionary<string, long> sums) =>
        sums.Where(static sum => sum.Value != 0).ToDictionary();

    private static string Join(ulong[] keys) => string.Join('/', keys);

    private static string DayOf(long timeMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime.ToString("yyyy-MM-dd", null);
}
