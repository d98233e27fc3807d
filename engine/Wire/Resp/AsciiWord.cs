namespace Catalog.Engine.Wire.Resp;

/// <summary>Compares words of a protocol whose letters may be of either case.</summary>
internal static class AsciiWord
{
    /// <summary>
    /// Whether <paramref name="text"/> is <paramref name="word"/>, which is in lower case. O(length).
    /// </summary>
    internal static bool Same(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        if (text.Length != word.Length) return false;
        for (int i = 0; i < word.Length; i++)
        {
            byte one = text[i];
            if (one is >= (byte)'A' and <= (byte)'Z') one |= 0x20;
            if (one != word[i]) return false;
        }

        return true;
    }
}
