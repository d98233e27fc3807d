using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;

namespace Catalog.Engine.Tests.Leaderboards.Engagement;

/// <summary>The same figures from the plain list of all games.</summary>
internal sealed class EngagementRecount
{
    private readonly List<(ulong Player, long TimeMs, int Seconds, bool Counts)> _games = [];

    public void Add(ulong player, long timeMs, int seconds, bool counts) =>
        _games.Add((player, timeMs, seconds, counts));

    public EngagementDay Day(int day)
    {
        var days = DaysOfPlayers();
        int Within(int length) => days.Count(each => each.Value.Any(one => one <= day && one > day - length));
        var counted = _games.Where(each => each.Counts).ToArray();
        var sessions = Sessions().Where(each => each.Start / 86_400 == day).ToArray();
        return new EngagementDay(
            day,
            days.Count(each => each.Value.Contains(day)),
            days.Count(each => each.Value.Min == day),
            Within(7),
            Within(30),
            counted.Count(each => DayOf(each.TimeMs) == day),
            counted.Where(each => DayOf(each.TimeMs) == day).Sum(each => (long)each.Seconds),
            sessions.Length,
            sessions.Sum(each => each.End - each.Start));
    }

    public int[] Cohort(int first, int count, bool isByWeek)
    {
        int PeriodOf(int day) => isByWeek ? (day + 3) / 7 : day;
        var begun = DaysOfPlayers().Values.Where(each => PeriodOf(each.Min) == PeriodOf(first)).ToArray();
        return [.. Enumerable.Range(0, count).Select(offset =>
            begun.Count(each => each.Any(day => PeriodOf(day) == PeriodOf(first) + offset)))];
    }

    public ulong[] Players(int from, int to, PlayerChoice choice) =>
    [
        .. DaysOfPlayers().Where(each => choice switch
        {
            PlayerChoice.New => each.Value.Min >= from && each.Value.Min < to,
            PlayerChoice.Lost => each.Value.Min >= from && each.Value.Min < to && each.Value.Count == 1,
            PlayerChoice.Returning => each.Value.Min < from && each.Value.Any(day => day >= from && day < to),
            _ => each.Value.Any(day => day >= from && day < to),
        }).Select(each => each.Key).Order(),
    ];

    /// <summary>Games of a player with less than half an hour between, in the order they were played.</summary>
    public List<(long Start, long End)> Sessions()
    {
        var sessions = new List<(long Start, long End)>();
        foreach (var player in _games.Where(each => each.Counts).GroupBy(each => each.Player))
        {
            (long Start, long End)? last = null;
            foreach (var game in player)
            {
                (long start, long end) = (game.TimeMs / 1_000 - game.Seconds, game.TimeMs / 1_000);
                if (last is { } open && start - open.End < EngagementBook.SessionGapSeconds)
                {
                    last = (Math.Min(start, open.Start), Math.Max(end, open.End));
                    continue;
                }

                if (last is { } over) sessions.Add(over);
                last = (start, end);
            }

            sessions.Add(last!.Value);
        }

        return sessions;
    }

    private static int DayOf(long timeMs) => (int)(timeMs / BoardCalendar.DayMs);

    private Dictionary<ulong, SortedSet<int>> DaysOfPlayers() => _games.GroupBy(each => each.Player)
        .ToDictionary(each => each.Key, each => new SortedSet<int>(each.Select(game => DayOf(game.TimeMs))));
}
