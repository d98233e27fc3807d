using System.Globalization;
using System.Text;

namespace Catalog.Engine.Storage.Journal;

/// <summary>What a look at a whole journal found.</summary>
/// <param name="Segments">Its segments, oldest first.</param>
public sealed record JournalInspection(IReadOnlyList<JournalSegmentReport> Segments)
{
    /// <summary>Whether nothing acknowledged is damaged.</summary>
    public bool IsHealthy => Damages.Count == 0;

    /// <summary>Every damaged spot, in order.</summary>
    public IReadOnlyList<JournalDamage> Damages => [.. Segments.SelectMany(static segment => segment.Damages)];

    /// <summary>How many facts can be read.</summary>
    public long Facts => Segments.Sum(static segment => segment.Facts);

    /// <summary>How many bytes of records cannot.</summary>
    public long LostBytes => Damages.Sum(static damage => damage.LostBytes);

    /// <summary>The findings in words, a line each.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (JournalSegmentReport segment in Segments)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{segment.File}: positions {segment.Start} to {segment.End}, {segment.Facts} facts readable");
            foreach (JournalDamage damage in segment.Damages)
                text.AppendLine(CultureInfo.InvariantCulture, $"  damaged: {damage}");
        }

        string verdict = IsHealthy ? "no damage" : $"{Damages.Count} damaged spots, {LostBytes} bytes lost";
        text.AppendLine(CultureInfo.InvariantCulture, $"{Facts} facts readable; {verdict}");
        return text.ToString();
    }
}
