using System.Globalization;

namespace Catalog.Shell.Audit;

/// <summary>Where a page of the audit log begins: a day, and before which number in it.</summary>
/// <param name="Day">The day, since 1970.</param>
/// <param name="Before">The number.</param>
internal readonly record struct AuditCursor(ulong Day, int Before)
{
    /// <summary>The newest entry there may be up to a time.</summary>
    internal static AuditCursor At(long timeMs) =>
        new(AuditMachine.PartitionOf(Math.Max(0, timeMs)), int.MaxValue);

    /// <summary>Reads a cursor that belongs to a filter.</summary>
    internal static bool TryParse(string text, uint filter, out AuditCursor cursor)
    {
        cursor = default;
        string[] parts = text.Split('-');
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (parts.Length != 3 || parts[2] != filter.ToString("x8", culture)) return false;
        if (!ulong.TryParse(parts[0], NumberStyles.None, culture, out ulong day)) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, culture, out int before)) return false;
        cursor = new AuditCursor(day, before);
        return true;
    }

    /// <summary>Writes it for a filter.</summary>
    internal string ToText(uint filter) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day}-{Before}-{filter:x8}");
}
