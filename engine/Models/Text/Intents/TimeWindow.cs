namespace Catalog.Engine.Models.Text.Intents;

/// <summary>A stretch of time, and the time of day within it.</summary>
/// <param name="FromMs">Not before this, milliseconds since 1970.</param>
/// <param name="ToMs">Before this, milliseconds since 1970. A night that begins before it goes on behind it.</param>
/// <param name="FromMinute">The time of day from which, in minutes.</param>
/// <param name="ToMinute">The time of day before which, in minutes; above 1,440 it goes on after midnight.</param>
public readonly record struct TimeWindow(
    long FromMs, long ToMs, int FromMinute = 0, int ToMinute = TimeWindow.DayMinutes)
{
    /// <summary>Minutes of a day.</summary>
    public const int DayMinutes = 24 * 60;

    internal const long DayMs = 24 * 60 * 60 * 1000L;

    /// <summary>Whether it names a time of day.</summary>
    public bool HasTimeOfDay => FromMinute != 0 || ToMinute != DayMinutes;

    /// <summary>Whether an instant lies in it. O(1).</summary>
    public bool Contains(long timeMs)
    {
        if (!HasTimeOfDay) return timeMs >= FromMs && timeMs < ToMs;
        long day = Floor(timeMs);
        long minute = (timeMs - day) / 60_000;
        bool isThisDay = timeMs >= FromMs && timeMs < ToMs && minute >= FromMinute && minute < ToMinute;
        long before = day - DayMs;
        bool isNightBefore = before >= Floor(FromMs) && before < ToMs && minute + DayMinutes < ToMinute;
        return isThisDay || isNightBefore;
    }

    internal static long Floor(long timeMs) => (timeMs / DayMs * DayMs) - (timeMs % DayMs < 0 ? DayMs : 0);
}
