using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>
/// What the figures of one mode must be, from a plain list of its facts: every question goes through all of it.
/// </summary>
internal sealed class BoardsRecount
{
    private readonly Dictionary<ulong, (long Total, int Reached)> _totals = [];
    private readonly HashSet<ulong> _known = [];
    private readonly HashSet<ulong> _hidden = [];
    private int _facts;

    public List<NaiveGame> Games { get; } = [];

    public List<(ulong Player, int Day)> Held { get; } = [];

    /// <summary>The first hundred at the end of each day.</summary>
    public SortedDictionary<int, BoardRow[]> Tops { get; } = [];

    public int Today { get; private set; } = -1;

    public long RankChanges { get; private set; }

    public BoardRow[] Top() => [.. Shown().Take(BoardDay.TopCount)];

    public IEnumerable<BoardRow> Shown() => _totals.Where(row => !_hidden.Contains(row.Key))
        .OrderByDescending(row => row.Value.Total).ThenBy(row => row.Value.Reached)
        .Select((row, index) => new BoardRow(index + 1, row.Key, row.Value.Total));

    /// <summary>How many players played so many games on a day; each game within a week of the last one.</summary>
    public Dictionary<ulong, long> GamesPerDay() => Games
        .GroupBy(game => (game.Player, game.Day))
        .GroupBy(day => BoardRollups.GamesBucket(day.Count()))
        .ToDictionary(bucket => bucket.Key, bucket => (long)bucket.Count());

    /// <summary>By the board's day: each game against the player's average before, from the fourth on; the median.
    /// </summary>
    public SortedDictionary<int, double> Worths()
    {
        var ratios = new Dictionary<int, List<double>>();
        foreach (IGrouping<ulong, NaiveGame> player in Games.GroupBy(static game => game.Player))
        {
            NaiveGame[] games = [.. player];
            for (int i = 3; i < games.Length; i++)
            {
                double average = games.Take(i).Average(static game => game.Score);
                if (average <= 0) continue;
                if (!ratios.TryGetValue(games[i].BoardDay, out List<double>? day))
                    ratios.Add(games[i].BoardDay, day = []);
                day.Add(games[i].Score / average);
            }
        }

        return new(ratios.ToDictionary(static day => day.Key, static day =>
            day.Value.Order().ElementAt((day.Value.Count - 1) / 2)));
    }

    public void Take(EventHeader header, byte[] payload)
    {
        _facts++;
        var reader = new MessagePackReader(payload);
        switch (header.Type)
        {
            case 10:
                ScoreCounted counted = ScoreCounted.Read(ref reader, 1);
                Play(counted.PlayerId, header.TimeMs, counted.Score, counted.Region, counted.Total);
                bool isChange = counted.OldRank > 0 && counted.OldRank != counted.Rank && !counted.IsHidden;
                if (isChange) RankChanges++;
                break;
            case 31:
                HeldScoreCounted late = HeldScoreCounted.Read(ref reader, 1);
                Play(late.PlayerId, late.PlayedMs, late.Score, late.Region, late.Total);
                break;
            case 11:
                Held.Add((ScoreHeld.Read(ref reader, 1).PlayerId, DayOf(header.TimeMs)));
                break;
            case 12:
                ScoreAdjusted adjusted = ScoreAdjusted.Read(ref reader, 1);
                Set(adjusted.PlayerId, adjusted.Total);
                break;
            case 23: PassTo(DaySampled.Read(ref reader, 1).Day + 1); break;
            case 32: Hide(PlayerBanned.Read(ref reader, 1).PlayerId); break;
            case 33: _hidden.Remove(PlayerUnbanned.Read(ref reader, 1).PlayerId); break;
            case 34: _totals.Remove(ScoresRemoved.Read(ref reader, 1).PlayerId); break;
            default: break;
        }
    }

    private void Hide(ulong player)
    {
        _known.Add(player);
        _hidden.Add(player);
    }

    private void Play(ulong player, long timeMs, int score, byte region, long total)
    {
        int day = DayOf(timeMs);
        if (Today < 0) Today = day;
        PassTo(day);
        Games.Add(new NaiveGame(player, day, Today, score, region, _known.Add(player)));
        Set(player, total);
    }

    private void Set(ulong player, long total)
    {
        _known.Add(player);
        if (!_totals.TryGetValue(player, out (long Total, int Reached) old) || old.Total != total)
            _totals[player] = (total, _facts);
    }

    private void PassTo(int day)
    {
        if (Today < 0 || day <= Today) return;
        Tops[Today] = Top();
        Today = day;
    }

    private static int DayOf(long timeMs) => (int)(timeMs / BoardCalendar.DayMs);
}
