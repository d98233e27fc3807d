using System.Text;

namespace Catalog.Engine.Models.Text;

/// <content>Completing.</content>
public sealed partial class CompletionModel
{
    /// <summary>
    /// Says how a text may go on. A word that is begun is ended; behind a space the next word comes.
    /// </summary>
    /// <param name="text">What there is; only its last sentence counts.</param>
    /// <param name="count">How many completions at most.</param>
    /// <param name="maxWords">Words of a completion at most.</param>
    /// <returns>The completions, best first; none when nothing is known.</returns>
    public IReadOnlyList<Completion> Complete(string text, int count = 3, int maxWords = 4)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWords, 1);
        IReadOnlyList<SentenceSpan> sentences = SentenceSplitter.Split(text);
        bool isEnded = sentences.Count == 0 || text.TrimEnd() is [.., '.' or '!' or '?' or '…'];
        string last = isEnded ? "" : text[sentences[^1].Start..];
        List<string> words = WordsOf(last, out bool isBegun);
        string begun = isBegun ? words[^1] : "";
        if (isBegun) words.RemoveAt(words.Count - 1);
        Dictionary<int, double> scores = ScoresOf(words, begun, count);
        var completions = new List<Completion>(scores.Count);
        foreach ((int word, double score) in scores)
            completions.Add(new Completion(TextOf(words, begun, word, maxWords), score));
        completions.Sort(static (a, b) =>
            b.Score != a.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Text, b.Text));
        if (completions.Count > count) completions.RemoveRange(count, completions.Count - count);
        return completions;
    }

    /// <summary>Every candidate's score in the longest context that knows it; stops when there are enough.</summary>
    private Dictionary<int, double> ScoresOf(List<string> words, string begun, int count)
    {
        var scores = new Dictionary<int, double>();
        double worth = 1;
        for (int size = Math.Min(words.Count, _options.Order - 1); size >= 0; size--)
        {
            int context = Find(words, size);
            if (context >= 0)
            {
                for (int node = _firstChild[context]; node >= 0; node = _sibling[node])
                {
                    string word = _words[_word[node]];
                    bool fits = word.Length > begun.Length && word.StartsWith(begun, StringComparison.Ordinal);
                    if (fits) scores.TryAdd(_word[node], worth * _count[node] / _count[context]);
                }
            }

            if (scores.Count >= count) break;
            worth *= _options.BackOff;
        }

        return scores;
    }

    private string TextOf(List<string> words, string begun, int word, int maxWords)
    {
        var text = new StringBuilder(_words[word], begun.Length, _words[word].Length - begun.Length, 64);
        var sequence = new List<string>(words) { _words[word] };
        for (int i = 1; i < maxWords; i++)
        {
            int next = MostLikely(sequence);
            if (next < 0) break;
            text.Append(' ').Append(_words[next]);
            sequence.Add(_words[next]);
        }

        return text.ToString();
    }

    /// <summary>The word that follows in the longest known context, if it is likely enough; else −1.</summary>
    private int MostLikely(List<string> words)
    {
        for (int size = Math.Min(words.Count, _options.Order - 1); size >= 1; size--)
        {
            int context = Find(words, size);
            if (context < 0 || _firstChild[context] < 0) continue;
            int best = _firstChild[context];
            for (int node = best; node >= 0; node = _sibling[node])
            {
                bool isLess = _count[node] < _count[best];
                if (!isLess && (_count[node] > _count[best] || _word[node] < _word[best])) best = node;
            }

            return _count[best] >= _options.GoOnAt * _count[context] ? _word[best] : -1;
        }

        return -1;
    }

    /// <summary>The node of the last words, or −1.</summary>
    private int Find(List<string> words, int size)
    {
        int node = Root;
        for (int i = words.Count - size; i < words.Count; i++)
        {
            if (!_wordIds.TryGetValue(words[i], out int word)) return -1;
            if (!_children.TryGetValue(((long)node << 32) | (uint)word, out node)) return -1;
        }

        return node;
    }

    /// <summary>A text's words in lower case, and whether the last is still being typed.</summary>
    private static List<string> WordsOf(string text, out bool isBegun)
    {
        var words = new List<string>();
        int end = 0;
        foreach (TextToken token in TextTokenizer.Tokenize(text))
        {
            words.Add(text.Substring(token.Start, token.Length).ToLowerInvariant());
            end = token.End;
        }

        isBegun = words.Count > 0 && end == text.Length;
        return words;
    }
}
