namespace Catalog.Engine.Models.Text;

/// <summary>
/// Folds text for searching and ordering: lower case, Latin letters without their marks, combining marks dropped,
/// ligatures spelt out. Deterministic, whatever culture the machine has. Thread-safe.
/// </summary>
/// <remarks>The tables are the first letters of the canonical decompositions of Unicode 15.</remarks>
internal static class TextFolding
{
    private const char FirstLatin = '\u00C0';
    private const char LastLatin = '\u024F';
    private const char FirstAdditional = '\u1E00';
    private const char LastAdditional = '\u1EFF';
    private const char FirstCombining = '\u0300';
    private const char LastCombining = '\u036F';

    // U+00C0 to U+024F; a dot stays as it is.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll" +
        "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "................................oo.............uu..............." +
        ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...." +
        "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    // U+1E00 to U+1EFF, Vietnamese among them.
    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Folds a text. O(length).</summary>
    public static string Fold(string text)
    {
        // A ligature becomes two letters, nothing becomes more.
        char[] folded = new char[2 * text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (c is >= FirstCombining and <= LastCombining) continue;
            (char first, char second) = Fold(c);
            folded[length++] = first;
            if (second != '\0') folded[length++] = second;
        }

        return new string(folded, 0, length);
    }

    /// <summary>The folded words of a search. O(length).</summary>
    public static string[] Words(string? search) =>
        Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a folded text contains every folded word. O(length × words).</summary>
    public static bool ContainsAll(string folded, string[] words)
    {
        foreach (string word in words)
        {
            if (!folded.Contains(word, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static (char First, char Second) Fold(char c)
    {
        // Lower case first: that also brings signs home that stand for letters, as that of the angstrom does.
        char lower = char.ToLowerInvariant(c);
        return lower switch
        {
            < FirstLatin => (lower, '\0'),
            'ß' or 'ẞ' => ('s', 's'),
            'æ' or 'Æ' => ('a', 'e'),
            'œ' or 'Œ' => ('o', 'e'),
            'þ' or 'Þ' => ('t', 'h'),
            'ĳ' or 'Ĳ' => ('i', 'j'),
            <= LastLatin => (Look(Latin[lower - FirstLatin], lower), '\0'),
            >= FirstAdditional and <= LastAdditional => (Look(Additional[lower - FirstAdditional], lower), '\0'),
            _ => (lower, '\0'),
        };
    }

    private static char Look(char entry, char c) => entry == '.' ? c : entry;
}
