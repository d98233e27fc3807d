namespace Catalog.Engine.Analytics;

/// <summary>A rollup's answer: rows of a time, values of dimensions, and numbers. Immutable, thread-safe.</summary>
public sealed class RollupTable
{
    private readonly long[] _times;
    private readonly ulong[] _keys;
    private readonly double[] _values;
    private readonly double[]? _previous;

    internal RollupTable(RollupPlan plan, long[] times, ulong[] keys, (double[] Values, double[]? Previous) numbers)
    {
        _times = times;
        _keys = keys;
        (_values, _previous) = numbers;
        Spec = plan.Spec;
        Grain = plan.Grain;
        FromMs = plan.FromMs;
        ToMs = plan.ToMs;
        PreviousFromMs = plan.PreviousFromMs;
        Dimensions = [.. plan.By.Select(index => plan.Spec.Dimensions[index])];
        Columns = plan.Columns;
    }

    /// <summary>The rollup that was asked.</summary>
    public RollupSpec Spec { get; }

    /// <summary>
    /// The length of the rows' buckets: what was asked for, or longer where that is all that is kept.
    /// </summary>
    public TimeGrain Grain { get; }

    /// <summary>The beginning of the time that is counted; at or before what was asked for.</summary>
    public long FromMs { get; }

    /// <summary>Its end, exclusive; at or after what was asked for.</summary>
    public long ToMs { get; }

    /// <summary>The beginning of the period compared with; it ends where this one was asked to begin.</summary>
    public long PreviousFromMs { get; }

    /// <summary>The dimensions that are told apart, in the order of <see cref="Keys"/>.</summary>
    public IReadOnlyList<DimensionSpec> Dimensions { get; }

    /// <summary>The columns, in the order of <see cref="Values"/>.</summary>
    public IReadOnlyList<RollupColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _times.Length;

    /// <summary>Number of rows there would be without a limit.</summary>
    public int TotalRows { get; internal init; }

    /// <summary>Whether there are numbers of the period before.</summary>
    public bool HasPrevious => _previous is not null;

    /// <summary>When a row's bucket begins; for <see cref="TimeGrain.All"/> when the period does. O(1).</summary>
    public long TimeMs(int row) => _times[row];

    /// <summary>A row's values of the dimensions. O(1).</summary>
    public ReadOnlySpan<ulong> Keys(int row) => _keys.AsSpan(row * Dimensions.Count, Dimensions.Count);

    /// <summary>A row's numbers; NaN where there is none. O(1).</summary>
    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(row * Columns.Count, Columns.Count);

    /// <summary>A row's numbers in the period before; empty when that was not asked for. O(1).</summary>
    public ReadOnlySpan<double> Previous(int row) =>
        _previous is null ? [] : _previous.AsSpan(row * Columns.Count, Columns.Count);

    /// <summary>The index of a column, or −1. O(columns).</summary>
    public int FindColumn(string name)
    {
        for (int i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == name) return i;
        return -1;
    }
}
