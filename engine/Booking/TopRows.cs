using System.Buffers;
using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <summary>
/// Keeps the first few rows of an order out of many that come in any order, and gives the last of those: a page.
/// </summary>
/// <remarks>
/// The first <c>capacity</c> rows are only laid down; when one more comes they become a binary heap with the last of
/// the kept on top. A page is what is popped off that heap, so its order costs a logarithm a row of the page and not
/// one a row before it. In all O(rows + rows that displace another × log capacity + page × log capacity).
/// Invariant once it is a heap: no row stands before its parent's place (parent ≥ child).
/// The memory is rented: dispose it. Not thread-safe.
/// </remarks>
internal sealed class TopRows : IDisposable
{
    private readonly RankedRow[] _heap;
    private readonly int _capacity;
    private int _count;
    private bool _isHeap;

    /// <summary>Makes room for the first <paramref name="capacity"/> rows, at least 1.</summary>
    public TopRows(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
        _heap = ArrayPool<RankedRow>.Shared.Rent(capacity);
    }

    /// <summary>Number of rows kept.</summary>
    public int Count => _count;

    /// <summary>Takes a row in if it is among the first so far.</summary>
    public void Add(in RankedRow row)
    {
        if (_count < _capacity)
        {
            _heap[_count++] = row;
            return;
        }

        if (!_isHeap) MakeHeap();
        if (row.CompareTo(_heap[0]) < 0) Sink(0, in row);
    }

    /// <summary>Ends it: the kept rows behind the first <paramref name="skipped"/>, in order.</summary>
    public RankedRow[] PageBehind(int skipped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skipped);
        if (!_isHeap) MakeHeap();
        var page = new RankedRow[Math.Max(0, _count - skipped)];
        for (int i = page.Length - 1; i >= 0; i--)
        {
            page[i] = _heap[0];
            RankedRow last = _heap[--_count];
            if (_count > 0) Sink(0, in last);
        }

        return page;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<RankedRow>.Shared.Return(_heap);

    private void MakeHeap()
    {
        Debug.Assert(!_isHeap, "Once is enough.");
        _isHeap = true;
        for (int at = (_count >> 1) - 1; at >= 0; at--)
        {
            RankedRow row = _heap[at];
            Sink(at, in row);
        }
    }

    private void Sink(int at, in RankedRow row)
    {
        Debug.Assert(at < _count, "The place is one of the heap's.");
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
