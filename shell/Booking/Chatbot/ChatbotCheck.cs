using Catalog.Engine.Models.Text;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>Whether an answer says nothing that was not looked up.</summary>
internal static class ChatbotCheck
{
    /// <summary>Characters of an answer, at most.</summary>
    public const int MaxLength = 2_000;

    /// <summary>
    /// Whether every number, every name and every address in an answer stands in the facts or in the question. Names
    /// are
    /// words with a capital inside a sentence.
    /// </summary>
    public static bool IsGrounded(string answer, string facts, string question)
    {
        if (answer.Length is 0 or > MaxLength || HasAddress(answer)) return false;
        HashSet<string> factWords = [.. TextTokenizer.Words(facts)];

        // What only the question names may be said again ("no, not Dune"), but no number is true for being asked.
        HashSet<string> asked = [.. TextTokenizer.Words(question)];
        foreach (SentenceSpan sentence in SentenceSplitter.Split(answer))
        {
            string text = sentence.In(answer).ToString();
            bool isFirst = true;
            foreach (TextToken token in TextTokenizer.Tokenize(text))
            {
                bool isName = !isFirst && char.IsUpper(text[token.Start]) && token.Length > 1
                    && !StopWords.Contains(token.Text);
                bool isKnown = factWords.Contains(token.Text) || (!token.IsNumber && asked.Contains(token.Text));
                if ((token.IsNumber || isName) && !isKnown && !IsSameNumber(token, factWords)) return false;
                isFirst = false;
            }
        }

        return true;
    }

    private static bool HasAddress(string answer) =>
        answer.Contains("://", StringComparison.Ordinal) || answer.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || answer.Contains("](", StringComparison.Ordinal) || answer.Contains('@', StringComparison.Ordinal)
        || answer.Contains('<', StringComparison.Ordinal)
        || answer.Contains(".com", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a number is written otherwise in the facts: 12 for 12.00, 7pm is not 19:00.</summary>
    private static bool IsSameNumber(TextToken token, HashSet<string> facts) =>
        token.IsNumber && (facts.Contains(token.Text + ".00") || facts.Contains(token.Text.Replace(',', '.')));
}
