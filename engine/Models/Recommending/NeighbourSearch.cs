namespace Catalog.Engine.Models.Recommending;

/// <summary>
/// Finds the neighbours of every item: item by item, over the users who took it and what else they took.
/// </summary>
internal sealed class NeighbourSearch
{
    private readonly Interactions _interactions;
    private readonly NeighbourOptions _options;

    // Entries that count, with their weights; and for each item, which entries are its.
    private readonly int[] _userStarts;
    private readonly int[] _entryItems;
    private readonly float[] _entryWeights;
    private readonly int[] _itemStarts;
    private readonly int[] _itemUsers;
    private readonly float[] _itemWeights;
    private readonly double[] _norms;

    public NeighbourSearch(Interactions interactions, NeighbourOptions options)
    {
        (_interactions, _options) = (interactions, options);
        _userStarts = new int[interactions.UserCount + 1];
        for (int user = 0; user < interactions.UserCount; user++)
        {
            (int from, int to) = LastOf(user);
            _userStarts[user + 1] = _userStarts[user] + to - from;
        }

        int count = _userStarts[^1];
        _entryItems = new int[count];
        _entryWeights = new float[count];
        _itemStarts = new int[interactions.ItemCount + 1];
        _itemUsers = new int[count];
        _itemWeights = new float[count];
        _norms = new double[interactions.ItemCount];
        CopyEntries();
        if (options.IsWeighted) Weigh();
        Invert();
    }

    public (int[] Starts, int[] Items, float[] Scores) Run()
    {
        int itemCount = _interactions.ItemCount;
        int[] starts = new int[itemCount + 1];
        var items = new List<int>();
        var scores = new List<float>();
        float[] sums = new float[itemCount];
        int[] common = new int[itemCount];
        var best = new ScoredItem[Math.Min(_options.Neighbours, itemCount)];
        for (int item = 0; item < itemCount; item++)
        {
            SumOver(item, sums, common);
            int found = TakeBest(sums, best);
            for (int i = 0; i < found; i++)
            {
                items.Add(best[i].Item);
                scores.Add(best[i].Score);
            }

            starts[item + 1] = items.Count;
            Array.Clear(sums);
            Array.Clear(common);
        }

        return (starts, [.. items], [.. scores]);
    }

    /// <summary>The items with the greatest positive scores, the best first. O(items × best) at worst.</summary>
    public static int TakeBest(ReadOnlySpan<float> scores, Span<ScoredItem> into)
    {
        int count = 0;
        for (int item = 0; item < scores.Length && into.Length > 0; item++)
        {
            float score = scores[item];
            if (!(score > 0) || (count == into.Length && score <= into[^1].Score)) continue;
            int at = count < into.Length ? count++ : count - 1;
            for (; at > 0 && into[at - 1].Score < score; at--) into[at] = into[at - 1];
            into[at] = new ScoredItem(item, score);
        }

        return count;
    }

    private (int From, int To) LastOf(int user)
    {
        (int from, int to) = _interactions.StretchOf(user);
        return (Math.Max(from, to - _options.MaxItemsOfUser), to);
    }

    private void CopyEntries()
    {
        for (int user = 0; user < _interactions.UserCount; user++)
        {
            (int from, int to) = LastOf(user);
            for (int entry = from; entry < to; entry++)
            {
                int at = _userStarts[user] + entry - from;
                _entryItems[at] = _interactions.ItemAt(entry);
                _entryWeights[at] = _interactions.WeightAt(entry);
            }
        }
    }

    // A user is a document, an item a word of it: rare items say more, busy users less.
    private void Weigh()
    {
        int users = _interactions.UserCount;
        int[] takers = new int[_interactions.ItemCount];
        foreach (int item in _entryItems) takers[item]++;
        double usual = Math.Max(1, _entryItems.Length / (double)Math.Max(1, users));
        double k = _options.Saturation, b = _options.LengthShare;
        for (int user = 0; user < users; user++)
        {
            int length = _userStarts[user + 1] - _userStarts[user];
            double norm = k * (1 - b + (b * length / usual));
            for (int at = _userStarts[user]; at < _userStarts[user + 1]; at++)
            {
                double known = takers[_entryItems[at]] + 0.5;
                double rarity = Math.Log(1 + ((users - known + 1) / known));
                double weight = _entryWeights[at];
                _entryWeights[at] = (float)(Math.Sqrt(rarity) * weight * (k + 1) / (weight + norm));
            }
        }
    }

    private void Invert()
    {
        foreach (int item in _entryItems) _itemStarts[item + 1]++;
        for (int item = 0; item < _norms.Length; item++) _itemStarts[item + 1] += _itemStarts[item];
        int[] next = _itemStarts[..^1];
        for (int user = 0; user + 1 < _userStarts.Length; user++)
        {
            for (int at = _userStarts[user]; at < _userStarts[user + 1]; at++)
            {
                int item = _entryItems[at], slot = next[item]++;
                _itemUsers[slot] = user;
                _itemWeights[slot] = _entryWeights[at];
                _norms[item] += (double)_entryWeights[at] * _entryWeights[at];
            }
        }

        for (int item = 0; item < _norms.Length; item++) _norms[item] = Math.Sqrt(_norms[item]);
    }

    private void SumOver(int item, float[] sums, int[] common)
    {
        for (int slot = _itemStarts[item]; slot < _itemStarts[item + 1]; slot++)
        {
            int user = _itemUsers[slot];
            float weight = _itemWeights[slot];
            for (int at = _userStarts[user]; at < _userStarts[user + 1]; at++)
            {
                sums[_entryItems[at]] += weight * _entryWeights[at];
                common[_entryItems[at]]++;
            }
        }

        for (int other = 0; other < sums.Length; other++)
        {
            if (common[other] == 0) continue;
            double doubt = common[other] / (common[other] + _options.Shrink);
            sums[other] = (float)(sums[other] / (_norms[item] * _norms[other]) * doubt);
        }

        sums[item] = 0;
    }
}
