using System.Buffers;

namespace Catalog.Engine.Analytics;

/// <summary>
/// The rows of an answer while it is made: for each bucket and each combination of values a number, in the order they
/// are met. Few combinations are looked up in an array, many in a chain of tables, one a dimension.
/// </summary>
/// <remarks>Finding a group is O(dimensions). Not thread-safe; give the array back by disposing.</remarks>
internal sealed class RollupGroups : IDisposable
{
    // 2 MiB of numbers: cleared in some 50 µs.
    private const long MaxCells = 1 << 19;

    private readonly int[] _by;
    private readonly int[] _steps;
    private readonly int _cellsPerBucket;
    private readonly int[]? _cells;
    private readonly Dictionary<ulong, int>[] _chain;
    private readonly int[] _chained;
    private int[] _buckets = new int[64];
    private int[] _codes;

    /// <summary>Makes it for a number of buckets and the values that dimensions have now.</summary>
    public RollupGroups(Rollup rollup, int[] by, long buckets)
    {
        _by = by;
        _codes = new int[64 * by.Length];
        _steps = new int[by.Length];
        long cells = 1;
        for (int i = by.Length - 1; i >= 0; i--)
        {
            _steps[i] = (int)cells;
            cells = Math.Min(MaxCells + 1, cells * rollup.ValuesOf(by[i]).End);
        }

        _cellsPerBucket = (int)cells;
        _chained = new int[by.Length + 1];
        _chain = [];
        if (buckets <= MaxCells && cells * buckets <= MaxCells)
        {
            _cells = ArrayPool<int>.Shared.Rent((int)(cells * buckets));
            Array.Clear(_cells);
        }
        else
        {
            _chain = new Dictionary<ulong, int>[by.Length + 1];
            for (int i = 0; i < _chain.Length; i++) _chain[i] = [];
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>The bucket of a group.</summary>
    public int BucketOf(int group) => _buckets[group];

    /// <summary>The numbers of a group's values.</summary>
    public ReadOnlySpan<int> CodesOf(int group) => _codes.AsSpan(group * _by.Length, _by.Length);

    /// <summary>The group of a bucket when nothing is told apart.</summary>
    public int OfBucket(int bucket)
    {
        int found = _cells is not null ? _cells[bucket] - 1 : Follow(0, (uint)bucket) - 1;
        return found >= 0 && found < Count ? found : Add(bucket, bucket);
    }

    /// <summary>The groups of rows of a block.</summary>
    public void Assign(int bucket, RollupBlock block, ReadOnlySpan<int> rows, Span<int> groups)
    {
        if (_cells is null)
        {
            AssignByChain(bucket, block, rows, groups);
            return;
        }

        int first = bucket * _cellsPerBucket;
        groups.Fill(first);
        for (int i = 0; i < _by.Length; i++)
        {
            ReadOnlySpan<int> codes = block.Codes(_by[i]);
            int step = _steps[i];
            for (int r = 0; r < rows.Length; r++) groups[r] += codes[rows[r]] * step;
        }

        for (int r = 0; r < rows.Length; r++)
        {
            int cell = groups[r];
            int group = _cells[cell] - 1;
            groups[r] = group >= 0 ? group : AddOf(bucket, cell, block, rows[r]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_cells is not null) ArrayPool<int>.Shared.Return(_cells);
    }

    private void AssignByChain(int bucket, RollupBlock block, ReadOnlySpan<int> rows, Span<int> groups)
    {
        int root = Follow(0, (uint)bucket);
        for (int r = 0; r < rows.Length; r++)
        {
            int link = root;
            for (int i = 0; i < _by.Length; i++)
                link = Follow(i + 1, ((ulong)(uint)link << 32) | (uint)block.Codes(_by[i])[rows[r]]);
            groups[r] = link <= Count ? link - 1 : AddOf(bucket, -1, block, rows[r]);
        }
    }

    /// <summary>The number of a link in a table of the chain, from 1 on, a new one when there is none.</summary>
    private int Follow(int table, ulong key)
    {
        if (_chain[table].TryGetValue(key, out int link)) return link;
        link = ++_chained[table];
        _chain[table].Add(key, link);
        return link;
    }

    private int AddOf(int bucket, int cell, RollupBlock block, int row)
    {
        int group = Add(bucket, cell);
        for (int i = 0; i < _by.Length; i++) _codes[(group * _by.Length) + i] = block.Codes(_by[i])[row];
        return group;
    }

    private int Add(int bucket, int cell)
    {
        int group = Count++;
        if (group == _buckets.Length)
        {
            Array.Resize(ref _buckets, group * 2);
            Array.Resize(ref _codes, group * 2 * _by.Length);
        }

        _buckets[group] = bucket;
        if (_cells is not null) _cells[cell] = group + 1;
        return group;
    }
}
