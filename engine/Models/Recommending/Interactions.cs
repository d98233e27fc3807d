namespace Catalog.Engine.Models.Recommending;

/// <summary>
/// Who took what, user by user.
/// <code>
/// starts   [ 0 │ 3 │ 5 │ … ]      where a user's items begin
/// items    [ 4 9 2 │ 4 7 │ … ]    in the order they were added
/// weights  [ 1 1 2 │ 1 1 │ … ]
/// </code>
/// </summary>
/// <remarks>8 bytes an entry. Adding is O(1), amortised. Not thread-safe beside a writer.</remarks>
public sealed class Interactions
{
    private readonly List<int> _starts = [];
    private readonly List<int> _items = [];
    private readonly List<float> _weights = [];

    /// <summary>Makes it empty.</summary>
    /// <param name="itemCount">Items there are; they are numbered from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public Interactions(int itemCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(itemCount);
        ItemCount = itemCount;
    }

    /// <summary>Items there are.</summary>
    public int ItemCount { get; }

    /// <summary>Users so far.</summary>
    public int UserCount => _starts.Count;

    /// <summary>Entries so far.</summary>
    public int Count => _items.Count;

    /// <summary>Begins the next user.</summary>
    public void NextUser() => _starts.Add(_items.Count);

    /// <summary>Adds an item to the user begun last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    /// <exception cref="InvalidOperationException">No user was begun.</exception>
    public void Add(int item, float weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)ItemCount, nameof(item));
        if (_starts.Count == 0) throw new InvalidOperationException("No user was begun.");
        _items.Add(item);
        _weights.Add(weight);
    }

    internal (int From, int To) StretchOf(int user) =>
        (_starts[user], user + 1 < _starts.Count ? _starts[user + 1] : _items.Count);

    internal int ItemAt(int entry) => _items[entry];

    internal float WeightAt(int entry) => _weights[entry];
}
