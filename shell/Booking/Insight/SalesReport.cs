using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Insight;

/// <summary>The figures of all sales, read off the rollups.</summary>
public static class SalesReport
{
    // Older days are kept as months.
    private const int Days = 1_000;

    /// <summary>All figures at one moment. O(days + films + theaters).</summary>
    public static SalesSnapshot Of(BookingInsight insight)
    {
        ArgumentNullException.ThrowIfNull(insight);
        Rollup revenue = insight.Rollups[BookingRollups.DailyRevenue];
        Rollup movies = insight.Rollups[BookingRollups.MoviePerformance];
        var all = new RollupQuery { Grain = TimeGrain.All, Limit = RollupQuery.MaxLimit };
        RollupTable total = revenue.Query(all);
        RollupTable days = revenue.Query(all with
        {
            Grain = TimeGrain.Day,
            FromMs = TimeBuckets.Shift(TimeGrain.Day, revenue.NewestMs, -Days),
        });
        return new SalesSnapshot(
            FiguresOf(total, 0),
            [.. RowsOf(days, static (table, row) => (ulong)(table.TimeMs(row) / TimeBuckets.DayMs))],
            [.. RowsOf(movies.Query(all with { By = ["movie"] }), KeyOf)],
            [.. RowsOf(revenue.Query(all with { By = ["theater"] }), KeyOf)]);
    }

    private static ulong KeyOf(RollupTable table, int row) => table.Keys(row)[0];

    private static IEnumerable<KeyValuePair<ulong, SalesFigures>> RowsOf(
        RollupTable table, Func<RollupTable, int, ulong> keyOf)
    {
        for (int row = 0; row < table.RowCount; row++)
        {
            ulong key = keyOf(table, row);
            if (key != DimensionSpec.Other) yield return new(key, FiguresOf(table, row));
        }
    }

    /// <summary>The measures both rollups of sales have in this order, under two names.</summary>
    private static SalesFigures FiguresOf(RollupTable table, int row)
    {
        ReadOnlySpan<double> values = table.Values(row);
        return new SalesFigures
        {
            Bookings = (long)values[1],
            Seats = (long)values[2],
            GrossCents = (long)values[3],
            RefundedCents = (long)values[4],
            Reservations = (long)values[5],
            Lapses = (long)values[6],
            Cancellations = (long)values[7],
        };
    }
}
