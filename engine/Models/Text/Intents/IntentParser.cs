namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// Understands what a text asks, by grammar and synonyms: values of slots are found first (names from live lists,
/// times,
/// amounts), slips of the pen corrected against the words it knows, then phrases speak for intents and the sum decides.
/// Says how sure it is and what it did not understand.
/// <code>
/// text ─► tokens ─► names ─► corrected words ─► times, amounts, counts ─► phrases ─► intent, slots, leftovers
/// </code>
/// A shallow semantic grammar in the manner of Phoenix (Ward 1991): slots and phrases are found wherever they stand, so
/// that word order and filler do not matter.
/// </summary>
/// <remarks>
/// Thread-safe and deterministic. Looks at the first <see cref="SlotScan.MaxTokens"/> tokens; O(tokens · (phrases +
/// words
/// of names)).
/// </remarks>
public sealed class IntentParser
{
    /// <summary>What speaks for nothing in particular: an intent must be stronger to be believed.</summary>
    private const double Doubt = 0.5;

    private readonly IntentGrammar _grammar;
    private readonly IReadOnlyList<ISlotRecognizer> _recognizers;
    private readonly HashSet<string> _known;
    private readonly string[] _knownInOrder;

    /// <summary>Makes one.</summary>
    /// <param name="grammar">What may be asked; not changed any more.</param>
    /// <param name="recognizers">Finds values; those that are not of names in the order they are asked.</param>
    public IntentParser(IntentGrammar grammar, IReadOnlyList<ISlotRecognizer> recognizers)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        ArgumentNullException.ThrowIfNull(recognizers);
        _grammar = grammar;
        _recognizers = recognizers;
        _known = new HashSet<string>(grammar.Vocabulary, StringComparer.Ordinal);
        foreach (ISlotRecognizer recognizer in recognizers) _known.UnionWith(recognizer.Vocabulary);
        _knownInOrder = [.. _known.Order(StringComparer.Ordinal)];
    }

    /// <summary>Understands a text.</summary>
    /// <param name="text">The text; of any length, only its beginning counts.</param>
    /// <param name="nowMs">When it was said, milliseconds since 1970.</param>
    public IntentResult Parse(string text, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(text);
        IReadOnlyList<TextToken> tokens = TextTokenizer.Tokenize(text, SlotScan.MaxTokens + 1);
        bool isCut = tokens.Count > SlotScan.MaxTokens;
        if (isCut) tokens = [.. tokens.Take(SlotScan.MaxTokens)];
        var scan = new SlotScan(tokens, nowMs);
        FindNames(scan);
        Correct(scan);
        foreach (ISlotRecognizer recognizer in _recognizers)
            if (!recognizer.IsOfNames) recognizer.Recognize(scan);
        return Decide(text, tokens, scan) with { IsCut = isCut };
    }

    /// <summary>Of names that share words the one that explains more is meant.</summary>
    private void FindNames(SlotScan scan)
    {
        var found = new List<SlotMatch>();
        foreach (ISlotRecognizer recognizer in _recognizers)
        {
            if (recognizer is NameSlot names) found.AddRange(names.Find(scan));
            else if (recognizer.IsOfNames) recognizer.Recognize(scan);
        }

        foreach (SlotMatch match in found.OrderByDescending(static m => SlotScan.CountOf(m.Tokens) * m.Score))
            scan.Add(match);
    }

    private void Correct(SlotScan scan)
    {
        for (int i = 0; i < scan.Count; i++)
        {
            string word = scan[i];
            bool isFine = char.IsAsciiDigit(word[0]) || _known.Contains(word) || StopWords.Contains(word);
            if (scan.IsFree(i) && !isFine && Nearest(word) is { } meant) scan.Correct(i, meant);
        }
    }

    /// <summary>The one known word within tolerance that is nearest; none when two are.</summary>
    private string? Nearest(string word)
    {
        int most = EditDistance.Tolerance(word.Length), best = most + 1;
        string? meant = null;
        foreach (string known in _knownInOrder)
        {
            if (most == 0 || known.Length < 4 || Math.Abs(known.Length - word.Length) > most) continue;
            int distance = EditDistance.Within(word, known, Math.Min(best, most));
            if (distance < best) (best, meant) = (distance, known);
            else if (distance == best && distance <= most && known[0] == word[0] && meant![0] != word[0]) meant = known;
        }

        return best <= most ? meant : null;
    }

    private IntentResult Decide(string text, IReadOnlyList<TextToken> tokens, SlotScan scan)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var cued = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (IntentCue cue in _grammar.Cues)
        {
            ulong at = cue.Find(scan);
            if (at == 0) continue;
            scores[cue.Intent] = scores.GetValueOrDefault(cue.Intent) + cue.Weight;
            cued[cue.Intent] = cued.GetValueOrDefault(cue.Intent) | at;
        }

        foreach ((string intent, string slot, double weight) in _grammar.Expected)
            if (scan.Matches.Any(match => match.Slot == slot))
                scores[intent] = scores.GetValueOrDefault(intent) + weight;
        RankedIntent[] ranked = [.. scores.Where(static score => score.Value > 0)
            .Select(static score => new RankedIntent(score.Key, score.Value))
            .OrderByDescending(static intent => intent.Score)
            .ThenBy(static intent => intent.Intent, StringComparer.Ordinal)];
        bool isKnown = ranked.Length > 0 && ranked[0].Score >= Doubt;
        ulong understood = scan.Taken | (isKnown ? cued.GetValueOrDefault(ranked[0].Intent) : 0);
        string[] leftovers = LeftoversOf(text, tokens, scan, understood);
        return new IntentResult
        {
            Intent = isKnown ? ranked[0].Intent : null,
            Confidence = isKnown ? ConfidenceOf(ranked, understood, leftovers.Length) : 0,
            Ranked = ranked,
            Slots = [.. scan.Matches],
            NotUnderstood = leftovers,
        };
    }

    private static double ConfidenceOf(RankedIntent[] ranked, ulong understood, int leftovers)
    {
        double second = ranked.Length > 1 ? ranked[1].Score : 0;
        double lead = ranked[0].Score / (ranked[0].Score + second + Doubt);
        double share = (1.0 + SlotScan.CountOf(understood)) / (1 + SlotScan.CountOf(understood) + leftovers);
        return Math.Min(1, lead * (0.4 + (0.6 * share)));
    }

    private string[] LeftoversOf(string text, IReadOnlyList<TextToken> tokens, SlotScan scan, ulong understood)
    {
        var words = new List<string>();
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isKnown = (understood & (1UL << i)) != 0 || _known.Contains(scan[i]) || StopWords.Contains(scan[i]);
            if (!isKnown) words.Add(text.Substring(tokens[i].Start, tokens[i].Length));
        }

        return [.. words];
    }
}
