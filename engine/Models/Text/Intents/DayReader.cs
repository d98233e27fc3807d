using System.Globalization;

namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Reads the days a text names.</summary>
internal readonly struct DayReader(SlotScan scan)
{
    private static readonly ClockRange Tonight = new(17 * 60, 26 * 60);

    private long Today => TimeWindow.Floor(scan.NowMs);

    /// <summary>Days since Monday.</summary>
    private int Weekday => (int)(((Today / TimeWindow.DayMs) + 3) % 7);

    /// <summary>Reads the days at a token.</summary>
    /// <returns>How many tokens name them; 0 when none do.</returns>
    public int Read(int at, out DayRange days)
    {
        int length = ReadWord(at, out days);
        if (length == 0) length = ReadNamed(at, out days);
        if (length == 0) length = ReadSpan(at, out days);
        return length > 0 ? length : ReadDate(at, out days);
    }

    private int ReadWord(int at, out DayRange days)
    {
        long today = Today;
        switch (scan[at])
        {
            case "today":
                days = DayRange.Days(today, 1);
                return 1;
            case "tonight":
            case "this" when scan[at + 1] is "evening" or "night":
                days = new DayRange(today, today + TimeWindow.DayMs, Tonight);
                return scan[at] == "tonight" ? 1 : 2;
            case "this" when TimeWords.Parts.TryGetValue(scan[at + 1], out ClockRange part):
                days = new DayRange(today, today + TimeWindow.DayMs, part);
                return 2;
            case "day" when scan[at + 1] == "after" && scan[at + 2] is "tomorrow" or "tmrw":
                days = DayRange.Days(today + (2 * TimeWindow.DayMs), 1);
                return 3;
            case "tomorrow" or "tmrw":
                days = DayRange.Days(today + TimeWindow.DayMs, 1);
                return 1;
            case "yesterday":
                days = DayRange.Days(today - TimeWindow.DayMs, 1);
                return 1;
            case "now" or "soon":
                days = new DayRange(scan.NowMs, scan.NowMs + (3 * 3_600_000));
                return 1;
            default:
                days = default;
                return 0;
        }
    }

    /// <summary>Weekdays, weekends, weeks and months, with <c>this</c>, <c>next</c> or <c>last</c> in front.</summary>
    private int ReadNamed(int at, out DayRange days)
    {
        string first = scan[at];
        int turn = first is "next" ? 1 : first is "last" or "past" ? -1 : 0;
        bool hasTurn = turn != 0 || first is "this" or "coming" or "on";
        string name = hasTurn ? scan[at + 1] : first;
        int length = hasTurn ? 2 : 1;
        long monday = Today - (Weekday * TimeWindow.DayMs);
        days = default;
        bool isOnSunday = name is "sun" or "sat" && !hasTurn;
        if (TimeWords.Weekdays.TryGetValue(name.EndsWith('s') && name.Length > 6 ? name[..^1] : name, out int weekday))
        {
            int ahead = (weekday - Weekday + 7) % 7;
            if (turn > 0) ahead = weekday - Weekday + 7;
            if (turn < 0) ahead = ahead == 0 ? -7 : ahead - 7;
            if (isOnSunday && scan[at - 1] is not ("on" or "" or "next" or "this") && scan.Count > 3) return 0;
            days = DayRange.Days(Today + (ahead * TimeWindow.DayMs), 1);
            return length;
        }

        if (name is "weekend" or "weekends")
        {
            long saturday = monday + ((5 + (7 * turn)) * TimeWindow.DayMs);
            long start = turn == 0 ? Math.Max(saturday, Today) : saturday;
            days = new DayRange(start, saturday + (2 * TimeWindow.DayMs));
            return length;
        }

        if (!hasTurn || first == "on") return 0;
        if (name == "week")
        {
            long start = turn == 0 ? Today : monday + (7 * turn * TimeWindow.DayMs);
            days = new DayRange(start, monday + (7 * (turn + 1) * TimeWindow.DayMs));
            return length;
        }

        if (name != "month") return 0;
        DateTime now = DateTime.UnixEpoch.AddMilliseconds(Today);
        DateTime month = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(turn);
        days = new DayRange(turn == 0 ? Today : Ms(month), Ms(month.AddMonths(1)));
        return length;
    }

    /// <summary><c>in 3 days</c>, <c>next 2 weeks</c>, <c>last hour</c>, <c>2 days ago</c>.</summary>
    private int ReadSpan(int at, out DayRange days)
    {
        days = default;
        string first = scan[at];
        bool isAgo = WordSets.TryReadNumber(first, out int ago) && scan[at + 2] == "ago";
        if (isAgo && TimeWords.Units.TryGetValue(scan[at + 1], out long back) && ago <= 10_000)
        {
            long start = back >= TimeWindow.DayMs ? Today - (ago * back) : scan.NowMs - (ago * back);
            days = new DayRange(start, start + Math.Max(back, TimeWindow.DayMs));
            return 3;
        }

        if (first is not ("in" or "next" or "last" or "past" or "within" or "coming")) return 0;
        int next = scan[at + 1] == "the" ? at + 2 : at + 1;
        bool hasNumber = WordSets.TryReadNumber(scan[next], out int count);
        string unit = scan[hasNumber ? next + 1 : next];
        if (!TimeWords.Units.TryGetValue(unit, out long size) || count > 10_000) return 0;
        if (!hasNumber && first is not ("last" or "past")) return 0;
        long length = (hasNumber ? count : 1) * size;
        days = first switch
        {
            "last" or "past" => new DayRange(scan.NowMs - length, scan.NowMs + 1),
            "in" when size >= TimeWindow.DayMs => DayRange.Days(Today + length, 1),
            "in" => new DayRange(scan.NowMs + length - 900_000, scan.NowMs + length + 5_400_000),
            _ => new DayRange(scan.NowMs, scan.NowMs + length),
        };
        return (hasNumber ? next + 2 : next + 1) - at;
    }

    private int ReadDate(int at, out DayRange days)
    {
        days = default;
        string first = scan[at];
        if (first.Length >= 8 && TryReadExact(first, out DateTime exact)) return Found(exact, 1, out days);
        if (TryReadDay(first, out int day, out bool isOrdinal))
        {
            int month = scan[at + 1] == "of" ? at + 2 : at + 1;
            if (TimeWords.Months.TryGetValue(scan[month], out int number) && Next(day, number) is { } date)
                return Found(date, month - at + 1, out days);
            bool isOfMonth = isOrdinal && scan[at - 1] is "the" or "on";
            if (isOfMonth && NextOfMonth(day) is { } own) return Found(own, 1, out days);
        }

        bool isMonth = TimeWords.Months.TryGetValue(first, out int named);
        int dayAt = scan[at + 1] == "the" ? at + 2 : at + 1;
        if (!isMonth || !TryReadDay(scan[dayAt], out day, out _) || Next(day, named) is not { } found) return 0;
        return Found(found, dayAt - at + 1, out days);
    }

    private static int Found(DateTime date, int length, out DayRange days)
    {
        days = DayRange.Days(Ms(date), 1);
        return length;
    }

    private static bool TryReadExact(string text, out DateTime date) => DateTime.TryParseExact(
        text, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date) && date.Year is >= 1970 and < 9999;

    private static bool TryReadDay(string text, out int day, out bool isOrdinal)
    {
        isOrdinal = text.Length is 3 or 4 && text[^2..] is "st" or "nd" or "rd" or "th";
        string digits = isOrdinal ? text[..^2] : text;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out day) && day is >= 1 and <= 31;
    }

    /// <summary>The next such day, within the eight years a leap day may take.</summary>
    private DateTime? Next(int day, int month)
    {
        DateTime today = DateTime.UnixEpoch.AddMilliseconds(Today);
        for (int year = today.Year; year <= today.Year + 8; year++)
        {
            if (day > DateTime.DaysInMonth(year, month)) continue;
            var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
            if (date >= today) return date;
        }

        return null;
    }

    private DateTime? NextOfMonth(int day)
    {
        DateTime today = DateTime.UnixEpoch.AddMilliseconds(Today);
        for (int ahead = 0; ahead < 3; ahead++)
        {
            DateTime month = new DateTime(today.Year, today.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(ahead);
            if (day > DateTime.DaysInMonth(month.Year, month.Month)) continue;
            DateTime date = month.AddDays(day - 1);
            if (date >= today) return date;
        }

        return null;
    }

    private static long Ms(DateTime date) => (long)(date - DateTime.UnixEpoch).TotalMilliseconds;
}
