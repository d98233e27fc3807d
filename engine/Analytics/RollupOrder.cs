namespace Catalog.Engine.Analytics;

/// <summary>The order of an answer's rows: by what was asked for, then by time and values, so that it is one.</summary>
internal sealed class RollupOrder : IComparer<int>
{
    private readonly Rollup _rollup;
    private readonly RollupGroups _groups;
    private readonly int[] _by;
    private readonly double[]? _values;
    private readonly bool _isByKey;
    private readonly int _direction;

    /// <summary>Prepares the order of the groups that there are.</summary>
    public RollupOrder(Rollup rollup, RollupGroups groups, RollupQuery query, RollupPlan plan, RollupSums sums)
    {
        _rollup = rollup;
        _groups = groups;
        _by = plan.By;
        _isByKey = query.OrderBy == RollupQuery.ByKey;
        _direction = query.IsDescending ? -1 : 1;
        if (_isByKey || query.OrderBy == RollupQuery.ByTime) return;
        RollupColumn column = Array.Find(plan.Columns, column => column.Name == query.OrderBy)!;
        _values = new double[groups.Count];
        for (int group = 0; group < _values.Length; group++) _values[group] = sums.ValueOf(column, group);
    }

    /// <summary>The first groups, in order. O(groups log limit).</summary>
    public int[] Choose(int limit)
    {
        if (_groups.Count <= limit)
        {
            var all = new int[_groups.Count];
            for (int i = 0; i < all.Length; i++) all[i] = i;
            Array.Sort(all, this);
            return all;
        }

        // The worst of the best so far is on top.
        var best = new PriorityQueue<int, int>(limit, Comparer<int>.Create((left, right) => Compare(right, left)));
        for (int group = 0; group < _groups.Count; group++)
        {
            if (best.Count < limit) best.Enqueue(group, group);
            else if (Compare(group, best.Peek()) < 0) best.EnqueueDequeue(group, group);
        }

        var chosen = new int[limit];
        for (int i = limit - 1; i >= 0; i--) chosen[i] = best.Dequeue();
        return chosen;
    }

    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        if (_values is not null)
        {
            (double left, double right) = (_values[x], _values[y]);
            // What has no value comes last, whichever way.
            int none = double.IsNaN(left).CompareTo(double.IsNaN(right));
            if (none != 0) return none;
            int byValue = left.CompareTo(right);
            if (byValue != 0) return byValue * _direction;
            int byTime = CompareTimes(x, y);
            return byTime != 0 ? byTime : CompareKeys(x, y);
        }

        int first = _isByKey ? CompareKeys(x, y) : CompareTimes(x, y);
        if (first != 0) return first * _direction;
        return _isByKey ? CompareTimes(x, y) : CompareKeys(x, y);
    }

    private int CompareTimes(int x, int y) => _groups.BucketOf(x).CompareTo(_groups.BucketOf(y));

    private int CompareKeys(int x, int y)
    {
        ReadOnlySpan<int> left = _groups.CodesOf(x);
        ReadOnlySpan<int> right = _groups.CodesOf(y);
        for (int i = 0; i < _by.Length; i++)
        {
            DimensionValues values = _rollup.ValuesOf(_by[i]);
            int order = values[left[i]].CompareTo(values[right[i]]);
            if (order != 0) return order;
        }

        return 0;
    }
}
