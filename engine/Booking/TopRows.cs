using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <summary>
/// Keeps the first few rows of an order out of many that come in any order: a binary heap with the last of the kept
/// on top.
/// </summary>
/// <remarks>
/// Invariant: no row stands before its parent's place (parent ≥ child). Adding costs O(1) for a row behind all kept
/// ones, O(log capacity) otherwise. Not thread-safe.
/// </remarks>
internal sealed class TopRows
{
    private readonly RankedRow[] _heap;
    private int _count;

    /// <summary>Makes room for the first <paramref name="capacity"/> rows, at least 1.</summary>
    public TopRows(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _heap = new RankedRow[capacity];
    }

    /// <summary>Takes a row in if it is among the first so far.</summary>
    public void Add(in RankedRow row)
    {
        if (_count < _heap.Length)
        {
            Rise(in row);
        }
        else if (row.CompareTo(_heap[0]) < 0)
        {
            Sink(in row);
        }
    }

    /// <summary>Ends it: the kept rows in order. O(n log n).</summary>
    public ReadOnlySpan<RankedRow> Sorted()
    {
        Array.Sort(_heap, 0, _count);
        return _heap.AsSpan(0, _count);
    }

    private void Rise(in RankedRow row)
    {
        Debug.Assert(_count < _heap.Length, "There is room.");
        int at = _count++;
        while (at > 0)
        {
            int parent = (at - 1) >> 1;
            if (_heap[parent].CompareTo(row) >= 0) break;
            _heap[at] = _heap[parent];
            at = parent;
        }

        _heap[at] = row;
    }

    private void Sink(in RankedRow row)
    {
        Debug.Assert(_count == _heap.Length, "The heap is full.");
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _heap[child + 1].CompareTo(_heap[child]) > 0) child++;
            if (row.CompareTo(_heap[child]) >= 0) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = row;
    }
}
