using Catalog.Engine.Analytics;

namespace Catalog.Engine.Tests.Analytics;

/// <summary>Events in a plain list, added up anew for every question.</summary>
internal sealed class RollupModel
{
    private readonly List<(long TimeMs, ulong[] Keys, long[] Values)> _events = [];

    public static RollupSpec Spec { get; } = new()
    {
        Name = "analytics_test",
        Title = "A test",
        Dimensions = [new DimensionSpec("movie", "Film"), new DimensionSpec("theater", "Theater")],
        Measures =
        [
            MeasureSpec.Count("bookings", "Bookings"),
            MeasureSpec.Sum("revenue", "Revenue", MeasureUnit.Cents),
            MeasureSpec.Min("cheapest", "Cheapest", MeasureUnit.Cents),
            MeasureSpec.Max("dearest", "Dearest", MeasureUnit.Cents),
            MeasureSpec.Distinct("people", "People"),
            MeasureSpec.Quantiles("paid", "Paid", MeasureUnit.Cents) with { Percentiles = [50, 100], Accuracy = 0.02 },
            MeasureSpec.Ratio("average", "Average", ("revenue", "bookings"), MeasureUnit.Cents),
        ],
        Levels = [new(TimeGrain.Minute, 90), new(TimeGrain.Hour, 30), new(TimeGrain.Day, 40), new(TimeGrain.Month, 0)],
    };

    public int Count => _events.Count;

    public void Add(long timeMs, ulong[] keys, long[] values) => _events.Add((timeMs, keys, values));

    /// <summary>Fails unless a table says what the events in its time do, in the order that was asked for.</summary>
    public void AssertSame(RollupQuery query, RollupTable table)
    {
        Dictionary<(long, string), RollupModelSum> now = Sum(query, table, table.FromMs, table.ToMs, table.FromMs);
        Dictionary<(long, string), RollupModelSum> before = [];
        if (query.ComparesPrevious)
            before = Sum(query, table, table.PreviousFromMs, PreviousEnd(query, table), table.PreviousFromMs);
        HashSet<(long, string)> all = [.. now.Keys, .. before.Keys];
        if (table.Grain == TimeGrain.All && query.By.Count == 0) all.Add((0, ""));
        Assert.Equal(all.Count, table.TotalRows);
        Assert.Equal(Math.Min(query.Limit, all.Count), table.RowCount);
        for (int row = 0; row < table.RowCount; row++)
        {
            long bucket = TimeBuckets.Distance(table.Grain, table.FromMs, table.TimeMs(row));
            (long, string) key = (bucket, string.Join('/', table.Keys(row).ToArray()));
            Assert.True(all.Remove(key), $"{key} is there once.");
            AssertSame(Show(now.GetValueOrDefault(key), table), table.Values(row), table);
            if (query.ComparesPrevious)
                AssertSame(Show(before.GetValueOrDefault(key), table), table.Previous(row), table);
        }

        AssertOrder(query, table);
    }

    private static void AssertSame(double[] expected, ReadOnlySpan<double> actual, RollupTable table)
    {
        for (int column = 0; column < expected.Length; column++)
        {
            if (table.Columns[column].Kind != MeasureKind.Quantiles) Assert.Equal(expected[column], actual[column]);
            else if (double.IsNaN(expected[column])) Assert.Equal(double.NaN, actual[column]);
            else Assert.InRange(Math.Abs(actual[column] - expected[column]), 0, 0.0201 * Math.Abs(expected[column]));
        }
    }

    private static void AssertOrder(RollupQuery query, RollupTable table)
    {
        int column = table.FindColumn(query.OrderBy);
        for (int row = 1; row < table.RowCount; row++)
        {
            double before = column < 0 ? table.TimeMs(row - 1) : table.Values(row - 1)[column];
            double after = column < 0 ? table.TimeMs(row) : table.Values(row)[column];
            if (double.IsNaN(after) || query.OrderBy == RollupQuery.ByKey) continue;
            Assert.True(query.IsDescending ? before >= after : before <= after, $"{before}, {after} at {row}.");
        }
    }

    private static long PreviousEnd(RollupQuery query, RollupTable table) =>
        // Nothing is kept coarser than asked for in these questions, so the period before ends where this begins.
        Math.Min(query.FromMs, table.FromMs);

    private Dictionary<(long, string), RollupModelSum> Sum(
        RollupQuery query, RollupTable table, long fromMs, long toMs, long firstMs)
    {
        var sums = new Dictionary<(long, string), RollupModelSum>();
        foreach ((long timeMs, ulong[] keys, long[] values) in _events)
        {
            if (timeMs < fromMs || timeMs >= toMs || !query.Where.All(filter => IsWanted(filter, keys))) continue;
            long bucket = TimeBuckets.Distance(table.Grain, firstMs, timeMs);
            string key = string.Join('/', query.By.Select(name => keys[Spec.FindDimension(name)]));
            if (!sums.TryGetValue((bucket, key), out RollupModelSum? sum)) sums[(bucket, key)] = sum = new();
            sum.Add(values);
        }

        return sums;
    }

    private static bool IsWanted(RollupFilter filter, ulong[] keys) =>
        filter.Values.Contains(keys[Spec.FindDimension(filter.Dimension)]);

    private static double[] Show(RollupModelSum? sum, RollupTable table) =>
        [.. table.Columns.Select(column => (sum ?? new()).Show(column.Name))];
}
