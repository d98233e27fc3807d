using System.Numerics;
using System.Runtime.Intrinsics;

namespace Catalog.Engine.Analytics;

/// <summary>Which rows of a block a query's filters leave.</summary>
/// <remarks>
/// One value is looked for eight rows at a time, several through an array of flags. O(rows × filters).
/// </remarks>
internal sealed class RollupSelection
{
    private readonly (int Dimension, int Code, bool[]? Wanted)[] _filters;
    private int[] _rows = [];
    private int _numbered;

    /// <summary>Makes it for the values that dimensions have now.</summary>
    public RollupSelection(Rollup rollup, IReadOnlyList<RollupFilter> where)
    {
        _filters = new (int, int, bool[]?)[where.Count];
        for (int i = 0; i < where.Count; i++)
        {
            int dimension = rollup.Spec.FindDimension(where[i].Dimension);
            DimensionValues values = rollup.ValuesOf(dimension);
            if (where[i].Values.Count == 1)
            {
                _filters[i] = (dimension, values.Find(where[i].Values[0]), null);
                continue;
            }

            var wanted = new bool[values.End];
            foreach (ulong value in where[i].Values)
                if (values.Find(value) is int code and >= 0) wanted[code] = true;
            _filters[i] = (dimension, -1, wanted);
        }
    }

    /// <summary>Whether every row is left.</summary>
    public bool IsEverything => _filters.Length == 0;

    /// <summary>The rows that are left, valid until the next call.</summary>
    public ReadOnlySpan<int> Of(RollupBlock block)
    {
        int count = block.Count;
        if (_rows.Length < count) Array.Resize(ref _rows, Math.Max(count, 2 * _rows.Length));
        if (IsEverything)
        {
            for (; _numbered < count; _numbered++) _rows[_numbered] = _numbered;
            return _rows.AsSpan(0, count);
        }

        int left = First(block, _filters[0]);
        for (int i = 1; i < _filters.Length; i++) left = Next(block, _filters[i], left);
        return _rows.AsSpan(0, left);
    }

    private int First(RollupBlock block, (int Dimension, int Code, bool[]? Wanted) filter)
    {
        ReadOnlySpan<int> codes = block.Codes(filter.Dimension);
        int left = 0;
        int row = 0;
        if (filter.Wanted is { } wanted)
        {
            for (; row < codes.Length; row++)
                if (wanted[codes[row]]) _rows[left++] = row;
            return left;
        }

        Vector256<int> code = Vector256.Create(filter.Code);
        for (; row <= codes.Length - Vector256<int>.Count; row += Vector256<int>.Count)
        {
            uint hits = Vector256.Equals(Vector256.Create(codes[row..]), code).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1) _rows[left++] = row + BitOperations.TrailingZeroCount(hits);
        }

        for (; row < codes.Length; row++)
            if (codes[row] == filter.Code) _rows[left++] = row;
        return left;
    }

    private int Next(RollupBlock block, (int Dimension, int Code, bool[]? Wanted) filter, int count)
    {
        ReadOnlySpan<int> codes = block.Codes(filter.Dimension);
        int left = 0;
        for (int i = 0; i < count; i++)
        {
            int row = _rows[i];
            bool isLeft = filter.Wanted is { } wanted ? wanted[codes[row]] : codes[row] == filter.Code;
            if (isLeft) _rows[left++] = row;
        }

        return left;
    }
}
