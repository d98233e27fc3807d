namespace Catalog.Engine.Analytics;

/// <summary>A query against what a rollup has now: names are indexes, times are those of buckets.</summary>
internal sealed class RollupPlan
{
    /// <summary>Works a query out.</summary>
    /// <exception cref="ArgumentException">The query cannot be answered.</exception>
    public RollupPlan(Rollup rollup, RollupQuery query)
    {
        Spec = rollup.Spec;
        if (query.Check(Spec) is { } problem)
            throw new ArgumentException($"'{problem.Field}': {problem.Message}", nameof(query));
        By = [.. query.By.Select(Spec.FindDimension)];
        Columns = [.. query.ColumnsOf(Spec)];
        ComparesPrevious = query.ComparesPrevious;
        long fromMs = Math.Clamp(query.FromMs, 0, TimeBuckets.EndOfTimeMs);
        long toMs = Math.Clamp(query.ToMs, fromMs, TimeBuckets.EndOfTimeMs);
        long previousMs = PreviousOf(fromMs, toMs);
        TimeGrain kept = TouchedBy(rollup, ComparesPrevious ? previousMs : fromMs, toMs);
        Grain = query.Grain >= kept ? query.Grain : kept;
        (FromMs, ToMs) = Widen(rollup, fromMs, toMs);
        (PreviousFromMs, PreviousToMs) = ComparesPrevious ? Widen(rollup, previousMs, fromMs) : (FromMs, FromMs);
    }

    /// <summary>The rollup's specification.</summary>
    public RollupSpec Spec { get; }

    /// <summary>The dimensions to tell apart.</summary>
    public int[] By { get; }

    /// <summary>The columns of the answer.</summary>
    public RollupColumn[] Columns { get; }

    /// <summary>The length of the rows' buckets.</summary>
    public TimeGrain Grain { get; }

    /// <summary>The beginning of what is counted.</summary>
    public long FromMs { get; }

    /// <summary>Its end, exclusive.</summary>
    public long ToMs { get; }

    /// <summary>Whether the period before is counted, too.</summary>
    public bool ComparesPrevious { get; }

    /// <summary>The beginning of the period before.</summary>
    public long PreviousFromMs { get; }

    /// <summary>Its end, exclusive.</summary>
    public long PreviousToMs { get; }

    private static long PreviousOf(long fromMs, long toMs)
    {
        bool areMonths = TimeBuckets.Floor(TimeGrain.Month, fromMs) == fromMs
            && TimeBuckets.Floor(TimeGrain.Month, toMs) == toMs;
        if (!areMonths) return Math.Max(0, fromMs - (toMs - fromMs));
        int months = (int)TimeBuckets.Distance(TimeGrain.Month, fromMs, toMs);
        return TimeBuckets.Shift(TimeGrain.Month, fromMs, -months);
    }

    /// <summary>The length of the longest bucket that anything in a time is kept in.</summary>
    private static TimeGrain TouchedBy(Rollup rollup, long fromMs, long toMs)
    {
        TimeGrain grain = rollup.Tiers[0].Level.Grain;
        foreach (RollupTier tier in rollup.Tiers)
            foreach (RollupBlock block in tier.Blocks)
                if (block.EndMs > fromMs && block.StartMs < toMs) grain = tier.Level.Grain;
        return grain;
    }

    /// <summary>A time, with the whole of the buckets it begins and ends in.</summary>
    private static (long FromMs, long ToMs) Widen(Rollup rollup, long fromMs, long toMs)
    {
        (long from, long to) = (fromMs, toMs);
        foreach (RollupTier tier in rollup.Tiers)
        {
            foreach (RollupBlock block in tier.Blocks)
            {
                if (block.EndMs <= fromMs || block.StartMs >= toMs) continue;
                from = Math.Min(from, block.StartMs);
                to = Math.Max(to, block.EndMs);
            }
        }

        TimeGrain finest = rollup.Tiers[0].Level.Grain;
        return (Math.Min(from, TimeBuckets.Floor(finest, fromMs)), Math.Max(to, TimeBuckets.Ceiling(finest, toMs)));
    }
}
