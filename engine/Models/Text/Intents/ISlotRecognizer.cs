namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Finds one kind of value in texts. Implementations are thread-safe.</summary>
public interface ISlotRecognizer
{
    /// <summary>The slot it fills.</summary>
    string Slot { get; }

    /// <summary>The words it knows, for correcting slips of the pen; names are not among them.</summary>
    IReadOnlySet<string> Vocabulary { get; }

    /// <summary>
    /// Whether it looks for names: names come before slips are corrected, so that nothing makes another word of them.
    /// </summary>
    bool IsOfNames { get; }

    /// <summary>
    /// Looks at a text and reports what it finds with <see cref="SlotScan.Add"/>. O(tokens · what it knows).
    /// </summary>
    void Recognize(SlotScan scan);
}
