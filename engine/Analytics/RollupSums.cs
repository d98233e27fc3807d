using System.Numerics;

namespace Catalog.Engine.Analytics;

/// <summary>
/// The values of the groups of an answer while it is made: a column a measure, for those that are needed.
/// </summary>
internal sealed class RollupSums
{
    private readonly MeasureKind[] _kinds;
    private readonly SketchColumn?[] _sketches;
    private readonly long[]?[] _columns;
    private int _count;

    /// <summary>Makes it for the measures that columns show.</summary>
    public RollupSums(RollupSpec spec, RollupColumn[] columns)
    {
        _kinds = [.. spec.Measures.Select(static measure => measure.Kind)];
        _columns = new long[]?[spec.StoredMeasures];
        _sketches = new SketchColumn?[_columns.Length];
        foreach (RollupColumn column in columns)
        {
            Need(spec, column.Measure);
            if (column.Divisor >= 0) Need(spec, column.Divisor);
        }
    }

    /// <summary>Makes room for so many groups.</summary>
    public void Ensure(int groups)
    {
        if (groups <= _count) return;
        for (int m = 0; m < _columns.Length; m++)
        {
            if (_columns[m] is not { } column) continue;
            if (groups > column.Length) Array.Resize(ref column, Math.Max(groups, 2 * column.Length));
            column.AsSpan(_count, groups - _count).Fill(RollupBlock.StartOf(_kinds[m]));
            _columns[m] = column;
        }

        _count = groups;
    }

    /// <summary>Adds all rows of a block to one group. O(rows), vectorised.</summary>
    public void AddAll(int group, RollupBlock block)
    {
        for (int m = 0; m < _columns.Length; m++)
        {
            if (_columns[m] is { } column) column[group] = Combine(m, column[group], block.Numbers(m));
            if (_sketches[m] is not { } sketches) continue;
            for (int row = 0; row < block.Count; row++) sketches.Merge(group, block.Sketches(m)!, row);
        }
    }

    /// <summary>Adds some rows of a block to one group. O(rows).</summary>
    public void AddRows(int group, RollupBlock block, ReadOnlySpan<int> rows)
    {
        for (int m = 0; m < _columns.Length; m++)
        {
            if (_sketches[m] is { } sketches)
                foreach (int row in rows) sketches.Merge(group, block.Sketches(m)!, row);
            if (_columns[m] is not { } column) continue;
            ReadOnlySpan<long> numbers = block.Numbers(m);
            long value = column[group];
            foreach (int row in rows) value = RollupBlock.Combine(_kinds[m], value, numbers[row]);
            column[group] = value;
        }
    }

    /// <summary>Adds rows of a block to a group each. O(rows).</summary>
    public void AddGrouped(ReadOnlySpan<int> groups, RollupBlock block, ReadOnlySpan<int> rows)
    {
        for (int m = 0; m < _columns.Length; m++)
        {
            if (_sketches[m] is { } sketches)
                for (int r = 0; r < rows.Length; r++) sketches.Merge(groups[r], block.Sketches(m)!, rows[r]);
            if (_columns[m] is not { } column) continue;
            ReadOnlySpan<long> numbers = block.Numbers(m);
            if (_kinds[m] is MeasureKind.Count or MeasureKind.Sum)
            {
                for (int r = 0; r < rows.Length; r++) column[groups[r]] += numbers[rows[r]];
                continue;
            }

            for (int r = 0; r < rows.Length; r++)
            {
                ref long value = ref column[groups[r]];
                value = RollupBlock.Combine(_kinds[m], value, numbers[rows[r]]);
            }
        }
    }

    /// <summary>What a column shows of a group; NaN where there is no value.</summary>
    public double ValueOf(RollupColumn column, int group)
    {
        if (column.Kind == MeasureKind.Quantiles) return _sketches[column.Measure]!.QuantileOf(group, column.Rank);
        double value = ValueOf(column.Measure, group);
        if (column.Divisor < 0) return value;
        double divisor = ValueOf(column.Divisor, group);
        return divisor == 0 ? double.NaN : value / divisor;
    }

    private void Need(RollupSpec spec, int measure)
    {
        if (SketchColumn.For(spec.Measures[measure]) is { } sketches) _sketches[measure] ??= sketches;
        else _columns[measure] ??= [];
    }

    private double ValueOf(int measure, int group)
    {
        if (_sketches[measure] is { } sketches) return sketches.CountOf(group);
        if (group >= _count) return NothingOf(_kinds[measure]);
        long value = _columns[measure]![group];
        bool isNone = _kinds[measure] is MeasureKind.Min or MeasureKind.Max
            && value == RollupBlock.StartOf(_kinds[measure]);
        return isNone ? double.NaN : value;
    }

    private static double NothingOf(MeasureKind kind) =>
        kind is MeasureKind.Min or MeasureKind.Max ? double.NaN : 0;

    private long Combine(int measure, long value, ReadOnlySpan<long> numbers)
    {
        MeasureKind kind = _kinds[measure];
        int done = 0;
        if (numbers.Length >= Vector<long>.Count)
        {
            var all = new Vector<long>(RollupBlock.StartOf(kind));
            for (; done <= numbers.Length - Vector<long>.Count; done += Vector<long>.Count)
            {
                var next = new Vector<long>(numbers[done..]);
                all = kind switch
                {
                    MeasureKind.Min => Vector.Min(all, next),
                    MeasureKind.Max => Vector.Max(all, next),
                    _ => all + next,
                };
            }

            for (int i = 0; i < Vector<long>.Count; i++) value = RollupBlock.Combine(kind, value, all[i]);
        }

        for (; done < numbers.Length; done++) value = RollupBlock.Combine(kind, value, numbers[done]);
        return value;
    }
}
