using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>Puts together how a mode's board fares. Thread-safe; O(days × 100), a millisecond or so.</summary>
internal sealed class GameHealth(ProjectionView<BoardsInsight> view, PlayerNames names, LeaderboardClient boards)
{
    private const int First = 10;
    private const int Risers = 10;
    private const int InflationDays = 120;
    private const double CompareDays = 7;
    private static readonly double[] Shares = [0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>The days of a mode there are, the last one as it stands; none before the first game.</summary>
    public IReadOnlyList<BoardDay> DaysOf(GameMode mode) => view.Read(mode.Id, static (insight, id) =>
        insight.Find(id) is { } board && board.Describe() is { } now ? (BoardDay[])[.. board.Days, now] : []);

    /// <summary>Whether a mode's games bring more than they used to.</summary>
    /// <remarks>Of days that are over: describing the present one asks for the rank of everybody who is new.</remarks>
    public InflationAnswer InflationOf(GameMode mode) => Assess(view.Read(mode.Id, static (insight, id) =>
        insight.Find(id) is { } board ? (BoardDay[])[.. board.Days] : []));

    /// <summary>Everything about the days from one to before another.</summary>
    public async ValueTask<BoardHealthAnswer> DescribeAsync(GameMode mode, int fromDay, int toDay)
    {
        (BoardDay[] all, double[] totals, long[] resets) = view.Read(mode.Id, static (insight, id) =>
            insight.Find(id) is { } board && board.Describe() is { } now
                ? ((BoardDay[])[.. board.Days, now], board.TotalsAt(Shares), board.SeasonResets.ToArray())
                : ([], [], []));
        BoardDay[] days = [.. all.Where(day => day.Day >= fromDay && day.Day < toDay)];
        IReadOnlyList<Reign> reigns = BoardHealth.Reigns(days, First);
        IReadOnlyList<Riser> risers = days.Length < 2 ? [] : BoardHealth.Risers(days[0], days[^1], Risers);
        await names.LearnAsync([.. reigns.Select(static each => each.PlayerId),
            .. risers.Select(static each => each.PlayerId)]);
        return new BoardHealthAnswer(
            mode.Slug,
            all.Length == 0 ? 0 : all[^1].Players,
            all.Length == 0 || all[^1].Players == 0
                ? null
                : new TotalsAnswer(totals[0], totals[1], totals[2], totals[3], totals[4]),
            Days(all, days),
            [.. reigns.Select(Of)],
            [.. BoardHealth.Climb(days).Where(static point => point.Players > 0).Select(Of)],
            Assess(all.Length == 0 ? [] : all[..^1]),
            [.. ResetsOf(mode, days, resets)],
            [.. risers.Select(Of)]);
    }

    private static HealthDayAnswer[] Days(BoardDay[] all, BoardDay[] days)
    {
        if (days.Length == 0) return [];
        int first = Array.IndexOf(all, days[0]);
        BoardDay[] withBefore = first == 0 ? days : [all[first - 1], .. days];
        Dictionary<int, TopChange> changes = BoardHealth.Changes(withBefore)
            .ToDictionary(static change => change.Day);
        return [.. days.Select(day => Of(day, changes.TryGetValue(day.Day, out TopChange found) ? found : null))];
    }

    private static HealthDayAnswer Of(BoardDay day, TopChange? change) => new(
        DayOf(day.Day),
        day.Players,
        day.Games,
        MeanOf(day.ScoreSum, day.Games),
        MeanOf(day.TopScoreSum, day.TopGames),
        KnownOf(day.Worth),
        KnownOf(day.TopWorth),
        day.TopAverage,
        day.AverageOf(First),
        MeanOf(day.TotalSum, day.Players) ?? 0,
        day.MedianTotal,
        day.Top.Count > 1 && day.Top[1].Score > 0 ? (double)day.Top[0].Score / day.Top[1].Score - 1 : null,
        day.RankChanges,
        day.Ranked,
        day.Places,
        change?.Entrants,
        change?.TopTenEntrants,
        change?.Moved,
        change?.Stayed,
        change?.IsNewLeader);

    // The day that is not over has too few games to be held against whole ones.
    private static InflationAnswer Assess(IReadOnlyList<BoardDay> over)
    {
        BoardDay[] days = [.. over.TakeLast(InflationDays)];
        InflationFinding everybody = ScoreInflation.Assess([.. days.Select(static day => day.Worth)]);
        InflationFinding top = ScoreInflation.Assess([.. days.Select(static day => day.TopWorth)]);
        bool isOfTop = !everybody.IsRising && top.IsRising;
        InflationFinding finding = isOfTop ? top : everybody;
        DateOnly? since = finding.Since < 0 ? null : DayOf(days[finding.Since].Day);
        return new InflationAnswer(
            finding.IsKnown,
            finding.IsRising,
            isOfTop ? "top" : "all",
            finding.Evidence,
            ScoreInflation.Limit,
            since,
            finding.Rise,
            KnownOf(finding.Usual),
            finding.IsRising ? 1 / (1 + finding.Rise) : null,
            finding.IsRising ? InflationWords.AdviceOf(finding.Rise, isOfTop) : null);
    }

    private List<ResetAnswer> ResetsOf(GameMode mode, BoardDay[] days, long[] resets)
    {
        var found = new List<ResetAnswer>();
        if (days.Length == 0) return found;
        (long fromMs, long toMs) = (days[0].Day * BoardCalendar.DayMs, (days[^1].Day + 1) * BoardCalendar.DayMs);
        for (int month = BoardCalendar.WindowOf(WindowKind.Monthly, fromMs); ; month++)
        {
            long atMs = BoardCalendar.StartMs(WindowKind.Monthly, month);
            if (atMs >= toMs) break;
            // Before the first day there is nothing to compare with.
            if (atMs < fromMs + BoardCalendar.DayMs) continue;
            int season = BoardCalendar.WindowOf(WindowKind.Seasonal, atMs);
            bool isSeason = BoardCalendar.StartMs(WindowKind.Seasonal, season) == atMs;
            Compare(found, mode, isSeason ? "season" : "monthly", atMs, fromMs);
        }

        foreach (long atMs in resets)
            if (atMs >= fromMs && atMs < toMs) Compare(found, mode, "reset", atMs, fromMs);
        found.Sort(static (left, right) => right.At.CompareTo(left.At));
        return found;
    }

    private void Compare(List<ResetAnswer> found, GameMode mode, string kind, long atMs, long fromMs)
    {
        long most = (long)(CompareDays * BoardCalendar.DayMs);
        long spanMs = Math.Min(most, Math.Min(atMs - fromMs, boards.NowMs - atMs));
        if (spanMs < BoardCalendar.DayMs) return;
        (long players, long games) before = Played(mode, atMs - spanMs, atMs);
        (long players, long games) after = Played(mode, atMs, atMs + spanMs);
        found.Add(new ResetAnswer(
            kind, BoardAnswers.TimeOf(atMs), (double)spanMs / BoardCalendar.DayMs,
            before.players, after.players, before.games, after.games));
    }

    private (long Players, long Games) Played(GameMode mode, long fromMs, long toMs)
    {
        var query = new RollupQuery
        {
            FromMs = fromMs,
            ToMs = toMs,
            Grain = TimeGrain.All,
            Where = [new RollupFilter("mode", [mode.Id])],
            Measures = ["active_players", "games"],
        };
        RollupTable table = view.Read(query, static (insight, ask) =>
            insight.Rollups[BoardRollups.DailyPlayers].Query(ask));
        return table.RowCount == 0 ? (0, 0) : ((long)table.Values(0)[0], (long)table.Values(0)[1]);
    }

    private ReignAnswer Of(Reign reign) => new(
        reign.Rank, reign.PlayerId, names.Known(reign.PlayerId).Name, reign.Score, reign.Days, reign.AllDays);

    private RiserAnswer Of(Riser riser) => new(
        riser.Rank, BoardAnswers.RankOf(riser.RankBefore), riser.PlayerId, names.Known(riser.PlayerId).Name,
        riser.Score, riser.RankBefore == 0 ? null : riser.Gain);

    private static ClimbAnswer Of(ClimbPoint point) => new(
        point.Age, point.Players, point.Behind / point.Players, (double)point.InTopTenth / point.Players);

    private static double? MeanOf(long sum, long count) => count == 0 ? null : (double)sum / count;

    private static double? KnownOf(double number) => double.IsNaN(number) ? null : number;

    private static DateOnly DayOf(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day));
}
