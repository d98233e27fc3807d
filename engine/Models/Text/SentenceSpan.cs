namespace Catalog.Engine.Models.Text;

/// <summary>Where a sentence stands in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How long it is, in characters.</param>
public readonly record struct SentenceSpan(int Start, int Length)
{
    /// <summary>The sentence.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
