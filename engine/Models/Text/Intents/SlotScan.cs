using System.Numerics;

namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// A text on its way through the recognizers: its tokens, what is taken already, and what was found. Not thread-safe.
/// </summary>
public sealed class SlotScan
{
    /// <summary>Tokens that are looked at: a bit each.</summary>
    public const int MaxTokens = 64;

    private readonly string[] _texts;
    private readonly List<SlotMatch> _matches = [];

    internal SlotScan(IReadOnlyList<TextToken> tokens, long nowMs)
    {
        _texts = new string[tokens.Count];
        for (int i = 0; i < _texts.Length; i++) _texts[i] = tokens[i].Text;
        NowMs = nowMs;
    }

    /// <summary>How many tokens there are.</summary>
    public int Count => _texts.Length;

    /// <summary>When it was said, milliseconds since 1970.</summary>
    public long NowMs { get; }

    /// <summary>Which tokens belong to a slot already, a bit a token.</summary>
    public ulong Taken { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<SlotMatch> Matches => _matches;

    /// <summary>A token's text with slips of the pen corrected; empty outside the text.</summary>
    public string this[int index] => index >= 0 && index < _texts.Length ? _texts[index] : "";

    /// <summary>Whether a token is there and free.</summary>
    public bool IsFree(int index) => index >= 0 && index < _texts.Length && (Taken & (1UL << index)) == 0;

    /// <summary>Whether a token is there, free and has one of these texts.</summary>
    public bool Is(int index, IReadOnlySet<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return IsFree(index) && words.Contains(_texts[index]);
    }

    /// <summary>Whether a token is there, free and has this text.</summary>
    public bool Is(int index, string word) => IsFree(index) && _texts[index] == word;

    /// <summary>Reports a match, which takes its tokens.</summary>
    /// <returns>False when one of them is taken, and nothing happened.</returns>
    public bool Add(SlotMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        if ((match.Tokens & Taken) != 0 || match.Tokens == 0) return false;
        _matches.Add(match);
        Taken |= match.Tokens;
        return true;
    }

    /// <summary>The bits of tokens in a row.</summary>
    public static ulong Bits(int first, int count) =>
        count <= 0 ? 0 : (count >= 64 ? ulong.MaxValue : (1UL << count) - 1) << first;

    internal void Correct(int index, string text) => _texts[index] = text;

    internal static int CountOf(ulong tokens) => BitOperations.PopCount(tokens);
}
