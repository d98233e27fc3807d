using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Looking at boards, players, final standings and history.</summary>
public sealed partial class LeaderboardMachine :
    IDecider<LeaderboardState, ReadBoard, BoardReading>,
    IDecider<LeaderboardState, ReadPlayer, PlayerReading>,
    IDecider<LeaderboardState, ReadRanks, RanksReading>,
    IDecider<LeaderboardState, CountScores, ScoreCount>,
    IDecider<LeaderboardState, ReadArchive, ArchiveReading>,
    IDecider<LeaderboardState, ReadArchives, ArchivesReading>,
    IDecider<LeaderboardState, ReadHistory, HistoryReading>
{
    private const int MostDays = StandingHistory.MaxDays;

    /// <inheritdoc/>
    public BoardReading Decide(LeaderboardState state, in ReadBoard command, Decision decision)
    {
        BoardWish wish = command.Wish;
        BoardCode code = Find(state, wish.Board, wish.IsPast, decision.TimeMs, out (BoardKey Key, Board? Board) found);
        if (code != BoardCode.Ok) return new BoardReading(code, command.Target);
        var reader = new BoardReader(state, decision.TimeMs);
        reader.Fill(command.Target, found.Key, found.Board, wish);
        return new BoardReading(BoardCode.Ok, command.Target);
    }

    /// <inheritdoc/>
    public ScoreCount Decide(LeaderboardState state, in CountScores command, Decision decision)
    {
        BoardCode code = Find(
            state, command.Board, command.IsPast, decision.TimeMs, out (BoardKey Key, Board? Board) found);
        bool hasScores = code == BoardCode.Ok && found.Key.Kind != WindowKind.Decaying;
        if (!hasScores || found.Board is not { } board || command.Least > command.Most)
            return new ScoreCount(code, 0, 0);
        long above = command.Most == long.MaxValue ? 0 : board.CountBetween(command.Most + 1, long.MaxValue);
        return new ScoreCount(code, above, board.CountBetween(command.Least, command.Most));
    }

    /// <inheritdoc/>
    public PlayerReading Decide(LeaderboardState state, in ReadPlayer command, Decision decision)
    {
        int slot = state.Players.Find(command.PlayerId);
        if (state.Terms is null || slot < 0)
        {
            BoardCode code = state.Terms is null ? BoardCode.NotOpen : BoardCode.UnknownPlayer;
            return new PlayerReading(code, 0, 0, 0, 0, 0, BanKind.None, 0, 0, 0, [], []);
        }

        ref PlayerRecord player = ref state.Players[slot];
        state.Bans.TryFind(slot, out BanRecord ban);
        var reader = new BoardReader(state, decision.TimeMs);
        return new PlayerReading(
            BoardCode.Ok,
            player.GamesPlayed,
            player.TotalScore,
            player.BestScore,
            player.DurationSeconds,
            Math.Max(0, player.LastSubmitMs),
            ban.Kind,
            ban.UntilMs,
            player.Region,
            player.Tier,
            reader.StandingsOf(slot),
            reader.LeagueOf(slot));
    }

    /// <inheritdoc/>
    public RanksReading Decide(LeaderboardState state, in ReadRanks command, Decision decision)
    {
        if (state.Terms is null) return new RanksReading(BoardCode.NotOpen, []);
        var reader = new BoardReader(state, decision.TimeMs);
        var ranks = new PlayerRank[command.PlayerIds.Count];
        for (int i = 0; i < ranks.Length; i++) ranks[i] = reader.AllTimeRankOf(command.PlayerIds[i]);
        return new RanksReading(BoardCode.Ok, ranks);
    }

    /// <inheritdoc/>
    public ArchiveReading Decide(LeaderboardState state, in ReadArchive command, Decision decision)
    {
        if (state.Terms is null) return new ArchiveReading(BoardCode.NotOpen, default, []);
        return state.Archives.Find(command.Board) is { } archive
            ? new ArchiveReading(BoardCode.Ok, archive.Head, archive.Rows)
            : new ArchiveReading(BoardCode.UnknownBoard, default, []);
    }

    /// <inheritdoc/>
    public ArchivesReading Decide(LeaderboardState state, in ReadArchives command, Decision decision) =>
        state.Terms is null
            ? new ArchivesReading(BoardCode.NotOpen, [])
            : new ArchivesReading(BoardCode.Ok, state.Archives.List(command.Kind, command.Region, command.Limit));

    /// <inheritdoc/>
    public HistoryReading Decide(LeaderboardState state, in ReadHistory command, Decision decision)
    {
        if (state.Terms is null) return new HistoryReading(BoardCode.NotOpen, []);
        int slot = state.Players.Find(command.PlayerId);
        if (slot < 0) return new HistoryReading(BoardCode.UnknownPlayer, []);
        var days = new List<PlayerDay>();
        long now = state.TotalOf(slot);
        int count = Math.Clamp(command.Days, 0, MostDays);
        for (int day = command.FromDay; day < command.FromDay + count; day++)
        {
            if (state.History.FindDay(day) is not { } sample) continue;
            if (day >= state.CurrentWindow(WindowKind.Daily)) break;
            if (!state.History.TryFindScore(slot, ref state.Players[slot], day, now, out long score)) continue;
            days.Add(sample.PlaceOf(day, command.PlayerId, score));
        }

        return new HistoryReading(BoardCode.Ok, days);
    }

    /// <summary>Finds a board, null while it has no scores; the key has the window it is of.</summary>
    private static BoardCode Find(
        LeaderboardState state, BoardKey key, bool isPast, long nowMs, out (BoardKey Key, Board? Board) found)
    {
        found = (key, null);
        if (state.Terms is not { } terms) return BoardCode.NotOpen;
        bool isThere = key.Region <= terms.RegionCount && IsKind(terms, key.Kind);
        if (!isThere) return BoardCode.UnknownBoard;
        bool isCurrent = !isPast && key.Kind != WindowKind.Contest;
        if (isCurrent) key = key with { Window = state.WindowOf(key.Kind, nowMs) };
        found = (key, state.Boards.Find(key));
        // An event is there before anybody has scored in it.
        bool isEmpty = isCurrent || (key.Kind == WindowKind.Contest && state.Contests.TryFind(key.Window, out _));
        return found.Board is null && !isEmpty ? BoardCode.UnknownBoard : BoardCode.Ok;
    }

    private static bool IsKind(ModeTerms terms, WindowKind kind) => kind switch
    {
        WindowKind.Sliding => terms.HasSliding,
        WindowKind.Decaying => terms.DecayHalfLifeMs > 0,
        _ => kind <= WindowKind.Contest,
    };
}
