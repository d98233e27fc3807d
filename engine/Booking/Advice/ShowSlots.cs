namespace Catalog.Engine.Booking.Advice;

/// <summary>The week in slots of two hours, and other arithmetic on times. All times are UTC.</summary>
internal static class ShowSlots
{
    public const long HourMs = 60 * 60 * 1000;
    public const long DayMs = 24 * HourMs;
    public const int BandHours = 2;
    public const int BandsADay = 24 / BandHours;
    public const int Count = 7 * BandsADay;

    // The first of January 1970 was a Thursday.
    private const int FirstWeekday = 4;
    private static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The day since 1970.</summary>
    public static long DayOf(long timeMs) => timeMs / DayMs;

    /// <summary>The weekday, Sunday is 0, as in <see cref="DayOfWeek"/>.</summary>
    public static int WeekdayOf(long timeMs) => (int)((DayOf(timeMs) + FirstWeekday) % 7);

    /// <summary>The hour, 0 to 23.</summary>
    public static int HourOf(long timeMs) => (int)(timeMs / HourMs % 24);

    /// <summary>The slot of the week.</summary>
    public static int Of(long timeMs) => (WeekdayOf(timeMs) * BandsADay) + (HourOf(timeMs) / BandHours);

    /// <summary>A day's beginning.</summary>
    public static long DayMsOf(DateOnly day) => (day.DayNumber - FirstDay) * DayMs;

    /// <summary>A day since 1970 as a date.</summary>
    public static DateOnly DateOf(long day) => DateOnly.FromDayNumber((int)day + FirstDay);

    /// <summary>
    /// Which prices are compared: a house asks other prices on weekends, Friday included, and before five o'clock.
    /// </summary>
    public static int PriceClassOf(long timeMs) =>
        (WeekdayOf(timeMs) is 0 or 5 or 6 ? 2 : 0) + (HourOf(timeMs) < 17 ? 1 : 0);
}
