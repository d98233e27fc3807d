namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Patterns of <c>KEYS</c>, <c>SCAN</c> and <c>ZSCAN</c>: <c>*</c>, <c>?</c>, <c>[a-c]</c>, <c>[^a]</c>, and a
/// backslash before a byte that is meant itself. Source: Redis's <c>stringmatchlen</c>.
/// </summary>
public static class GlobPattern
{
    /// <summary>
    /// Whether <paramref name="text"/> fits. O(pattern × text): of several stars only the last one is tried anew.
    /// Allocates nothing.
    /// </summary>
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        int p = 0, t = 0, star = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = ++p;
                retry = t;
                continue;
            }

            int next = p;
            if (p < pattern.Length && MatchesOne(pattern, ref next, text[t]))
            {
                p = next;
                t++;
                continue;
            }

            if (star < 0) return false;
            p = star;
            t = ++retry;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool MatchesOne(ReadOnlySpan<byte> pattern, ref int at, byte one)
    {
        byte wanted = pattern[at++];
        if (wanted == '?') return true;
        if (wanted == '[') return MatchesClass(pattern, ref at, one);
        if (wanted == '\\' && at < pattern.Length) wanted = pattern[at++];
        return wanted == one;
    }

    /// <summary>A class that is not closed ends with the pattern.</summary>
    private static bool MatchesClass(ReadOnlySpan<byte> pattern, ref int at, byte one)
    {
        bool isNegated = at < pattern.Length && pattern[at] == '^';
        if (isNegated) at++;
        bool isIn = false;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '\\' && at + 1 < pattern.Length) at++;
            byte low = pattern[at++];
            byte high = low;
            if (at + 1 < pattern.Length && pattern[at] == '-')
            {
                high = pattern[at + 1];
                at += 2;
            }

            isIn |= one >= Math.Min(low, high) && one <= Math.Max(low, high);
        }

        if (at < pattern.Length) at++;
        return isIn != isNegated;
    }
}
