using System.Globalization;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Windows of time, all in UTC, numbered so that the next has the next number. A window holds its first millisecond and
/// not its last boundary: what is stamped midnight belongs to the new day.
/// <code>
/// day     days since 1970-01-01                        "2024-01-15"
/// week    ISO weeks since Monday 1969-12-29            "2024-W03"
/// month   12 · year + month - 1                        "2024-01"
/// season  16 · (4 · year + quarter) + how often it was ended early in that quarter   "S1-2024", "S1-2024.2"
/// </code>
/// </summary>
/// <remarks>Pure; O(1) and without allocation but for names. Weeks follow ISO 8601.</remarks>
public static class BoardCalendar
{
    /// <summary>A day in milliseconds.</summary>
    public const long DayMs = 24L * 60 * 60 * 1000;

    /// <summary>An hour in milliseconds.</summary>
    public const long HourMs = 60L * 60 * 1000;

    /// <summary>Seasons in a quarter at most.</summary>
    public const int SeasonsPerQuarter = 16;

    // 1970-01-01 was a Thursday: the week it lies in began three days earlier.
    private const int DaysBeforeEpoch = 3;
    private const int DaysPerWeek = 7;
    private const int MonthsPerYear = 12;
    private const int MonthsPerQuarter = 3;

    /// <summary>The window of a kind that a moment lies in; 0 for kinds that have but one.</summary>
    /// <param name="kind">Which windows.</param>
    /// <param name="timeMs">The moment, milliseconds since 1970, not before.</param>
    public static int WindowOf(WindowKind kind, long timeMs)
    {
        int day = (int)(timeMs / DayMs);
        return kind switch
        {
            WindowKind.Daily => day,
            WindowKind.Weekly => (day + DaysBeforeEpoch) / DaysPerWeek,
            WindowKind.Monthly => MonthOf(day),
            WindowKind.Seasonal => MonthOf(day) / MonthsPerQuarter * SeasonsPerQuarter,
            _ => 0,
        };
    }

    /// <summary>When a window begins, milliseconds since 1970; of a season when its quarter does.</summary>
    public static long StartMs(WindowKind kind, int window) => kind switch
    {
        WindowKind.Daily => window * DayMs,
        WindowKind.Weekly => ((long)window * DaysPerWeek - DaysBeforeEpoch) * DayMs,
        WindowKind.Monthly => MonthStartMs(window),
        WindowKind.Seasonal => MonthStartMs(window / SeasonsPerQuarter * MonthsPerQuarter),
        _ => 0,
    };

    /// <summary>
    /// When a window ends by the calendar: the first millisecond behind it; <see cref="long.MaxValue"/> for kinds that
    /// have but one.
    /// </summary>
    public static long EndMs(WindowKind kind, int window) => kind switch
    {
        WindowKind.Daily => (window + 1L) * DayMs,
        WindowKind.Weekly => StartMs(kind, window + 1),
        WindowKind.Monthly => MonthStartMs(window + 1),
        WindowKind.Seasonal => StartMs(kind, (window / SeasonsPerQuarter + 1) * SeasonsPerQuarter),
        _ => long.MaxValue,
    };

    /// <summary>How a window is called: <c>2024-01-15</c>, <c>2024-W03</c>, <c>2024-01</c>, <c>S1-2024</c>.</summary>
    public static string NameOf(WindowKind kind, int window)
    {
        DateTime start = DateTimeOffset.FromUnixTimeMilliseconds(StartMs(kind, window)).UtcDateTime;
        CultureInfo culture = CultureInfo.InvariantCulture;
        switch (kind)
        {
            case WindowKind.Daily: return start.ToString("yyyy-MM-dd", culture);
            case WindowKind.Weekly:
                return string.Create(culture, $"{ISOWeek.GetYear(start):0000}-W{ISOWeek.GetWeekOfYear(start):00}");
            case WindowKind.Monthly: return start.ToString("yyyy-MM", culture);
            case WindowKind.Seasonal:
                int part = window % SeasonsPerQuarter;
                string name = string.Create(culture, $"S{(start.Month - 1) / MonthsPerQuarter + 1}-{start.Year:0000}");
                return part == 0 ? name : string.Create(culture, $"{name}.{part + 1}");
            default: return "";
        }
    }

    private static int MonthOf(int day)
    {
        DateTime date = DateTime.UnixEpoch.AddDays(day);
        return date.Year * MonthsPerYear + date.Month - 1;
    }

    private static long MonthStartMs(int month)
    {
        var start = new DateTime(month / MonthsPerYear, month % MonthsPerYear + 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return (start.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
    }
}
