namespace Catalog.Engine.Analytics;

/// <summary>A question to a rollup. Immutable; lists are not changed by anybody.</summary>
public sealed record RollupQuery
{
    /// <summary>The most rows a query answers with.</summary>
    public const int MaxLimit = 100_000;

    /// <summary>The most values of one filter.</summary>
    public const int MaxFilterValues = 1_000;

    /// <summary>What orders by time.</summary>
    public const string ByTime = "time";

    /// <summary>What orders by the values of dimensions.</summary>
    public const string ByKey = "key";

    /// <summary>From when on, milliseconds since 1970; widened to the beginning of what is kept of that time.</summary>
    public long FromMs { get; init; }

    /// <summary>Until when, exclusive; widened likewise.</summary>
    public long ToMs { get; init; } = TimeBuckets.EndOfTimeMs;

    /// <summary>A row for each bucket of this length; <see cref="TimeGrain.All"/> for one for all the time.</summary>
    public TimeGrain Grain { get; init; } = TimeGrain.Day;

    /// <summary>The dimensions to tell apart, by name; none for all together.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Only these values of dimensions.</summary>
    public IReadOnlyList<RollupFilter> Where { get; init; } = [];

    /// <summary>The measures, or single columns of quantiles, by name; none for all of them.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>
    /// What orders the rows: <see cref="ByTime"/> (then by key), <see cref="ByKey"/> (then by time), or the name of a
    /// column of the answer.
    /// </summary>
    public string OrderBy { get; init; } = ByTime;

    /// <summary>Whether the greatest comes first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>How many rows at most.</summary>
    public int Limit { get; init; } = 1_000;

    /// <summary>
    /// Whether every row also says what the same was in the period before, which is as long and ends where this one
    /// begins. Whole months are compared with as many months.
    /// </summary>
    public bool ComparesPrevious { get; init; }

    /// <summary>What is wrong with it, or null. O(its size).</summary>
    public RollupQueryProblem? Check(RollupSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (FromMs >= ToMs) return new("from", "Must be before 'to'.");
        if (Limit is < 1 or > MaxLimit) return new("limit", $"Must be from 1 to {MaxLimit}.");
        if (Grain > TimeGrain.All) return new("grain", "Is no length of time.");
        for (int i = 0; i < By.Count; i++)
        {
            if (spec.FindDimension(By[i]) < 0) return new("by", $"'{By[i]}' is no dimension.");
            for (int j = 0; j < i; j++)
                if (By[j] == By[i]) return new("by", $"'{By[i]}' is there twice.");
        }

        foreach (RollupFilter filter in Where)
        {
            if (spec.FindDimension(filter.Dimension) < 0) return new(filter.Dimension, "Is no dimension.");
            if (filter.Values.Count is 0 or > MaxFilterValues)
                return new(filter.Dimension, $"Must have 1 to {MaxFilterValues} values.");
        }

        return CheckMeasures(spec);
    }

    private RollupQueryProblem? CheckMeasures(RollupSpec spec)
    {
        foreach (string name in Measures)
            if (spec.ColumnsOf(name).Count == 0) return new("measures", $"'{name}' is no measure.");
        if (OrderBy is ByTime or ByKey) return null;
        bool isShown = ColumnsOf(spec).Any(column => column.Name == OrderBy);
        return isShown ? null : new("order", $"'{OrderBy}' is no column of what is asked for.");
    }

    /// <summary>The columns of the answer.</summary>
    internal IEnumerable<RollupColumn> ColumnsOf(RollupSpec spec) =>
        Measures.Count == 0 ? spec.ColumnsOf() : Measures.SelectMany(spec.ColumnsOf).DistinctBy(column => column.Name);
}
