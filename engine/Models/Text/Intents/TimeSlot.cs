namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// When: days (<c>tomorrow</c>, <c>this weekend</c>, <c>next friday</c>, <c>5 december</c>, <c>in 3 days</c>), times of
/// day (<c>evening</c>, <c>after 6pm</c>, <c>between 18:00 and 20:30</c>, <c>at noon</c>), both together
/// (<c>saturday after 7</c>), and stretches of the past (<c>last 2 hours</c>, <c>yesterday</c>). Thread-safe.
/// </summary>
/// <remarks>
/// A weekday is the next one, today included; with <c>next</c> it is that of the week behind this one. Weeks begin on
/// Monday. All times are in one zone, that of the milliseconds it is given. A day without a year is the next one.
/// </remarks>
public sealed class TimeSlot : ISlotRecognizer
{
    private readonly bool _assumesEvening;

    /// <summary>Makes one.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="assumesEvening">Whether hours from 1 to 10 without am or pm are in the afternoon.</param>
    public TimeSlot(string slot, bool assumesEvening = false)
    {
        Slot = slot;
        _assumesEvening = assumesEvening;
    }

    /// <inheritdoc/>
    public string Slot { get; }

    /// <inheritdoc/>
    public IReadOnlySet<string> Vocabulary => TimeWords.All;

    /// <inheritdoc/>
    public bool IsOfNames => false;

    /// <inheritdoc/>
    public void Recognize(SlotScan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        (DayRange days, ulong dayTokens) = FindDays(scan);
        (ClockRange clock, ulong clockTokens) = FindClock(scan, dayTokens);
        if ((dayTokens | clockTokens) == 0) return;
        scan.Add(new SlotMatch
        {
            Slot = Slot,
            Tokens = dayTokens | clockTokens,
            Score = 1,
            Window = Combine(scan.NowMs, days, dayTokens != 0, clock, clockTokens != 0),
        });
    }

    private static TimeWindow Combine(long nowMs, DayRange days, bool hasDays, ClockRange clock, bool hasClock)
    {
        if (!hasClock && !days.HasClock) return new TimeWindow(days.FromMs, days.ToMs);
        ClockRange window = hasClock ? clock : days.Clock;

        // A time of day alone is today's.
        long today = TimeWindow.Floor(nowMs);
        return hasDays
            ? new TimeWindow(days.FromMs, days.ToMs, window.FromMinute, window.ToMinute)
            : new TimeWindow(today, today + TimeWindow.DayMs, window.FromMinute, window.ToMinute);
    }

    private static (DayRange Days, ulong Tokens) FindDays(SlotScan scan)
    {
        var reader = new DayReader(scan);
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.IsFree(i)) continue;
            int length = reader.Read(i, out DayRange days);
            if (length > 0 && (SlotScan.Bits(i, length) & scan.Taken) == 0) return (days, SlotScan.Bits(i, length));
        }

        return default;
    }

    private (ClockRange Clock, ulong Tokens) FindClock(SlotScan scan, ulong dayTokens)
    {
        var reader = new ClockReader(scan, _assumesEvening);
        ClockRange range = default;
        ulong tokens = 0;
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.IsFree(i) || (dayTokens & (1UL << i)) != 0) continue;
            int length = reader.Read(i, out ClockRange clock);
            ulong bits = SlotScan.Bits(i, length);
            if (length == 0 || (bits & (scan.Taken | dayTokens)) != 0) continue;

            // "friday evening after 8": what is more exact wins, and both are understood.
            bool isNarrower = tokens == 0 || clock.IsExact || !range.IsExact;
            if (isNarrower) range = tokens == 0 ? clock : range.Narrow(clock);
            tokens |= bits;
            i += length - 1;
        }

        return (range, tokens);
    }
}
