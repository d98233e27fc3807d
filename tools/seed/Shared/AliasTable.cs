namespace Catalog.Seed.Shared;

/// <summary>
/// Draws indices by weight in O(1): the alias method (Walker 1977) as Vose builds it (1991), in O(n). Immutable.
/// </summary>
internal sealed class AliasTable
{
    private readonly double[] _keeps;
    private readonly int[] _aliases;

    /// <summary>Makes a table; at least one weight is positive, none is negative.</summary>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights) sum += weight;
        if (!(sum > 0)) throw new ArgumentException("No weight is positive.", nameof(weights));
        _keeps = new double[weights.Length];
        _aliases = new int[weights.Length];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (int i = 0; i < weights.Length; i++)
        {
            _keeps[i] = weights[i] * weights.Length / sum;
            (_keeps[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int poor = small.Pop();
            int rich = large.Peek();
            _aliases[poor] = rich;
            _keeps[rich] -= 1 - _keeps[poor];
            if (_keeps[rich] < 1) small.Push(large.Pop());
        }

        // What is left is 1 but for rounding; a weight of nothing must not become something by it.
        foreach (int i in large) _keeps[i] = 1;
        foreach (int i in small) _keeps[i] = weights[i] > 0 ? 1 : 0;
    }

    /// <summary>Draws an index.</summary>
    public int Draw(Random random)
    {
        int i = random.Next(_keeps.Length);
        return random.NextDouble() < _keeps[i] ? i : _aliases[i];
    }
}
