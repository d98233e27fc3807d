namespace Catalog.Engine.Tests.Models.Text;

/// <summary>
/// Texts of an invented language with known truth: documents on topics, paraphrases of them with words dropped,
/// swapped,
/// inflected and misspelt. The same seed makes the same texts.
/// </summary>
internal sealed class PlantedTexts(int seed)
{
    private static readonly string[] Onsets = [.. "b d f g k l m n p r s t v st tr".Split(' ')];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea"];
    private static readonly string[] Codas = ["", "n", "r", "l", "s", "nd", "rk", "m"];
    private static readonly string[] Endings = ["s", "ed", "ing", "er"];
    private static readonly string[] Common = ["the", "of", "and", "to", "with", "in", "for", "is"];

    private readonly Random _random = new(seed);

    /// <summary>Words of two or three syllables, all different.</summary>
    public string[] Words(int count)
    {
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            string word = "";
            int syllables = _random.Next(2, 4);
            for (int i = 0; i < syllables; i++) word += Pick(Onsets) + Pick(Vowels) + Pick(Codas);
            words.Add(word);
        }

        return [.. words];
    }

    /// <summary>A text of words drawn by Zipf's law, with function words between.</summary>
    public string Document(string[] words, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ =>
        _random.Next(3) == 0 ? Pick(Common) : words[Zipf(words.Length)]));

    /// <summary>A text of words that are all as common, with function words between.</summary>
    public string Filler(string[] words, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ =>
        _random.Next(3) == 0 ? Pick(Common) : Pick(words)));

    /// <summary>
    /// Says the same otherwise: a share of the words is kept, in another order, and of these a share has another ending
    /// or a slip of the pen.
    /// </summary>
    public string Paraphrase(string text, double kept, double altered)
    {
        List<string> words = [.. text.Split(' ').Where(_ => _random.NextDouble() < kept)];
        for (int i = words.Count - 1; i > 0; i--)
        {
            int other = _random.Next(i + 1);
            (words[i], words[other]) = (words[other], words[i]);
        }

        return string.Join(' ', words.Select(word =>
            word.Length < 5 || _random.NextDouble() >= altered ? word
            : _random.Next(2) == 0 ? word + Pick(Endings)
            : Misspelt(word)));
    }

    public string Misspelt(string word)
    {
        int at = _random.Next(1, word.Length - 1);
        return _random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, ((char)('a' + _random.Next(26))).ToString()),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    public T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    public string[] Five(IReadOnlyList<string> words) => [.. Enumerable.Range(0, 5).Select(_ => Pick(words))];

    public int Next(int below) => _random.Next(below);

    private int Zipf(int count) => (int)Math.Min(count - 1, Math.Exp(_random.NextDouble() * Math.Log(count + 1)) - 1);
}
