using System.Globalization;

namespace Catalog.Shell.Insight;

/// <summary>What weekdays and hours are called, which many systems tell apart.</summary>
public static class WeekLabels
{
    private static readonly string[] Weekdays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The label of a <c>weekday</c>, Monday as 0, or an <c>hour</c>; null for anything else.</summary>
    public static string? Of(string dimension, ulong id) => dimension switch
    {
        "weekday" => id < (ulong)Weekdays.Length ? Weekdays[id] : null,
        "hour" => string.Create(CultureInfo.InvariantCulture, $"{id:00}:00"),
        _ => null,
    };
}
