using System.Globalization;

namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Reads the times of day a text names.</summary>
internal readonly struct ClockReader(SlotScan scan, bool assumesEvening)
{
    private const int End = 26 * 60;

    private static readonly HashSet<string> Counted =
        WordSets.Of("of people person persons seat seats ticket tickets friends");

    /// <summary>Reads the time at a token.</summary>
    /// <returns>How many tokens name it; 0 when none do.</returns>
    public int Read(int at, out ClockRange range)
    {
        range = default;
        int next = at + 1;
        switch (scan[at])
        {
            case "between" or "from" when TryRead(ref next, false, out int low):
                int second = next + 1;
                if (scan[next] is "and" or "to" or "till" or "until" && TryRead(ref second, false, out int high))
                {
                    bool isLate = low < high || low - 720 is var morning && morning < high && (low = morning) >= 0;
                    range = new ClockRange(low, isLate ? high : high + TimeWindow.DayMinutes, true);
                    return second - at;
                }

                range = new ClockRange(low, End, true);
                return scan[at] == "from" ? next - at : 0;
            case "after" or "past" or "since" or "starting" when TryRead(ref next, false, out int from):
                range = new ClockRange(from, Math.Max(End, from + 1), true);
                return next - at;
            case "later" when scan[next] == "than" && ++next > 0 && TryRead(ref next, false, out int late):
                range = new ClockRange(late, Math.Max(End, late + 1), true);
                return next - at;
            case "earlier" when scan[next] == "than" && ++next > 0 && TryRead(ref next, false, out int early):
                range = new ClockRange(0, early, true);
                return next - at;
            case "before" or "until" or "till" or "by" when TryRead(ref next, false, out int to) && to > 0:
                range = new ClockRange(0, to, true);
                return next - at;
            case "around" or "about" when TryRead(ref next, false, out int near):
                range = new ClockRange(Math.Max(0, near - 60), near + 90, true);
                return next - at;
            case "at" when TryRead(ref next, false, out int at2):
                range = new ClockRange(Math.Max(0, at2 - 30), at2 + 60, true);
                return next - at;
            default:
                return ReadPart(at, out range);
        }
    }

    private int ReadPart(int at, out ClockRange range)
    {
        if (TimeWords.Parts.TryGetValue(scan[at], out range))
            return scan[at] == "late" && scan[at + 1] is "night" or "evening" or "at" or "show" ? LateLength(at) : 1;
        int next = at;
        if (!TryRead(ref next, true, out int minute)) return 0;
        range = new ClockRange(Math.Max(0, minute - 30), minute + 60, true);
        return next - at;
    }

    private int LateLength(int at) => scan[at + 1] is "night" or "evening" ? 2 : 1;

    /// <summary>
    /// Reads a time such as <c>6pm</c>, <c>6 pm</c>, <c>18:30</c>, <c>8 oclock</c>, <c>noon</c>, <c>7</c>.
    /// </summary>
    /// <param name="at">Where; moved behind it.</param>
    /// <param name="mustBeClock">Whether a bare number is not enough.</param>
    /// <param name="minute">The minute of the day.</param>
    private bool TryRead(ref int at, bool mustBeClock, out int minute)
    {
        minute = scan[at] switch { "noon" or "midday" => 720, "midnight" => 1440, _ => -1 };
        if (minute >= 0)
        {
            at++;
            return true;
        }

        string text = scan[at];
        bool isPm = text.EndsWith("pm", StringComparison.Ordinal), isAm = text.EndsWith("am", StringComparison.Ordinal);
        if (isPm || isAm) text = text[..^2];
        if (!scan.IsFree(at) || !TryReadDigits(text, out int hour, out int minutes, out bool hasMinutes)) return false;
        int next = at + 1;
        if (!isPm && !isAm && scan[next] is "pm" or "am" or "p" or "a")
        {
            isPm = scan[next][0] == 'p';
            isAm = !isPm;
            next += scan[next].Length == 1 && scan[next + 1] == "m" ? 2 : 1;
        }

        bool isMoney = WordSets.Currencies.Contains(scan[at - 1]) || WordSets.Currencies.Contains(scan[next]);
        if (isMoney && !isPm && !isAm) return false;
        bool isClock = isPm || isAm || hasMinutes || scan[next] is "oclock" or "h";
        if (scan[next] is "oclock" or "h") next++;
        if (!isClock && (mustBeClock || IsOther(next))) return false;
        if ((isPm || isAm) && hour > 12) return false;
        if (isPm && hour < 12) hour += 12;
        if (isAm && hour == 12) hour = 0;
        bool isBare = !isPm && !isAm && text[0] != '0' && hour is >= 1 and <= 10;
        if (isBare && assumesEvening) hour += 12;
        minute = (hour * 60) + minutes;
        at = next;
        return minute <= 24 * 60;
    }

    /// <summary>Whether a bare number in front of a token counts something else than hours.</summary>
    private bool IsOther(int next)
    {
        string word = scan[next];
        if (TimeWords.Units.ContainsKey(word) || TimeWords.Months.ContainsKey(word)) return true;
        if (WordSets.Currencies.Contains(word) || Counted.Contains(word)) return true;
        bool isPair = word == "and" && WordSets.TryReadNumber(scan[next + 1], out _);
        return isPair && scan.Is(next + 2, WordSets.Currencies);
    }

    private static bool TryReadDigits(string text, out int hour, out int minutes, out bool hasMinutes)
    {
        int colon = text.AsSpan().IndexOfAny(':', '.');
        hasMinutes = colon > 0;
        minutes = 0;
        ReadOnlySpan<char> hours = hasMinutes ? text.AsSpan(0, colon) : text;
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out hour)) return false;
        if (!hasMinutes) return hour <= 24;
        ReadOnlySpan<char> rest = text.AsSpan(colon + 1);
        bool isMinute = int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out minutes);
        return hour <= 24 && rest.Length == 2 && isMinute && minutes < 60;
    }
}
