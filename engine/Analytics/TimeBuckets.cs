namespace Catalog.Engine.Analytics;

/// <summary>
/// Where buckets of UTC begin and end, in milliseconds since 1970. Times before 1970 and after the year 9998 are taken
/// for the nearest that is not. O(1), allocates nothing, thread-safe.
/// </summary>
public static class TimeBuckets
{
    /// <summary>Milliseconds of a minute.</summary>
    public const long MinuteMs = 60_000;

    /// <summary>Milliseconds of an hour.</summary>
    public const long HourMs = 60 * MinuteMs;

    /// <summary>Milliseconds of a day.</summary>
    public const long DayMs = 24 * HourMs;

    /// <summary>Milliseconds of a week.</summary>
    public const long WeekMs = 7 * DayMs;

    /// <summary>The end of the last bucket there is: the beginning of the year 9999.</summary>
    public const long EndOfTimeMs = 253_370_764_800_000;

    // 1970 began on a Thursday, three days after a Monday.
    private const long MondayOffsetMs = 3 * DayMs;

    /// <summary>When the bucket that holds a time begins; 0 for <see cref="TimeGrain.All"/>.</summary>
    public static long Floor(TimeGrain grain, long timeMs)
    {
        long time = Math.Clamp(timeMs, 0, EndOfTimeMs);
        return grain switch
        {
            TimeGrain.Minute => time - (time % MinuteMs),
            TimeGrain.Hour => time - (time % HourMs),
            TimeGrain.Day => time - (time % DayMs),
            TimeGrain.Week => Math.Max(0, time - ((time + MondayOffsetMs) % WeekMs)),
            TimeGrain.Month => FirstOfMonth(time),
            _ => 0,
        };
    }

    /// <summary>When the first bucket begins that does not begin before a time.</summary>
    public static long Ceiling(TimeGrain grain, long timeMs)
    {
        long floor = Floor(grain, timeMs);
        return floor >= timeMs ? floor : Next(grain, floor);
    }

    /// <summary>When the bucket after the one that holds a time begins.</summary>
    public static long Next(TimeGrain grain, long timeMs) => Shift(grain, timeMs, 1);

    /// <summary>When the bucket begins that is so many after, or before, the one that holds a time.</summary>
    public static long Shift(TimeGrain grain, long timeMs, int buckets)
    {
        long start = Floor(grain, timeMs);
        if (grain == TimeGrain.All) return buckets > 0 ? EndOfTimeMs : 0;
        if (grain != TimeGrain.Month)
        {
            // The week that 1970 began in is cut short, so its neighbours are counted from the Monday before.
            long monday = grain == TimeGrain.Week && start == 0 ? -MondayOffsetMs : start;
            return Math.Clamp(monday + (buckets * SizeMs(grain)), 0, EndOfTimeMs);
        }

        int month = MonthNumber(start) + buckets;
        if (month <= 0) return 0;
        return month / 12 > 8028 ? EndOfTimeMs : StartOfMonth(month);
    }

    /// <summary>
    /// How many buckets a time lies behind another: 0 in the same one, less than 0 in an earlier one.
    /// </summary>
    public static long Distance(TimeGrain grain, long fromMs, long toMs) => grain switch
    {
        TimeGrain.All => 0,
        TimeGrain.Month => MonthNumber(Floor(grain, toMs)) - MonthNumber(Floor(grain, fromMs)),
        TimeGrain.Week => WeekNumber(toMs) - WeekNumber(fromMs),
        _ => (Floor(grain, toMs) - Floor(grain, fromMs)) / SizeMs(grain),
    };

    private static long SizeMs(TimeGrain grain) => grain switch
    {
        TimeGrain.Minute => MinuteMs,
        TimeGrain.Hour => HourMs,
        TimeGrain.Day => DayMs,
        TimeGrain.Week => WeekMs,
        _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, "Not of one length."),
    };

    private static long WeekNumber(long timeMs) => (Math.Clamp(timeMs, 0, EndOfTimeMs) + MondayOffsetMs) / WeekMs;

    private static long FirstOfMonth(long timeMs) => StartOfMonth(MonthNumber(timeMs));

    /// <summary>Months since January 1970.</summary>
    private static int MonthNumber(long timeMs)
    {
        DateTime day = DateTime.UnixEpoch.AddTicks(timeMs * TimeSpan.TicksPerMillisecond);
        return ((day.Year - 1970) * 12) + day.Month - 1;
    }

    private static long StartOfMonth(int month)
    {
        var first = new DateTime(1970 + (month / 12), 1 + (month % 12), 1, 0, 0, 0, DateTimeKind.Utc);
        return (first - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
    }
}
