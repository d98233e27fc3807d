namespace Catalog.Engine.Models.Text;

/// <summary>
/// Vectors by id, searched approximately in about the logarithm of their number: the hierarchical navigable small
/// world graph of Malkov and Yashunin (2016), with their heuristic for choosing links.
/// <code>
/// layer 2          a ─────────── d           few, far apart: where a search begins
/// layer 1          a ── c ────── d ── f
/// layer 0          a b c d e f g …           all, each with up to 2 · Links neighbours
/// links  node ─► [ n₀ links… | n₁ links… | … ]   one array a node, a block a layer
/// </code>
/// A removed vector keeps its place as a way through the graph and is not found any more, until
/// <see cref="Compact"/>.
/// Invariants: (1) an id has one live node; (2) a node has at most 2 · Links links on layer 0, Links above; (3) links
/// lead to other nodes of that layer.
/// </summary>
/// <remarks>
/// Vectors should have length 1. Deterministic: the same calls in the same order make the same graph on one kind of
/// machine. Memory: about 4 · dimensions + 12 · Links bytes a vector. Not thread-safe: one caller at a time, for a
/// search marks where it was.
/// </remarks>
public sealed partial class NeighbourGraph
{
    /// <summary>More layers than any capacity fills.</summary>
    private const int MaxLayer = 16;

    private readonly NeighbourGraphOptions _options;
    private readonly float[] _values;
    private readonly ulong[] _ids;
    private readonly bool[] _isRemoved;
    private readonly int[]?[] _links;
    private readonly Dictionary<ulong, int> _nodes = [];
    private int _nodeCount;
    private int _entry = -1;
    private int _topLayer = -1;

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public NeighbourGraph(NeighbourGraphOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _values = new float[options.Dimensions * options.Capacity];
        _ids = new ulong[options.Capacity];
        _isRemoved = new bool[options.Capacity];
        _links = new int[]?[options.Capacity];
        _marks = new int[options.Capacity];
    }

    /// <summary>Vectors in it.</summary>
    public int Count => _nodes.Count;

    /// <summary>Removed vectors that still take room.</summary>
    public int RemovedCount => _nodeCount - _nodes.Count;

    /// <summary>Adds or replaces a vector. About O(BuildWidth · Links · log count · dimensions).</summary>
    /// <returns>False when it is full.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public bool Put(ulong id, ReadOnlySpan<float> vector)
    {
        if (vector.Length != _options.Dimensions) throw new ArgumentException("Has another length.", nameof(vector));
        if (_nodeCount == _options.Capacity) return false;
        Remove(id);
        int node = _nodeCount++;
        _nodes.Add(id, node);
        _ids[node] = id;
        vector.CopyTo(Vector(node));
        int layer = LayerOf(id);
        _links[node] = new int[Block(layer + 1)];
        Connect(node, layer);
        if (layer <= _topLayer) return true;
        _topLayer = layer;
        _entry = node;
        return true;
    }

    /// <summary>Takes a vector out of what is found. O(1).</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(ulong id)
    {
        if (!_nodes.Remove(id, out int node)) return false;
        _isRemoved[node] = true;
        return true;
    }

    /// <summary>Finds the most similar vectors, nearly always. Allocates nothing in steady state.</summary>
    /// <param name="query">What they shall resemble.</param>
    /// <param name="into">Where they go, nearest first; its length is how many are wanted.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="ArgumentException">The query has another length.</exception>
    public int Search(ReadOnlySpan<float> query, Span<Neighbour> into)
    {
        if (query.Length != _options.Dimensions) throw new ArgumentException("Has another length.", nameof(query));
        if (_entry < 0 || into.IsEmpty) return 0;
        int near = _entry;
        for (int layer = _topLayer; layer > 0; layer--) near = Descend(query, near, layer);
        SearchLayer(query, near, 0, Math.Max(_options.SearchWidth, into.Length));
        var page = new NeighbourPage(into);
        foreach ((int node, float similarity) in _found.UnorderedItems)
            if (!_isRemoved[node]) page.Add(new Neighbour(_ids[node], similarity));
        return page.Sort();
    }

    /// <summary>Builds the graph anew without what was removed. As long as putting them all.</summary>
    public void Compact()
    {
        int former = _nodeCount;
        (_nodeCount, _entry, _topLayer) = (0, -1, -1);
        _nodes.Clear();
        for (int node = 0; node < former; node++)
        {
            bool isRemoved = _isRemoved[node];
            _isRemoved[node] = false;
            _links[node] = null;
            if (!isRemoved) Put(_ids[node], Vector(node));
        }
    }

    /// <summary>Checks the invariants of the type's documentation. O(links).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int node = 0; node < _nodeCount; node++)
        {
            bool isHome = _nodes.TryGetValue(_ids[node], out int home) && home == node;
            Require(isHome != _isRemoved[node], "1: a node is live or removed");
            for (int layer = 0; layer <= TopOf(node); layer++)
            {
                Require(LinksOf(node, layer).Length <= MostLinks(layer), "2: a node has too many links");
                foreach (int other in LinksOf(node, layer))
                    Require(other != node && other < _nodeCount && TopOf(other) >= layer, "3: a link leads nowhere");
            }
        }
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException(invariant);
    }

    // Geometric, with the factor 1 / ln Links of the paper.
    private int LayerOf(ulong id)
    {
        double uniform = ((TextHash.Mix(id ^ TextHash.Mix(_options.Seed)) >> 11) + 1) * (1.0 / (1UL << 53));
        return (int)Math.Min(MaxLayer, -Math.Log(uniform) / Math.Log(_options.Links));
    }

    private Span<float> Vector(int node) => _values.AsSpan(node * _options.Dimensions, _options.Dimensions);
}
