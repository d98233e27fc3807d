using System.Numerics;

namespace Catalog.Engine.Analytics;

/// <summary>
/// The rows of one bucket of time, a column a dimension and a column a measure.
/// <code>
/// slots   [ 0 | 3 | 0 | 1 | 2 | … ]   hash of a row's numbers ─► row + 1, twice as many as rows, linear probing
/// codes   [ d0: 4 4 7 … ] [ d1: 1 2 1 … ]
/// numbers [ m0: 9 1 5 … ] [ m1: 80 7 33 … ]
/// sketches, for measures that are no number: one a row
/// </code>
/// Invariants: (1) every row is found under its numbers; (2) no two have the same.
/// </summary>
/// <remarks>
/// Adding is O(dimensions + measures) expected. Columns keep their arrays when a block is used again.
/// </remarks>
internal sealed class RollupBlock
{
    private const int FirstRows = 4;
    private readonly MeasureKind[] _kinds;
    private readonly SketchColumn?[] _sketches;
    private readonly int[][] _codes;
    private readonly long[][] _numbers;
    private int[] _slots = new int[FirstRows * 2];

    /// <summary>Makes a block with so many dimensions and these measures.</summary>
    public RollupBlock(int dimensions, MeasureSpec[] measures)
    {
        _kinds = [.. measures.Select(static measure => measure.Kind)];
        _sketches = [.. measures.Select(SketchColumn.For)];
        _codes = new int[dimensions][];
        _numbers = new long[measures.Length][];
        for (int d = 0; d < dimensions; d++) _codes[d] = new int[FirstRows];
        for (int m = 0; m < measures.Length; m++) _numbers[m] = new long[_sketches[m] is null ? FirstRows : 0];
    }

    /// <summary>When the bucket begins, milliseconds since 1970.</summary>
    public long StartMs { get; private set; }

    /// <summary>When it ends.</summary>
    public long EndMs { get; private set; }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    private int Capacity => _slots.Length / 2;

    /// <summary>The numbers of a dimension, a row each.</summary>
    public ReadOnlySpan<int> Codes(int dimension) => _codes[dimension].AsSpan(0, Count);

    /// <summary>The values of a measure, a row each.</summary>
    public ReadOnlySpan<long> Numbers(int measure) =>
        _sketches[measure] is null ? _numbers[measure].AsSpan(0, Count) : default;

    /// <summary>The sketches of a measure that is no number, a row each; null when it is one.</summary>
    public SketchColumn? Sketches(int measure) => _sketches[measure];

    /// <summary>Begins anew, without rows.</summary>
    public void Restart(long startMs, long endMs)
    {
        StartMs = startMs;
        EndMs = endMs;
        foreach (SketchColumn? sketches in _sketches) sketches?.Clear(Count);
        Count = 0;
        Array.Clear(_slots);
    }

    /// <summary>The row with these numbers, or −1.</summary>
    public int Find(ReadOnlySpan<int> codes)
    {
        int mask = _slots.Length - 1;
        for (int slot = (int)Hash(codes) & mask; ; slot = (slot + 1) & mask)
        {
            int row = _slots[slot] - 1;
            if (row < 0 || Has(row, codes)) return row;
        }
    }

    /// <summary>Adds a row that is not there yet, with no values.</summary>
    public int AddRow(ReadOnlySpan<int> codes)
    {
        if (Count == Capacity) Grow();
        int row = Count++;
        for (int d = 0; d < _codes.Length; d++) _codes[d][row] = codes[d];
        for (int m = 0; m < _kinds.Length; m++)
            if (_sketches[m] is null) _numbers[m][row] = StartOf(_kinds[m]);
        Place(row, codes);
        return row;
    }

    /// <summary>Takes values into a row.</summary>
    public void Add(int row, ReadOnlySpan<long> values)
    {
        for (int m = 0; m < _kinds.Length; m++)
        {
            long value = values[m];
            if (value == MeasureSpec.None) continue;
            if (_sketches[m] is { } sketches)
            {
                sketches.Add(row, value);
                continue;
            }

            ref long number = ref _numbers[m][row];
            number = Combine(_kinds[m], number, value);
        }
    }

    /// <summary>Takes another block's row into a row.</summary>
    public void Merge(int row, RollupBlock other, int otherRow)
    {
        for (int m = 0; m < _kinds.Length; m++)
        {
            if (_sketches[m] is { } sketches)
            {
                sketches.Merge(row, other._sketches[m]!, otherRow);
                continue;
            }

            ref long number = ref _numbers[m][row];
            number = Combine(_kinds[m], number, other._numbers[m][otherRow]);
        }
    }

    /// <summary>Copies a row's numbers.</summary>
    public void CopyCodes(int row, Span<int> codes)
    {
        for (int d = 0; d < _codes.Length; d++) codes[d] = _codes[d][row];
    }

    /// <summary>Replaces a row's value, while a state is loaded.</summary>
    public void LoadNumber(int measure, int row, long value) => _numbers[measure][row] = value;

    /// <summary>What a measure is before it has a value.</summary>
    public static long StartOf(MeasureKind kind) => kind switch
    {
        MeasureKind.Min => long.MaxValue,
        MeasureKind.Max => long.MinValue,
        _ => 0,
    };

    /// <summary>Two values of a measure as one.</summary>
    public static long Combine(MeasureKind kind, long left, long right) => kind switch
    {
        MeasureKind.Min => Math.Min(left, right),
        MeasureKind.Max => Math.Max(left, right),
        _ => left + right,
    };

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(rows).</summary>
    public void CheckInvariants()
    {
        Span<int> codes = stackalloc int[RollupSpec.MaxDimensions];
        codes = codes[.._codes.Length];
        for (int row = 0; row < Count; row++)
        {
            CopyCodes(row, codes);
            if (Find(codes) != row) throw new InvalidOperationException($"(1), (2) Row {row} is found as another.");
        }
    }

    private static uint Hash(ReadOnlySpan<int> codes)
    {
        // Steps of Fibonacci hashing; the upper bits are the good ones, so they come down at the end.
        uint hash = 0;
        foreach (int code in codes) hash = (BitOperations.RotateLeft(hash, 5) ^ (uint)code) * 0x9E37_79B1;
        return hash ^ (hash >> 15);
    }

    private bool Has(int row, ReadOnlySpan<int> codes)
    {
        for (int d = 0; d < codes.Length; d++)
            if (_codes[d][row] != codes[d]) return false;
        return true;
    }

    private void Place(int row, ReadOnlySpan<int> codes)
    {
        int mask = _slots.Length - 1;
        int slot = (int)Hash(codes) & mask;
        while (_slots[slot] != 0) slot = (slot + 1) & mask;
        _slots[slot] = row + 1;
    }

    private void Grow()
    {
        int capacity = Capacity * 2;
        for (int d = 0; d < _codes.Length; d++) Array.Resize(ref _codes[d], capacity);
        for (int m = 0; m < _numbers.Length; m++)
            if (_sketches[m] is null) Array.Resize(ref _numbers[m], capacity);
        _slots = new int[capacity * 2];
        Span<int> codes = stackalloc int[RollupSpec.MaxDimensions];
        codes = codes[.._codes.Length];
        for (int row = 0; row < Count; row++)
        {
            CopyCodes(row, codes);
            Place(row, codes);
        }
    }
}
