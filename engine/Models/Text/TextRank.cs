namespace Catalog.Engine.Models.Text;

/// <summary>
/// Extractive summaries: sentences recommend those they share words with, and the most recommended are picked
/// (TextRank, Mihalcea and Tarau 2004). Words are weighed by how rare they are among the sentences (as LexRank does,
/// Erkan and Radev 2004); sentences that repeat a picked one are passed over. No stemming, no training.
/// <code>
/// sentences ─► words without function words ─► cosine of idf weights = links ─► power method ─► best, in text order
/// </code>
/// </summary>
/// <remarks>
/// Deterministic and thread-safe. O(sentences² + rounds · sentences²) time, 4 · sentences² bytes while it runs.
/// </remarks>
public sealed class TextRank
{
    private readonly TextRankOptions _options;

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public TextRank(TextRankOptions? options = null)
    {
        _options = options ?? new TextRankOptions();
        _options.Check();
    }

    /// <summary>Summarises a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many sentences at most.</param>
    /// <returns>The sentences, as they stand in the text and in its order.</returns>
    public IReadOnlyList<string> Summarize(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<SentenceSpan> spans = SentenceSplitter.Split(text);
        string[] sentences = new string[spans.Count];
        for (int i = 0; i < sentences.Length; i++) sentences[i] = spans[i].In(text).ToString();
        IReadOnlyList<RankedSentence> picked = Pick(sentences, count);
        string[] summary = new string[picked.Count];
        for (int i = 0; i < summary.Length; i++) summary[i] = sentences[picked[i].Index];
        return summary;
    }

    /// <summary>Picks from sentences, or from other short texts: the messages of a conversation say.</summary>
    /// <param name="sentences">The sentences; only the first <see cref="TextRankOptions.MaxSentences"/> count.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>The picked ones, in the order given.</returns>
    public IReadOnlyList<RankedSentence> Pick(IReadOnlyList<string> sentences, int count)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int n = Math.Min(sentences.Count, _options.MaxSentences);
        if (n == 0 || count == 0) return [];
        float[] links = Links(sentences, n);
        double[] ranks = Rank(links, n);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Array.Sort(order, (a, b) => ranks[b] != ranks[a] ? ranks[b].CompareTo(ranks[a]) : a.CompareTo(b));
        var picked = new List<RankedSentence>(Math.Min(count, n));
        foreach (int index in order)
        {
            if (picked.Count == count) break;
            bool isSame = picked.Exists(other => links[(index * n) + other.Index] >= _options.SameAt);
            if (!isSame) picked.Add(new RankedSentence(index, ranks[index]));
        }

        picked.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return picked;
    }

    private static float[] Links(IReadOnlyList<string> sentences, int n)
    {
        Dictionary<string, List<int>> places = PlacesOf(sentences, n);
        float[] links = new float[n * n];
        double[] lengths = new double[n];
        foreach (List<int> holders in places.Values)
        {
            // A word of one sentence links nothing and still makes that sentence longer.
            float weight = (float)Math.Log(1 + (n / (double)holders.Count));
            foreach (int a in holders)
            {
                lengths[a] += weight * weight;
                foreach (int b in holders)
                    if (a != b) links[(a * n) + b] += weight * weight;
            }
        }

        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++)
                if (links[(a * n) + b] > 0) links[(a * n) + b] /= (float)Math.Sqrt(lengths[a] * lengths[b]);
        return links;
    }

    /// <summary>Which sentences hold each word, words in the order they first come.</summary>
    private static Dictionary<string, List<int>> PlacesOf(IReadOnlyList<string> sentences, int n)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < n; i++)
        {
            foreach (string word in TextTokenizer.Words(sentences[i]))
            {
                if (word.Length < 2 || StopWords.Contains(word)) continue;
                if (!places.TryGetValue(word, out List<int>? holders)) places.Add(word, holders = []);
                if (holders.Count == 0 || holders[^1] != i) holders.Add(i);
            }
        }

        return places;
    }

    private double[] Rank(float[] links, int n)
    {
        double[] sums = new double[n], ranks = new double[n], next = new double[n];
        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++) sums[a] += links[(a * n) + b];
        Array.Fill(ranks, 1.0 / n);
        for (int round = 0; round < _options.MaxRounds; round++)
        {
            double lost = 0;
            for (int a = 0; a < n; a++)
                if (sums[a] <= 0) lost += ranks[a];
            Array.Fill(next, (1 - _options.Damping + (_options.Damping * lost)) / n);
            for (int a = 0; a < n; a++)
            {
                if (sums[a] <= 0) continue;
                double share = _options.Damping * ranks[a] / sums[a];
                for (int b = 0; b < n; b++) next[b] += share * links[(a * n) + b];
            }

            double change = 0;
            for (int a = 0; a < n; a++) change += Math.Abs(next[a] - ranks[a]);
            (ranks, next) = (next, ranks);
            if (change < _options.Tolerance) break;
        }

        return ranks;
    }
}
