namespace Catalog.Engine.Models.Text.Intents;

/// <summary>One place of a phrase.</summary>
internal sealed record CueElement(HashSet<string> Words, string? Slot, bool IsOptional, int Gap)
{
    /// <summary>Words that <c>...</c> lets pass.</summary>
    public const int MaxGap = 4;
}
