namespace Catalog.Engine.Models.Text;

/// <summary>
/// Cuts a text into words, numbers and the signs of currencies. Words are runs of letters and digits; an apostrophe in
/// a word is dropped (<c>keeper's</c> is <c>keepers</c>); a point, comma, colon or hyphen between two digits belongs
/// to the number (<c>18:30</c>, <c>12.50</c>, <c>2030-12-31</c>). Deterministic, whatever culture the machine has.
/// </summary>
/// <remarks>Thread-safe. Works in UTF-16; letters outside the basic plane are treated as signs.</remarks>
public static class TextTokenizer
{
    /// <summary>Cuts a text. O(length), allocates the tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxTokens">What follows that many tokens is not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    public static IReadOnlyList<TextToken> Tokenize(string text, int maxTokens = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        var tokens = new List<TextToken>();
        for (int at = 0; at < text.Length && tokens.Count < maxTokens;)
        {
            int end = EndOf(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            string word = Clean(text.AsSpan(at, end - at));
            if (word.Length > 0) tokens.Add(new TextToken(at, end - at, word));
            at = end;
        }

        return tokens;
    }

    /// <summary>The words of a text, without where they stand. O(length), allocates them.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        IReadOnlyList<TextToken> tokens = Tokenize(text);
        string[] words = new string[tokens.Count];
        for (int i = 0; i < words.Length; i++) words[i] = tokens[i].Text;
        return words;
    }

    /// <summary>The end of the token that begins at a place; the place itself when none does.</summary>
    private static int EndOf(string text, int at)
    {
        char first = text[at];
        if (IsCurrency(first)) return at + 1;
        int end = at;
        while (end < text.Length && (IsOfWord(text[end]) || Joins(text, end, at))) end++;
        return end;
    }

    /// <summary>Whether a sign inside a token holds its two sides together.</summary>
    private static bool Joins(string text, int at, int start)
    {
        if (at == start || at + 1 >= text.Length) return false;
        char before = text[at - 1], after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' or ':' or '-' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }

    private static bool IsCurrency(char c) => c is '€' or '$' or '£';

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F';

    private static string Clean(ReadOnlySpan<char> word)
    {
        string folded = TextFolding.Fold(word.ToString());
        return folded.AsSpan().IndexOfAny('\'', '’', 'ʼ') < 0
            ? folded
            : folded.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)
                .Replace("ʼ", "", StringComparison.Ordinal);
    }
}
