namespace Catalog.Engine.Models.Text.Intents;

/// <summary>The words of times.</summary>
internal static class TimeWords
{
    /// <summary>Weekdays by their number from Monday.</summary>
    public static readonly IReadOnlyDictionary<string, int> Weekdays = Numbered(
        "monday mon|tuesday tue tues|wednesday wed weds|thursday thu thur thurs|friday fri|saturday sat|sunday sun", 0);

    /// <summary>Months by their number from 1.</summary>
    public static readonly IReadOnlyDictionary<string, int> Months = Numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|" +
        "october oct|november nov|december dec", 1);

    /// <summary>Parts of a day.</summary>
    public static readonly IReadOnlyDictionary<string, ClockRange> Parts = new Dictionary<string, ClockRange>
    {
        ["morning"] = new(5 * 60, 12 * 60), ["mornings"] = new(5 * 60, 12 * 60),
        ["matinee"] = new(10 * 60, 17 * 60), ["lunchtime"] = new(11 * 60, 14 * 60), ["lunch"] = new(11 * 60, 14 * 60),
        ["afternoon"] = new(12 * 60, 17 * 60), ["afternoons"] = new(12 * 60, 17 * 60),
        ["evening"] = new(17 * 60, 24 * 60), ["evenings"] = new(17 * 60, 24 * 60),
        ["night"] = new(19 * 60, 26 * 60), ["nights"] = new(19 * 60, 26 * 60),
        ["late"] = new(21 * 60, 26 * 60), ["midnight"] = new(23 * 60, 25 * 60), ["noon"] = new(11 * 60 + 30, 13 * 60),
        ["midday"] = new(11 * 60 + 30, 13 * 60), ["early"] = new(10 * 60, 18 * 60),
    };

    /// <summary>Units of time in milliseconds.</summary>
    public static readonly IReadOnlyDictionary<string, long> Units = new Dictionary<string, long>
    {
        ["minute"] = 60_000, ["minutes"] = 60_000, ["min"] = 60_000, ["mins"] = 60_000,
        ["hour"] = 3_600_000, ["hours"] = 3_600_000, ["hrs"] = 3_600_000,
        ["day"] = TimeWindow.DayMs, ["days"] = TimeWindow.DayMs,
        ["week"] = 7 * TimeWindow.DayMs, ["weeks"] = 7 * TimeWindow.DayMs,
    };

    /// <summary>All of them.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(
        [
            .. Weekdays.Keys, .. Months.Keys, .. Parts.Keys, .. Units.Keys,
            "today", "tonight", "tomorrow", "tmrw", "yesterday", "weekend", "month", "next", "last", "past", "coming",
            "after", "before", "until", "till", "from", "between", "around", "since", "later", "earlier", "starting",
            "am", "pm", "oclock", "now", "soon",
        ], StringComparer.Ordinal);

    private static Dictionary<string, int> Numbered(string groups, int first)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] all = groups.Split('|');
        for (int i = 0; i < all.Length; i++)
            foreach (string word in all[i].Split(' ')) numbers.Add(word, i + first);
        return numbers;
    }
}
