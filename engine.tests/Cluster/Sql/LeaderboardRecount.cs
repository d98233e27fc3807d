using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>What leaderboards' tables are to hold, counted fact by fact, as plainly as can be.</summary>
internal sealed class LeaderboardRecount
{
    private readonly List<Game> _games = [];
    private readonly Dictionary<(ulong Mode, ulong Player), Standing> _standings = [];
    private readonly HashSet<(ulong Mode, ulong Player)> _banned = [];

    /// <summary>Score and validity, by mode, player and moment.</summary>
    public SortedDictionary<string, string> Submissions => new(
        _games.ToDictionary(
            static each => $"{each.Mode}/{each.Player}/{each.AtMs}",
            static each => $"{each.Score} {(each.IsValid ? "t" : "f")} {each.Counted}"),
        StringComparer.Ordinal);

    /// <summary>Total, games and seconds, by mode and player.</summary>
    public SortedDictionary<string, string> Players => new(
        _standings.Where(static each => each.Value.IsRanked).ToDictionary(
            static each => $"{each.Key.Mode}/{each.Key.Player}",
            static each => $"{each.Value.Total} {each.Value.Games} {each.Value.Seconds}"),
        StringComparer.Ordinal);

    /// <summary>How many played and what they submitted, by day and mode.</summary>
    public SortedDictionary<string, string> Days => new(
        _games.GroupBy(static each => (each.AtMs / BoardCalendar.DayMs, each.Mode)).ToDictionary(
            static each => $"{each.Key.Item1}/{each.Key.Mode}",
            static each => $"{each.Select(static game => game.Player).Distinct().Count()} {each.Count()}"),
        StringComparer.Ordinal);

    /// <summary>Player and score, by day, mode and rank.</summary>
    public SortedDictionary<string, string> Top { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a journal from its beginning.</summary>
    public static LeaderboardRecount Of(IJournal journal)
    {
        var recount = new LeaderboardRecount();
        using JournalReader reader = journal.OpenReader(0);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            if (header.Partition.System == LeaderboardMachine.Id)
                recount.Count(new EventEnvelope(header, payload.ToArray()), header.Partition.Key);
        }

        return recount;
    }

    private void Count(EventEnvelope fact, ulong mode)
    {
        long timeMs = fact.Header.TimeMs;
        switch (fact.Header.Type)
        {
            case 10:
                ScoreCounted counted = fact.Read<ScoreCounted>();
                _games.Add(new Game(mode, counted.PlayerId, timeMs, counted.Score, counted.Counted, true));
                Play(mode, counted.PlayerId, counted.Total, counted.DurationSeconds, fact.Header.Position);
                break;
            case 11:
                ScoreHeld held = fact.Read<ScoreHeld>();
                _games.Add(new Game(mode, held.PlayerId, timeMs, held.Score, 0, false));
                break;
            case 12:
                ScoreAdjusted adjusted = fact.Read<ScoreAdjusted>();
                Of(mode, adjusted.PlayerId).Move(adjusted.Total, fact.Header.Position);
                break;
            case 23: Sample(mode, fact.Read<DaySampled>().Day); break;
            case 31:
                HeldScoreCounted late = fact.Read<HeldScoreCounted>();
                _games.RemoveAll(
                    each => each.Mode == mode && each.Player == late.PlayerId && each.AtMs == late.PlayedMs);
                _games.Add(new Game(mode, late.PlayerId, late.PlayedMs, late.Score, late.Counted, true));
                Play(mode, late.PlayerId, late.Total, late.DurationSeconds, fact.Header.Position);
                break;
            case 32: _banned.Add((mode, fact.Read<PlayerBanned>().PlayerId)); break;
            case 33: _banned.Remove((mode, fact.Read<PlayerUnbanned>().PlayerId)); break;
            case 34: Remove(mode, fact.Read<ScoresRemoved>().PlayerId); break;
            default: break;
        }
    }

    private Standing Of(ulong mode, ulong player)
    {
        if (!_standings.TryGetValue((mode, player), out Standing? found))
            _standings.Add((mode, player), found = new Standing());
        return found;
    }

    private void Play(ulong mode, ulong player, long total, int seconds, long position)
    {
        Standing standing = Of(mode, player);
        standing.Move(total, position);
        standing.Games++;
        standing.Seconds += seconds;
    }

    private void Remove(ulong mode, ulong player)
    {
        _standings.Remove((mode, player));
        for (int i = 0; i < _games.Count; i++)
            if (_games[i].Mode == mode && _games[i].Player == player) _games[i] = _games[i] with { IsValid = false };
    }

    private void Sample(ulong mode, int day)
    {
        var shown = _standings
            .Where(each => each.Key.Mode == mode && each.Value.IsRanked && !_banned.Contains(each.Key))
            .OrderByDescending(static each => each.Value.Total).ThenBy(static each => each.Value.ReachedAt).Take(100);
        int rank = 0;
        foreach (((ulong _, ulong player), Standing standing) in shown)
            Top.Add($"{day}/{mode}/{++rank}", $"{player} {standing.Total}");
    }

    private sealed record Game(ulong Mode, ulong Player, long AtMs, int Score, long Counted, bool IsValid);

    private sealed class Standing
    {
        public long Total { get; private set; }

        public long ReachedAt { get; private set; }

        public bool IsRanked { get; private set; }

        public int Games { get; set; }

        public long Seconds { get; set; }

        public void Move(long total, long position)
        {
            if (!IsRanked || total != Total) ReachedAt = position;
            (Total, IsRanked) = (total, true);
        }
    }
}
