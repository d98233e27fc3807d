namespace Catalog.Engine.Models.Text.Intents;

/// <summary>What a text was understood to ask.</summary>
public sealed record IntentResult
{
    /// <summary>The intent; null when nothing speaks for any.</summary>
    public string? Intent { get; init; }

    /// <summary>
    /// How sure that is, 0 to 1: lower when another intent is near, and when words were not understood.
    /// </summary>
    public double Confidence { get; init; }

    /// <summary>The intents something speaks for, best first.</summary>
    public IReadOnlyList<RankedIntent> Ranked { get; init; } = [];

    /// <summary>The values found.</summary>
    public IReadOnlyList<SlotMatch> Slots { get; init; } = [];

    /// <summary>The words that mean nothing here, as they stand in the text.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>Whether the text went on behind what was looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>The first value of a slot, or null.</summary>
    public SlotMatch? Slot(string name)
    {
        foreach (SlotMatch match in Slots)
            if (match.Slot == name) return match;
        return null;
    }
}
