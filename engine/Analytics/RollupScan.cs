namespace Catalog.Engine.Analytics;

/// <summary>One query's way through a rollup: select rows, group them, add up, order, cut.</summary>
internal sealed class RollupScan
{
    private readonly Rollup _rollup;
    private readonly RollupQuery _query;
    private readonly RollupPlan _plan;
    private readonly RollupSelection _selection;
    private readonly RollupSums _now;
    private readonly RollupSums? _before;
    private int[] _groupOf = [];

    /// <summary>Prepares a query.</summary>
    /// <exception cref="ArgumentException">The query cannot be answered.</exception>
    public RollupScan(Rollup rollup, RollupQuery query)
    {
        _rollup = rollup;
        _query = query;
        _plan = new RollupPlan(rollup, query);
        _selection = new RollupSelection(rollup, query.Where);
        _now = new RollupSums(rollup.Spec, _plan.Columns);
        if (_plan.ComparesPrevious) _before = new RollupSums(rollup.Spec, _plan.Columns);
    }

    /// <summary>Answers it. O(rows in the time asked for + rows of the answer log limit).</summary>
    public RollupTable Run()
    {
        (long firstMs, long buckets) = Extent();
        using var groups = new RollupGroups(_rollup, _plan.By, buckets);
        Scan(groups, (_plan.FromMs, _plan.ToMs), firstMs, _now);
        if (_before is not null)
            Scan(groups, (_plan.PreviousFromMs, _plan.PreviousToMs), _plan.PreviousFromMs, _before);
        if (_plan is { Grain: TimeGrain.All, By.Length: 0 }) groups.OfBucket(0);
        return Answer(groups, firstMs);
    }

    /// <summary>The beginning of the first bucket and how many there can be.</summary>
    private (long FirstMs, long Buckets) Extent()
    {
        long first = long.MaxValue;
        long last = 0;
        foreach (RollupTier tier in _rollup.Tiers)
        {
            if (tier.Blocks.Count == 0) continue;
            first = Math.Min(first, tier.Blocks[0].StartMs);
            last = Math.Max(last, tier.Blocks[^1].StartMs);
        }

        first = Math.Min(first, last);
        // Buckets of two periods are counted from their beginnings, so those must stay.
        if (_before is not null || _plan.Grain == TimeGrain.All) first = _plan.FromMs;
        first = Math.Clamp(first, _plan.FromMs, _plan.ToMs);
        long buckets = TimeBuckets.Distance(_plan.Grain, first, Math.Max(first, Math.Min(last, _plan.ToMs))) + 1;
        if (_before is null) return (first, buckets);
        long before = TimeBuckets.Distance(_plan.Grain, _plan.PreviousFromMs, _plan.PreviousToMs) + 1;
        return (first, Math.Max(buckets, before));
    }

    private void Scan(RollupGroups groups, (long FromMs, long ToMs) time, long firstMs, RollupSums sums)
    {
        for (int i = _rollup.Tiers.Length - 1; i >= 0; i--)
        {
            foreach (RollupBlock block in _rollup.Tiers[i].Blocks)
            {
                if (block.StartMs >= time.ToMs) break;
                if (block.EndMs <= time.FromMs) continue;
                int bucket = (int)TimeBuckets.Distance(_plan.Grain, firstMs, block.StartMs);
                // The first bucket of a period that begins within it.
                Add(groups, Math.Max(0, bucket), block, sums);
            }
        }
    }

    private void Add(RollupGroups groups, int bucket, RollupBlock block, RollupSums sums)
    {
        if (_plan.By.Length == 0 && _selection.IsEverything)
        {
            int group = groups.OfBucket(bucket);
            sums.Ensure(groups.Count);
            sums.AddAll(group, block);
            return;
        }

        ReadOnlySpan<int> rows = _selection.Of(block);
        if (rows.Length == 0) return;
        if (_plan.By.Length == 0)
        {
            int group = groups.OfBucket(bucket);
            sums.Ensure(groups.Count);
            sums.AddRows(group, block, rows);
            return;
        }

        if (_groupOf.Length < rows.Length) _groupOf = new int[Math.Max(rows.Length, 2 * _groupOf.Length)];
        Span<int> assigned = _groupOf.AsSpan(0, rows.Length);
        groups.Assign(bucket, block, rows, assigned);
        sums.Ensure(groups.Count);
        sums.AddGrouped(assigned, block, rows);
    }

    private RollupTable Answer(RollupGroups groups, long firstMs)
    {
        var order = new RollupOrder(_rollup, groups, _query, _plan, _now);
        int[] chosen = order.Choose(_query.Limit);
        int columns = _plan.Columns.Length;
        var times = new long[chosen.Length];
        var keys = new ulong[chosen.Length * _plan.By.Length];
        var values = new double[chosen.Length * columns];
        double[]? previous = _before is null ? null : new double[values.Length];
        for (int row = 0; row < chosen.Length; row++)
        {
            int group = chosen[row];
            times[row] = _plan.Grain == TimeGrain.All
                ? _plan.FromMs
                : TimeBuckets.Shift(_plan.Grain, firstMs, groups.BucketOf(group));
            ReadOnlySpan<int> codes = groups.CodesOf(group);
            for (int i = 0; i < codes.Length; i++)
                keys[(row * codes.Length) + i] = _rollup.ValuesOf(_plan.By[i])[codes[i]];
            for (int c = 0; c < columns; c++)
            {
                values[(row * columns) + c] = _now.ValueOf(_plan.Columns[c], group);
                if (previous is not null) previous[(row * columns) + c] = _before!.ValueOf(_plan.Columns[c], group);
            }
        }

        return new RollupTable(_plan, times, keys, (values, previous)) { TotalRows = groups.Count };
    }
}
