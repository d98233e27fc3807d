namespace Catalog.Engine.Models.Text;

/// <summary>Keeps the nearest of many in a span, as a heap with the furthest on top.</summary>
// mutable: a cursor over the caller's memory, for one search.
internal ref struct NeighbourPage(Span<Neighbour> rows)
{
    private readonly Span<Neighbour> _rows = rows;

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    /// <summary>What is less similar than this is not kept.</summary>
    public readonly float Worst => Count < _rows.Length ? float.NegativeInfinity : _rows[0].Similarity;

    /// <summary>Keeps it if it is near enough. O(log size), allocates nothing.</summary>
    public void Add(Neighbour row)
    {
        if (_rows.IsEmpty) return;
        if (Count < _rows.Length)
        {
            _rows[Count] = row;
            Rise(Count++);
            return;
        }

        if (row >= _rows[0]) return;
        _rows[0] = row;
        Sink();
    }

    /// <summary>Puts them in order, nearest first. O(size log size).</summary>
    public readonly int Sort()
    {
        _rows[..Count].Sort();
        return Count;
    }

    private readonly void Rise(int at)
    {
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (_rows[at] <= _rows[parent]) return;
            (_rows[at], _rows[parent]) = (_rows[parent], _rows[at]);
            at = parent;
        }
    }

    private readonly void Sink()
    {
        for (int at = 0; ;)
        {
            int child = (2 * at) + 1;
            if (child >= Count) return;
            if (child + 1 < Count && _rows[child + 1] > _rows[child]) child++;
            if (_rows[child] <= _rows[at]) return;
            (_rows[at], _rows[child]) = (_rows[child], _rows[at]);
            at = child;
        }
    }
}
