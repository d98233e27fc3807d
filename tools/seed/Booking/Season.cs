namespace Catalog.Seed.Booking;

/// <summary>When people go to the cinema: evenings, weekends, holidays, bad weather. Times are UTC.</summary>
internal static class Season
{
    /// <summary>A day in milliseconds.</summary>
    public const long DayMs = 24 * HourMs;

    /// <summary>An hour in milliseconds.</summary>
    public const long HourMs = 60 * MinuteMs;

    /// <summary>A minute in milliseconds.</summary>
    public const long MinuteMs = 60_000;

    // Monday is 1, as in DayOfWeek; Tuesday is the cheap day.
    private static readonly double[] ByWeekday = [1.35, 0.7, 0.85, 0.75, 0.9, 1.3, 1.75];
    private static readonly double[] ByMonth = [1.1, 1.1, 1.0, 0.95, 0.85, 0.75, 0.8, 0.85, 0.9, 1.05, 1.15, 1.25];

    // Bookings made by hour of the day: lunch break and evening.
    private static readonly double[] ByBookingHour =
    [
        0.15, 0.08, 0.05, 0.05, 0.05, 0.08, 0.15, 0.3, 0.45, 0.55, 0.65, 0.8,
        1.0, 0.9, 0.7, 0.7, 0.8, 0.95, 1.2, 1.4, 1.4, 1.1, 0.7, 0.35,
    ];

    /// <summary>The day of a time, at its beginning.</summary>
    public static long DayOf(long timeMs) => timeMs / DayMs * DayMs;

    /// <summary>How many want to see a film that starts then; about 1 on average.</summary>
    public static double DemandAt(long startMs)
    {
        DateTime at = DateTimeOffset.FromUnixTimeMilliseconds(startMs).UtcDateTime;
        double hour = at.TimeOfDay.TotalHours;
        double byHour = hour switch
        {
            < 12 => 0.35, < 15 => 0.65, < 17 => 0.85, < 18.5 => 1.2, < 21.5 => 1.8, _ => 1.1,
        };
        double byDay = IsHoliday(at) ? 1.9 : ByWeekday[(int)at.DayOfWeek];
        return byHour * byDay * ByMonth[at.Month - 1];
    }

    /// <summary>How many shows a day has, against others.</summary>
    public static double ShowsOn(long dayMs)
    {
        DateTime at = DateTimeOffset.FromUnixTimeMilliseconds(dayMs).UtcDateTime;
        if (IsHoliday(at)) return 1.4;
        return at.DayOfWeek switch { DayOfWeek.Saturday or DayOfWeek.Sunday => 1.4, DayOfWeek.Friday => 1.2, _ => 1.0 };
    }

    /// <summary>How likely somebody books at such an hour, 0 to 1.</summary>
    public static double BookingAt(long timeMs) => ByBookingHour[timeMs / HourMs % 24] / 1.4;

    /// <summary>Days off that fall on the same date every year.</summary>
    public static bool IsHoliday(DateTime day) => (day.Month, day.Day) switch
    {
        (1, 1) or (5, 1) or (10, 3) or (12, 25) or (12, 26) or (12, 30) or (12, 31) => true,
        _ => false,
    };
}
