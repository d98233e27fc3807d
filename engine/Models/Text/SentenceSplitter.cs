namespace Catalog.Engine.Models.Text;

/// <summary>
/// Splits a text into sentences: after <c>. ! ? …</c> and their closing quotes and brackets when something follows that
/// may begin a sentence, and at empty lines and list marks. Usual abbreviations, initials and numbers with points do
/// not end one.
/// </summary>
/// <remarks>Thread-safe. O(length), allocates the list.</remarks>
public static class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(
        ("mr mrs ms dr prof st no vs etc eg ie e.g i.e approx inc ltd co jan feb mar apr jun jul aug sep sept oct " +
         "nov dec p.m a.m fig").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Splits a text; sentences come in order, do not overlap, and are trimmed and not empty.</summary>
    public static IReadOnlyList<SentenceSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<SentenceSpan>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int end = EndAt(text, start, i);
            if (end < 0) continue;
            Add(text, start, end, sentences);
            start = end;
            i = end - 1;
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>The sentence's end when it is at this character, or −1; it is behind the character.</summary>
    private static int EndAt(string text, int start, int at)
    {
        if (text[at] == '\n') return IsParagraph(text, at) ? at + 1 : -1;
        if (!IsStop(text[at])) return -1;
        int end = at + 1;
        while (end < text.Length && (IsStop(text[end]) || IsClosing(text[end]))) end++;
        if (end < text.Length && !char.IsWhiteSpace(text[end])) return -1;
        if (text[at] == '.' && IsAbbreviation(text, start, at)) return -1;
        int next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        bool begins = next == text.Length || !char.IsLower(text[next]);
        return begins ? end : -1;
    }

    private static bool IsParagraph(string text, int at)
    {
        int next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        return next >= text.Length || text[next] is '\n' or '-' or '*' or '•' or '#';
    }

    private static bool IsAbbreviation(string text, int start, int at)
    {
        int from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !IsOpening(text[from - 1])) from--;
        ReadOnlySpan<char> word = text.AsSpan(from, at - from);
        bool isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        return isInitial || Abbreviations.Contains(word.ToString());
    }

    private static void Add(string text, int start, int end, List<SentenceSpan> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new SentenceSpan(start, end - start));
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsClosing(char c) => c is '"' or '\'' or ')' or ']' or '”' or '’' or '»';

    private static bool IsOpening(char c) => c is '"' or '\'' or '(' or '[' or '“' or '‘' or '«';
}
