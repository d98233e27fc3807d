namespace Catalog.Engine.Models.Text;

/// <summary>
/// Hashes that are the same on every machine and in every run: FNV-1a over UTF-16, finished by SplitMix64 (Steele, Lea
/// and Flood 2014).
/// </summary>
internal static class TextHash
{
    /// <summary>Where FNV-1a begins.</summary>
    public const ulong Start = 0xCBF29CE484222325UL;

    private const ulong Prime = 0x100000001B3UL;

    /// <summary>Goes on with one character. O(1).</summary>
    public static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    /// <summary>Goes on with a text. O(length).</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text) hash = Add(hash, c);
        return hash;
    }

    /// <summary>Spreads a number over all 64 bits; a bijection.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
