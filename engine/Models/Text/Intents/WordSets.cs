namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Sets of words, and numbers that are words.</summary>
internal static class WordSets
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20,
    };

    /// <summary>The words that are numbers.</summary>
    public static IEnumerable<string> NumberWords => Numbers.Keys;

    /// <summary>Signs and names of currencies.</summary>
    public static IReadOnlySet<string> Currencies { get; } =
        Of("€ $ £ euro euros eur dollar dollars usd pound pounds gbp bucks quid");

    /// <summary>A set of words separated by spaces.</summary>
    public static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);

    /// <summary>Reads a whole number in digits or as a word, 0 to a million.</summary>
    public static bool TryReadNumber(string text, out int number)
    {
        if (Numbers.TryGetValue(text, out number)) return true;
        return int.TryParse(text, System.Globalization.NumberStyles.None, null, out number) && number <= 1_000_000;
    }
}
