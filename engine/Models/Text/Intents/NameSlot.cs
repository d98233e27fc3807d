namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// Finds names of a live list in texts: films, people, services. A name is found by its words in order, with slips of
/// the pen forgiven and its rarer words counting more, so that a part of it is enough when no other name has it.
/// <code>
/// words   "lanternhouse" ─► (name 1, word 0), (name 2, word 0)     which names have a word, and where
/// names   key, text, its words and what each weighs
/// </code>
/// </summary>
/// <remarks>
/// Immutable once made, thread-safe. Looking costs O(tokens · different words), for each token that is no word of a
/// name is compared with those that are as long.
/// </remarks>
public sealed class NameSlot : ISlotRecognizer
{
    /// <summary>How much of a name must be there: a word that no other name has, of two.</summary>
    private const double LeastCoverage = 0.4;

    /// <summary>What a function word or a word of the grammar weighs beside others.</summary>
    private const double CommonWeight = 0.15;

    /// <summary>Candidates this near to the best may be meant as well.</summary>
    private const double Near = 0.97;

    /// <summary>Names that may be meant at once; a part that more have says nothing.</summary>
    private const int MaxCandidates = 8;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<(int Entry, int Word)>> _places = new(StringComparer.Ordinal);
    private readonly List<string>[] _wordsByLength;
    private readonly IReadOnlySet<string> _common;

    /// <summary>Makes one.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="names">The names with their keys; a key may have several.</param>
    /// <param name="common">Words that mean something else as a rule: the grammar's.</param>
    public NameSlot(string slot, IEnumerable<KeyValuePair<string, string>> names, IReadOnlySet<string> common)
    {
        ArgumentNullException.ThrowIfNull(names);
        Slot = slot;
        _common = common;
        foreach ((string key, string name) in names) Add(key, name);
        foreach (Entry entry in _entries) Weigh(entry);
        int longest = _places.Count == 0 ? 0 : _places.Keys.Max(static word => word.Length);
        _wordsByLength = new List<string>[longest + 1];
        for (int i = 0; i <= longest; i++) _wordsByLength[i] = [];
        foreach (string word in _places.Keys.Order(StringComparer.Ordinal)) _wordsByLength[word.Length].Add(word);
    }

    /// <inheritdoc/>
    public string Slot { get; }

    /// <inheritdoc/>
    public IReadOnlySet<string> Vocabulary { get; } = new HashSet<string>();

    /// <inheritdoc/>
    public bool IsOfNames => true;

    /// <summary>Names it knows.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public void Recognize(SlotScan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        foreach (SlotMatch match in Find(scan)) scan.Add(match);
    }

    /// <summary>What is found, best first; matches may share tokens.</summary>
    internal IReadOnlyList<SlotMatch> Find(SlotScan scan)
    {
        var hits = new Dictionary<int, List<Hit>>();
        for (int i = 0; i < scan.Count; i++)
            if (scan.IsFree(i)) Collect(scan[i], i, hits);
        var found = new List<(int Entry, ulong Tokens, double Score, double Weight)>();
        foreach ((int entry, List<Hit> places) in hits) Chains(entry, places, scan, found);
        found.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Entry.CompareTo(b.Entry));
        var matches = new List<SlotMatch>();
        ulong taken = 0;
        foreach ((int entry, ulong tokens, double score, double weight) in found)
        {
            if ((tokens & taken) != 0) continue;
            taken |= tokens;
            NameCandidate[] names = [.. found
                .Where(other => (other.Tokens & tokens) != 0 && other.Weight >= weight * Near)
                .Select(other => (Entry: _entries[other.Entry], other.Score))
                .DistinctBy(static other => other.Entry.Key)
                .Select(static other => new NameCandidate(other.Entry.Key, other.Entry.Name, other.Score))];
            if (names.Length > MaxCandidates) continue;
            matches.Add(new SlotMatch { Slot = Slot, Tokens = tokens, Score = Math.Min(1, score), Names = names });
        }

        return matches;
    }

    private void Add(string key, string name)
    {
        IReadOnlyList<string> words = TextTokenizer.Words(name);
        if (words.Count is 0 or > 16) return;
        int entry = _entries.Count;
        _entries.Add(new Entry(key, name, [.. words], new double[words.Count]));
        for (int i = 0; i < words.Count; i++)
        {
            if (!_places.TryGetValue(words[i], out List<(int, int)>? places)) _places.Add(words[i], places = []);
            places.Add((entry, i));
        }
    }

    private void Weigh(Entry entry)
    {
        for (int i = 0; i < entry.Words.Length; i++)
        {
            string word = entry.Words[i];
            int holders = _places[word].Select(place => _entries[place.Entry].Key).Distinct().Count();
            double weight = Math.Log(1 + (Math.Max(8.0, _entries.Count) / holders));
            bool isCommon = StopWords.Contains(word) || _common.Contains(word);
            entry.Weights[i] = isCommon ? weight * CommonWeight : word.Length < 2 ? weight * 0.4 : weight;
        }
    }

    private void Collect(string token, int at, Dictionary<int, List<Hit>> hits)
    {
        if (_places.ContainsKey(token)) CollectWord(token, at, 1, hits);
        int most = EditDistance.Tolerance(token.Length);
        if (most == 0 || _places.ContainsKey(token) || StopWords.Contains(token) || _common.Contains(token)) return;
        int longest = Math.Min(token.Length + most, _wordsByLength.Length - 1);
        for (int length = token.Length - most; length <= longest; length++)
        {
            foreach (string word in _wordsByLength[length])
            {
                int slips = EditDistance.Within(token, word, Math.Min(most, EditDistance.Tolerance(word.Length)));
                if (slips <= most && EditDistance.Tolerance(word.Length) >= slips)
                    CollectWord(word, at, 1 - (0.12 * slips), hits);
            }
        }
    }

    private void CollectWord(string word, int at, double quality, Dictionary<int, List<Hit>> hits)
    {
        foreach ((int entry, int index) in _places[word])
        {
            if (!hits.TryGetValue(entry, out List<Hit>? places)) hits.Add(entry, places = []);
            places.Add(new Hit(at, index, quality));
        }
    }

    /// <summary>The best run of a name's words in the text, from each place it may begin at.</summary>
    private void Chains(
        int index, List<Hit> hits, SlotScan scan, List<(int Entry, ulong Tokens, double Score, double Weight)> found)
    {
        Entry entry = _entries[index];
        double whole = entry.Weights.Sum();
        for (int start = 0; start < hits.Count; start++)
        {
            ulong tokens = 0;
            double sum = 0, rare = 0;
            (int at, int word) = (hits[start].Token, -1);
            for (int i = start; i < hits.Count; i++)
            {
                Hit hit = hits[i];
                bool follows = tokens == 0 || (hit.Token > at && hit.Word > word && IsBridged(scan, at, hit.Token));
                if (!follows) continue;
                double weight = entry.Weights[hit.Word] * hit.Quality;
                sum += weight;
                bool isOwn = !StopWords.Contains(entry.Words[hit.Word]) && !_common.Contains(entry.Words[hit.Word]);
                if (isOwn) rare += weight;
                tokens |= 1UL << hit.Token;
                (at, word) = (hit.Token, hit.Word);
            }

            double coverage = sum / whole;
            bool isEnough = coverage >= (rare > 0 ? LeastCoverage : 0.85);
            if (isEnough) found.Add((index, tokens, coverage, sum * coverage));
        }
    }

    /// <summary>Whether only function words stand between two tokens, and at most two.</summary>
    private static bool IsBridged(SlotScan scan, int from, int to)
    {
        if (to - from > 3) return false;
        for (int i = from + 1; i < to; i++)
            if (!StopWords.Contains(scan[i])) return false;
        return true;
    }

    private sealed record Entry(string Key, string Name, string[] Words, double[] Weights);

    private readonly record struct Hit(int Token, int Word, double Quality);
}
