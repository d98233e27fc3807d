namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// What may be asked: intents, the phrases that speak for each, and words that mean the same. Built once, then only
/// read.
/// <para>
/// A phrase is words in order, separated by spaces. A word may have alternatives (<c>cost|price</c>); <c>@film</c>
/// stands
/// for a class of synonyms, <c>{when}</c> for a value of a slot; a mark behind it makes it optional (<c>much?</c>);
/// <c>...</c> lets up to four words pass. A phrase matches anywhere in a text.
/// </para>
/// </summary>
/// <remarks>Not thread-safe while it is built, thread-safe afterwards.</remarks>
public sealed class IntentGrammar
{
    private readonly Dictionary<string, string[]> _synonyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);
    private readonly List<IntentCue> _cues = [];
    private readonly List<(string Intent, string Slot, double Weight)> _expected = [];

    /// <summary>Every word of every phrase and class.</summary>
    public IReadOnlySet<string> Vocabulary => _vocabulary;

    internal IReadOnlyList<IntentCue> Cues => _cues;

    internal IReadOnlyList<(string Intent, string Slot, double Weight)> Expected => _expected;

    /// <summary>Names a class of words that mean the same, for <c>@name</c>.</summary>
    /// <param name="name">The class.</param>
    /// <param name="words">The words, separated by spaces.</param>
    /// <exception cref="ArgumentException">There is such a class already.</exception>
    public IntentGrammar Synonyms(string name, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string[] all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _synonyms.Add(name, all);
        _vocabulary.UnionWith(all);
        return this;
    }

    /// <summary>Adds phrases that speak for an intent, or against it.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="weight">How strongly each does.</param>
    /// <param name="phrases">The phrases.</param>
    /// <exception cref="ArgumentException">A phrase is empty, or names a class that is not there.</exception>
    public IntentGrammar Cue(string intent, double weight, params string[] phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (string phrase in phrases) _cues.Add(new IntentCue(intent, weight, ElementsOf(phrase)));
        return this;
    }

    /// <summary>A value of a slot speaks for an intent, or against it.</summary>
    public IntentGrammar Expect(string intent, string slot, double weight)
    {
        _expected.Add((intent, slot, weight));
        return this;
    }

    private CueElement[] ElementsOf(string phrase)
    {
        var elements = new List<CueElement>();
        int gap = 0;
        foreach (string part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "...")
            {
                gap = CueElement.MaxGap;
                continue;
            }

            bool isOptional = part.EndsWith('?');
            string text = isOptional ? part[..^1] : part;
            string? slot = text is ['{', .., '}'] ? text[1..^1] : null;
            elements.Add(new CueElement(slot is null ? WordsOf(text) : [], slot, isOptional, gap));
            gap = 0;
        }

        if (elements.Count == 0 || elements.TrueForAll(static element => element.IsOptional))
            throw new ArgumentException("The phrase is empty.", nameof(phrase));
        return [.. elements];
    }

    private HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in text.Split('|'))
        {
            if (!word.StartsWith('@')) words.Add(word);
            else if (_synonyms.TryGetValue(word[1..], out string[]? all)) words.UnionWith(all);
            else throw new ArgumentException($"There is no class {word}.", nameof(text));
        }

        _vocabulary.UnionWith(words);
        return words;
    }
}
