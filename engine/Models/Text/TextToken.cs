namespace Catalog.Engine.Models.Text;

/// <summary>A word, a number or a sign of a text.</summary>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">How long it is in the text, in characters.</param>
/// <param name="Text">What it says: lower case, without marks, apostrophes dropped.</param>
public readonly record struct TextToken(int Start, int Length, string Text)
{
    /// <summary>Where it ends in the text: the character behind its last.</summary>
    public int End => Start + Length;

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[0]);
}
