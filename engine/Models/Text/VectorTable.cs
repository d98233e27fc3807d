namespace Catalog.Engine.Models.Text;

/// <summary>
/// Vectors by id, searched exactly: every one is looked at, as wide as the machine's vectors.
/// <code>
/// ids     [ 7 | 3 | 9 | free … ]
/// values  [ 7's vector | 3's vector | 9's vector | … ]   one after another
/// </code>
/// Invariants: (1) an id has one row; (2) rows are without gaps; (3) there are never more than the capacity.
/// </summary>
/// <remarks>
/// Memory: 4 · dimensions · capacity bytes. Searching is O(rows · dimensions) and allocates nothing; writing is O(1).
/// Readers may run beside each other, not beside a writer. For some ten thousand vectors this is quick enough;
/// <see cref="NeighbourGraph"/> is for more.
/// </remarks>
public sealed class VectorTable
{
    private readonly float[] _values;
    private readonly ulong[] _ids;
    private readonly Dictionary<ulong, int> _rows;

    /// <summary>Makes an empty one.</summary>
    /// <param name="dimensions">Length of a vector.</param>
    /// <param name="capacity">The most vectors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not positive, or both together too large.</exception>
    public VectorTable(int dimensions, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)dimensions * capacity, Array.MaxLength, nameof(capacity));
        Dimensions = dimensions;
        _values = new float[dimensions * capacity];
        _ids = new ulong[capacity];
        _rows = new Dictionary<ulong, int>(capacity);
    }

    /// <summary>Length of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Vectors in it.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds or replaces a vector. O(dimensions).</summary>
    /// <returns>False when it is full.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public bool Put(ulong id, ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimensions) throw new ArgumentException("Has another length.", nameof(vector));
        if (!_rows.TryGetValue(id, out int row))
        {
            row = Count;
            if (row == _ids.Length) return false;
            _rows.Add(id, row);
            _ids[row] = id;
        }

        vector.CopyTo(Row(row));
        return true;
    }

    /// <summary>Removes a vector. O(dimensions).</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(ulong id)
    {
        if (!_rows.Remove(id, out int row)) return false;
        int last = _rows.Count;
        if (row == last) return true;
        Row(last).CopyTo(Row(row));
        _ids[row] = _ids[last];
        _rows[_ids[row]] = row;
        return true;
    }

    /// <summary>Finds the most similar vectors. O(rows · dimensions), allocates nothing.</summary>
    /// <param name="query">What they shall resemble.</param>
    /// <param name="into">Where they go, nearest first; its length is how many are wanted.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="ArgumentException">The query has another length.</exception>
    public int Search(ReadOnlySpan<float> query, Span<Neighbour> into)
    {
        if (query.Length != Dimensions) throw new ArgumentException("Has another length.", nameof(query));
        var page = new NeighbourPage(into);
        for (int row = 0; row < Count; row++)
        {
            float similarity = VectorMath.Dot(query, Row(row));
            if (similarity >= page.Worst) page.Add(new Neighbour(_ids[row], similarity));
        }

        return page.Sort();
    }

    /// <summary>Checks the invariants of the type's documentation. O(rows).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int row = 0; row < Count; row++)
        {
            bool isHome = _rows.TryGetValue(_ids[row], out int home) && home == row;
            if (!isHome) throw new InvalidOperationException("1, 2: a row without its id.");
        }

        if (Count > _ids.Length) throw new InvalidOperationException("3: more rows than the capacity.");
    }

    private Span<float> Row(int row) => _values.AsSpan(row * Dimensions, Dimensions);
}
