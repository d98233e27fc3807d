using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>
/// Who will end a season among the first ten: the best by now, each with what the last weeks' days added, and the rest
/// of the season played many times. Answers are kept for a minute. Thread-safe.
/// </summary>
internal sealed class SeasonOutlook(LeaderboardClient boards, GameHealth health, PlayerNames names)
{
    private const int Candidates = 60;
    private const int Top = 10;
    private const long KeptMs = 60_000;
    private readonly (long AtMs, SeasonAnswer? Answer)[] _kept = new (long, SeasonAnswer?)[GameModes.All.Count + 1];
    private readonly Lock _gate = new();

    /// <summary>Forecasts a mode's season; null when the mode does not answer.</summary>
    public async ValueTask<SeasonAnswer?> ReadAsync(GameMode mode)
    {
        long nowMs = boards.NowMs;
        lock (_gate)
        {
            (long atMs, SeasonAnswer? kept) = _kept[mode.Id];
            if (kept is not null && nowMs - atMs is >= 0 and < KeptMs) return kept;
        }

        if (await MakeAsync(mode, nowMs) is not { } answer) return null;
        lock (_gate) _kept[mode.Id] = (nowMs, answer);
        return answer;
    }

    private async ValueTask<SeasonAnswer?> MakeAsync(GameMode mode, long nowMs)
    {
        Reply<BoardReading> reply = await boards.ReadAsync(mode, BoardWish.Top(WindowKind.Seasonal, Candidates));
        if (!reply.HasValue || reply.Value.Code is not (BoardCode.Ok or BoardCode.UnknownBoard)) return null;
        BoardCopy copy = reply.Value.Copy;
        int window = copy.Rows.Count > 0
            ? copy.Board.Window
            : BoardCalendar.WindowOf(WindowKind.Seasonal, nowMs);
        long endMs = BoardCalendar.EndMs(WindowKind.Seasonal, window);
        double daysLeft = Math.Max(0, (double)(endMs - nowMs) / BoardCalendar.DayMs);
        Dictionary<ulong, SortedDictionary<int, long>> known = TotalsOf(mode);
        var candidates = new List<SeasonCandidate>();
        foreach (BoardRow row in copy.Rows)
        {
            double[] gains = await GainsAsync(mode, row.PlayerId, known, nowMs);
            candidates.Add(new SeasonCandidate(row.PlayerId, new DailyTotals(row.Score, gains)));
        }

        await names.LearnAsync(copy.Rows.Select(static row => row.PlayerId));
        Dictionary<ulong, BoardRow> rows = copy.Rows.ToDictionary(static row => row.PlayerId);
        ContenderAnswer[] items =
        [
            .. SeasonForecast.Predict(candidates, daysLeft, Top).Take(Top).Select(chance => new ContenderAnswer(
                rows[chance.PlayerId].Rank, chance.PlayerId, names.Known(chance.PlayerId).Name,
                rows[chance.PlayerId].Score, chance.ExpectedScore, chance.InTop, chance.Wins)),
        ];
        return new SeasonAnswer(
            mode.Slug, BoardCalendar.NameOf(WindowKind.Seasonal, window), BoardAnswers.TimeOf(endMs), daysLeft, items);
    }

    /// <summary>Totals at the ends of days of those who were among the first hundred.</summary>
    private Dictionary<ulong, SortedDictionary<int, long>> TotalsOf(GameMode mode)
    {
        var known = new Dictionary<ulong, SortedDictionary<int, long>>();
        IReadOnlyList<BoardDay> days = health.DaysOf(mode);
        foreach (BoardDay day in days.Take(days.Count - 1).TakeLast(Pace.MostDays + 1))
        {
            foreach (BoardRow row in day.Top)
            {
                if (!known.TryGetValue(row.PlayerId, out SortedDictionary<int, long>? totals))
                    known.Add(row.PlayerId, totals = []);
                totals[day.Day] = row.Score;
            }
        }

        return known;
    }

    /// <summary>What each day added; a day between two that are known shares what both differ by.</summary>
    private async ValueTask<double[]> GainsAsync(
        GameMode mode, ulong playerId, Dictionary<ulong, SortedDictionary<int, long>> known, long nowMs)
    {
        if (!known.TryGetValue(playerId, out SortedDictionary<int, long>? totals)) totals = [];
        if (totals.Count <= Pace.FewestDays)
        {
            int today = BoardCalendar.WindowOf(WindowKind.Daily, nowMs);
            Reply<HistoryReading> reply = await boards.AskAsync<ReadHistory, HistoryReading>(
                mode, new ReadHistory(nowMs, playerId, today - Pace.MostDays - 1, Pace.MostDays + 1));
            if (reply.HasValue)
                foreach (PlayerDay day in reply.Value.Days) totals.TryAdd(day.Day, day.Score);
        }

        var gains = new List<double>();
        (int day, long total)? before = null;
        foreach ((int day, long total) in totals)
        {
            if (before is var (lastDay, lastTotal))
            {
                int span = day - lastDay;
                for (int i = 0; i < span; i++) gains.Add((double)(total - lastTotal) / span);
            }

            before = (day, total);
        }

        return [.. gains];
    }
}
