namespace Catalog.Engine.Leaderboards;

/// <summary>What consecutive days of a board say about the competition. Pure, thread-safe.</summary>
/// <remarks>O(days × 100).</remarks>
public static class BoardHealth
{
    private const int Ten = 10;

    /// <summary>What each day changed among the first hundred, from the second day on.</summary>
    public static IReadOnlyList<TopChange> Changes(IReadOnlyList<BoardDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var changes = new List<TopChange>(Math.Max(0, days.Count - 1));
        for (int i = 1; i < days.Count; i++) changes.Add(ChangeOf(days[i - 1], days[i]));
        return changes;
    }

    /// <summary>How long those who are the first of the last day have been among them.</summary>
    /// <param name="days">The days, the earliest first.</param>
    /// <param name="first">How many are the first.</param>
    public static IReadOnlyList<Reign> Reigns(IReadOnlyList<BoardDay> days, int first)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0) return [];
        var reigns = new List<Reign>();
        IReadOnlyList<BoardRow> now = days[^1].Top;
        for (int place = 0; place < Math.Min(first, now.Count); place++)
        {
            ulong player = now[place].PlayerId;
            int inRow = 0, all = 0;
            for (int i = days.Count - 1; i >= 0; i--)
            {
                if (IndexOf(days[i].Top, player, first) < 0) continue;
                all++;
                if (inRow == days.Count - 1 - i) inRow++;
            }

            reigns.Add(new Reign(player, place + 1, now[place].Score, inRow, all));
        }

        return reigns;
    }

    /// <summary>Who came up furthest among the first hundred, the furthest first.</summary>
    /// <param name="then">How it was.</param>
    /// <param name="now">How it is.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Riser> Risers(BoardDay then, BoardDay now, int most)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        var risers = new List<Riser>();
        foreach (BoardRow row in now.Top)
        {
            int before = IndexOf(then.Top, row.PlayerId, BoardDay.TopCount);
            if (before >= 0 && then.Top[before].Rank <= row.Rank) continue;
            risers.Add(before < 0
                ? new Riser(row.PlayerId, row.Rank, 0, row.Score, 0)
                : new Riser(
                    row.PlayerId, row.Rank, then.Top[before].Rank, row.Score, row.Score - then.Top[before].Score));
        }

        risers.Sort(static (left, right) => ClimbOf(right).CompareTo(ClimbOf(left)) is var by and not 0
            ? by
            : left.Rank.CompareTo(right.Rank));
        if (risers.Count > most) risers.RemoveRange(most, risers.Count - most);
        return risers;
    }

    /// <summary>How far newcomers have come at each age, of all days together.</summary>
    public static IReadOnlyList<ClimbPoint> Climb(IReadOnlyList<BoardDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var sums = new SortedDictionary<int, ClimbPoint>();
        foreach (BoardDay day in days)
        {
            foreach (ClimbPoint point in day.Climb)
            {
                ClimbPoint sum = sums.GetValueOrDefault(point.Age);
                sums[point.Age] = new ClimbPoint(
                    point.Age, sum.Players + point.Players, sum.Behind + point.Behind,
                    sum.InTopTenth + point.InTopTenth);
            }
        }

        return [.. sums.Values];
    }

    private static TopChange ChangeOf(BoardDay before, BoardDay day)
    {
        int entrants = 0, tenEntrants = 0, stayed = 0, moved = 0;
        long places = 0;
        var ranks = new Dictionary<ulong, long>(before.Top.Count);
        foreach (BoardRow row in before.Top) ranks[row.PlayerId] = row.Rank;
        foreach (BoardRow row in day.Top)
        {
            bool wasThere = ranks.TryGetValue(row.PlayerId, out long rank);
            if (row.Rank <= Ten && (!wasThere || rank > Ten)) tenEntrants++;
            if (!wasThere)
            {
                entrants++;
                continue;
            }

            stayed++;
            places += Math.Abs(rank - row.Rank);
            if (rank != row.Rank) moved++;
        }

        bool isNewLeader = before.Top.Count > 0 && day.Top.Count > 0
            && before.Top[0].PlayerId != day.Top[0].PlayerId;
        return new TopChange(day.Day, entrants, tenEntrants, stayed, moved, places, isNewLeader);
    }

    private static long ClimbOf(in Riser riser) =>
        (riser.RankBefore == 0 ? BoardDay.TopCount + 1 : riser.RankBefore) - riser.Rank;

    private static int IndexOf(IReadOnlyList<BoardRow> rows, ulong player, int first)
    {
        for (int i = 0; i < Math.Min(first, rows.Count); i++)
            if (rows[i].PlayerId == player) return i;
        return -1;
    }
}
