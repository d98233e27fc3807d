namespace Catalog.Engine.Leaderboards.Engagement;

/// <content>What is asked of it.</content>
public sealed partial class EngagementBook
{
    /// <summary>The first day anything is known of, since 1970; 0 for none.</summary>
    public int FirstDay => _days.Count == 0 ? 0 : _days.First;

    /// <summary>What everybody did, day by day; nothing on days nothing is known of. O(days).</summary>
    /// <param name="from">The first day, since 1970.</param>
    /// <param name="to">The day behind the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="MaxDays"/>.</exception>
    public EngagementDay[] Days(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to - from, MaxDays, nameof(to));
        var days = new EngagementDay[Math.Max(0, to - from)];
        for (int i = 0; i < days.Length; i++)
        {
            days[i] = _days.Find(from + i) is { } row
                ? new EngagementDay(
                    from + i, row.Active, row.Retained is [int begun, ..] ? begun : 0, row.Weekly, row.Monthly,
                    row.Games, row.Seconds, row.Sessions, row.SessionSeconds)
                : default(EngagementDay) with { Day = from + i };
        }

        return days;
    }

    /// <summary>Sessions that began on some days, by the classes of <see cref="SessionLengths"/>. O(days).</summary>
    /// <param name="from">The first day, since 1970.</param>
    /// <param name="to">The day behind the last.</param>
    public long[] Sessions(int from, int to)
    {
        long[] counts = new long[SessionLengths.Count];
        for (int day = Math.Max(from, _days.First); day < to && _days.Find(day) is { } row; day++)
            for (int i = 0; i < counts.Length; i++) counts[i] += row.Lengths[i];
        return counts;
    }

    /// <summary>
    /// What became of those who first played on each of some days, or in each of their weeks. Each cohort has a number
    /// for every day or week that has begun since, as far as it is followed: 60 days, 26 weeks. O(cohorts).
    /// </summary>
    /// <param name="from">The first day, since 1970.</param>
    /// <param name="to">The day behind the last.</param>
    /// <param name="today">The last day that counts as begun.</param>
    /// <param name="isByWeek">Whether cohorts are of a week.</param>
    public IReadOnlyList<EngagementCohort> Cohorts(int from, int to, int today, bool isByWeek)
    {
        var cohorts = new List<EngagementCohort>();
        int first = isByWeek ? WeekOf(from) : from;
        int last = isByWeek ? WeekOf(to - 1) : to - 1;
        int now = isByWeek ? WeekOf(today) : today;
        for (int number = first; number <= last && number <= now; number++)
        {
            int[] retained = isByWeek ? _weeks.Find(number)?.Retained ?? [] : _days.Find(number)?.Retained ?? [];
            int followed = isByWeek ? WeekRow.Followed : DayRow.Followed;
            int[] active = new int[Math.Min(followed, now - number + 1)];
            for (int i = 0; i < active.Length && i < retained.Length; i++) active[i] = retained[i];
            cohorts.Add(new EngagementCohort(isByWeek ? (number * Week) - DaysBeforeMonday : number, active));
        }

        return cohorts;
    }

    /// <summary>How many games of a mode were a player's 2ⁿ-th to (2ⁿ⁺¹ - 1)-th, and what they brought. O(1).</summary>
    /// <param name="mode">The mode.</param>
    public IReadOnlyList<(long Games, long Score)> Experience(ulong mode)
    {
        var steps = new List<(long, long)>();
        if (!_curves.TryGetValue(mode, out ModeCurve? curve)) return steps;
        for (int step = 0; step < ModeCurve.Steps && curve.At(step).Count > 0; step++) steps.Add(curve.At(step));
        return steps;
    }

    /// <summary>What is known of a player; null for nothing. O(1).</summary>
    public EngagementPlayer? Find(ulong playerId)
    {
        int slot = _players.Find(playerId);
        return slot < 0 ? null : Describe(slot);
    }

    /// <summary>
    /// Players of some days, in the order they first came, behind a number. O(players looked at), and that is at most
    /// <paramref name="most"/> of those found.
    /// </summary>
    /// <param name="days">The first day since 1970, and the day behind the last.</param>
    /// <param name="choice">Which.</param>
    /// <param name="after">How many of the players are passed over; 0 to begin.</param>
    /// <param name="most">How many are found at most.</param>
    /// <param name="found">They are added here.</param>
    /// <returns>Where to go on; -1 at the end.</returns>
    public int List(
        (int From, int To) days, PlayerChoice choice, int after, int most, ICollection<EngagementPlayer> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        int count = 0;
        for (int slot = Math.Max(0, after); slot < _players.Count; slot++)
        {
            if (!IsChosen(in _rows[slot], days.From, days.To, choice)) continue;
            if (count++ == most) return slot;
            found.Add(Describe(slot));
        }

        return -1;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(players).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int day = _days.First; _days.Find(day) is { } row; day++)
        {
            int begun = row.Retained is [int first, ..] ? first : 0;
            Require(begun <= row.Active && row.Active <= row.Weekly && row.Weekly <= row.Monthly, "(1)", day);
            Require(row.Lengths.Sum() == row.Sessions && row.Lengths.Min() >= 0, "(2)", day);
        }

        for (int slot = 0; slot < _players.Count; slot++)
            Require(_rows[slot].FirstDay <= _rows[slot].LastDay, "(3)", slot);
    }

    private static void Require(bool holds, string invariant, int at)
    {
        if (!holds) throw new InvalidOperationException($"{invariant}: broken at {at}.");
    }

    private static bool IsChosen(in PlayerRow player, int from, int to, PlayerChoice choice)
    {
        bool isNew = player.FirstDay >= from && player.FirstDay < to;
        switch (choice)
        {
            case PlayerChoice.New: return isNew;
            case PlayerChoice.Lost: return isNew && player.LastDay == player.FirstDay;
            case PlayerChoice.Returning when player.FirstDay >= from: return false;
        }

        if (player.FirstDay >= to || player.LastDay < from) return false;
        for (int day = Math.Min(to - 1, player.LastDay); day >= from; day--)
            if (player.PlayedOn(day)) return true;
        return false;
    }

    private EngagementPlayer Describe(int slot)
    {
        ref readonly PlayerRow player = ref _rows[slot];
        return new EngagementPlayer(
            _players.IdOf(slot), player.FirstDay, player.LastDay, player.Games, player.Seconds);
    }
}
