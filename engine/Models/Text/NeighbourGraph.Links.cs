namespace Catalog.Engine.Models.Text;

/// <content>Links, and the walks along them.</content>
public sealed partial class NeighbourGraph
{
    private readonly int[] _marks;
    private readonly PriorityQueue<int, float> _open = new();
    private readonly PriorityQueue<int, float> _found = new();
    private readonly List<Neighbour> _candidates = [];
    private readonly List<int> _chosen = [];
    private int _mark;

    private int MostLinks(int layer) => layer == 0 ? 2 * _options.Links : _options.Links;

    /// <summary>Where a layer's block begins: its count, then its links.</summary>
    private int Block(int layer) =>
        layer == 0 ? 0 : 1 + (2 * _options.Links) + ((layer - 1) * (1 + _options.Links));

    private int TopOf(int node)
    {
        int rest = _links[node]!.Length - Block(1);
        return rest / (1 + _options.Links);
    }

    private ReadOnlySpan<int> LinksOf(int node, int layer)
    {
        int[] links = _links[node]!;
        int block = Block(layer);
        return links.AsSpan(block + 1, links[block]);
    }

    private void Connect(int node, int layer)
    {
        if (_entry < 0) return;
        ReadOnlySpan<float> vector = Vector(node);
        int near = _entry;
        for (int above = _topLayer; above > layer; above--) near = Descend(vector, near, above);
        for (int at = Math.Min(layer, _topLayer); at >= 0; at--)
        {
            SearchLayer(vector, near, at, _options.BuildWidth);
            _candidates.Clear();
            foreach ((int other, float similarity) in _found.UnorderedItems)
                _candidates.Add(new Neighbour((ulong)other, similarity));
            Choose(_options.Links);
            SetLinks(node, at);
            if (_chosen.Count > 0) near = _chosen[0];
            foreach (int other in LinksOf(node, at)) LinkBack(other, node, at);
        }
    }

    private void LinkBack(int from, int to, int layer)
    {
        int[] links = _links[from]!;
        int block = Block(layer);
        if (links[block] < MostLinks(layer))
        {
            links[block + 1 + links[block]++] = to;
            return;
        }

        ReadOnlySpan<float> vector = Vector(from);
        _candidates.Clear();
        _candidates.Add(new Neighbour((ulong)to, VectorMath.Dot(vector, Vector(to))));
        foreach (int other in LinksOf(from, layer))
            _candidates.Add(new Neighbour((ulong)other, VectorMath.Dot(vector, Vector(other))));
        Choose(MostLinks(layer));
        SetLinks(from, layer);
    }

    private void SetLinks(int node, int layer)
    {
        int[] links = _links[node]!;
        int block = Block(layer);
        links[block] = _chosen.Count;
        for (int i = 0; i < _chosen.Count; i++) links[block + 1 + i] = _chosen[i];
    }

    /// <summary>
    /// Of the candidates those that are nearer to the node than to any chosen before (algorithm 4 of the paper), then
    /// the nearest of the rest: links into every direction.
    /// </summary>
    private void Choose(int most)
    {
        _candidates.Sort();
        _chosen.Clear();
        for (int i = 0; i < _candidates.Count && _chosen.Count < most; i++)
        {
            int node = (int)_candidates[i].Id;
            bool isNew = true;
            foreach (int other in _chosen)
                isNew &= VectorMath.Dot(Vector(node), Vector(other)) < _candidates[i].Similarity;
            if (isNew) _chosen.Add(node);
        }

        for (int i = 0; i < _candidates.Count && _chosen.Count < most; i++)
        {
            int node = (int)_candidates[i].Id;
            if (!_chosen.Contains(node)) _chosen.Add(node);
        }
    }

    /// <summary>Walks to the nearest node of a layer that greed finds.</summary>
    private int Descend(ReadOnlySpan<float> query, int from, int layer)
    {
        float best = VectorMath.Dot(query, Vector(from));
        for (bool isMoving = true; isMoving;)
        {
            isMoving = false;
            foreach (int other in LinksOf(from, layer))
            {
                float similarity = VectorMath.Dot(query, Vector(other));
                if (similarity <= best) continue;
                (best, from, isMoving) = (similarity, other, true);
            }
        }

        return from;
    }

    /// <summary>Fills <c>_found</c> with the nearest nodes of a layer, the least near on top.</summary>
    private void SearchLayer(ReadOnlySpan<float> query, int from, int layer, int width)
    {
        if (++_mark == int.MaxValue)
        {
            Array.Clear(_marks);
            _mark = 1;
        }

        _open.Clear();
        _found.Clear();
        float similarity = VectorMath.Dot(query, Vector(from));
        _open.Enqueue(from, -similarity);
        _found.Enqueue(from, similarity);
        _marks[from] = _mark;
        while (_open.TryDequeue(out int node, out float distance))
        {
            _found.TryPeek(out _, out float worst);
            if (-distance < worst && _found.Count >= width) return;
            foreach (int other in LinksOf(node, layer)) Visit(query, other, width);
        }
    }

    private void Visit(ReadOnlySpan<float> query, int node, int width)
    {
        if (_marks[node] == _mark) return;
        _marks[node] = _mark;
        float similarity = VectorMath.Dot(query, Vector(node));
        _found.TryPeek(out _, out float worst);
        if (_found.Count >= width && similarity <= worst) return;
        _open.Enqueue(node, -similarity);
        _found.Enqueue(node, similarity);
        if (_found.Count > width) _found.Dequeue();
    }
}
