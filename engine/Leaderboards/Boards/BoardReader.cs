using System.Buffers;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Copies parts of boards. Who is shadow-banned sees the own place as if nothing were, and so does nobody else.
/// </summary>
internal readonly ref struct BoardReader(LeaderboardState state, long nowMs)
{
    private readonly LeaderboardState _state = state;
    private readonly long _nowMs = nowMs;

    /// <summary>Fills a copy as asked. O(rows + log n).</summary>
    public void Fill(BoardCopy copy, BoardKey key, Board? board, in BoardWish wish)
    {
        copy.Begin(key, board?.Count ?? 0, _nowMs);
        if (board is null) return;
        int count = Math.Clamp(wish.Count, 0, BoardWish.MaxCount);
        if (wish.Members.Count > 0) FillMembers(copy, board, wish.Members, count);
        else if (wish.AroundPlayer != 0) FillAround(copy, board, wish.AroundPlayer, count);
        else
        {
            long from = wish.FromRank > 0 ? wish.FromRank : board.Count + wish.FromRank;
            FillFrom(copy, board, Math.Max(1, from), count);
        }
    }

    /// <summary>A player's all-time place; zeros for who is not on the board. O(log n).</summary>
    public PlayerRank AllTimeRankOf(ulong playerId)
    {
        int slot = _state.Players.Find(playerId);
        Board board = _state.AllTime;
        return slot >= 0 && board.TryGet(slot, out long score)
            ? new PlayerRank(RankOf(board, slot), score)
            : default;
    }

    /// <summary>A player's places on all boards of the moment the player is on.</summary>
    public IReadOnlyList<PlayerStanding> StandingsOf(int slot)
    {
        var standings = new List<PlayerStanding>();
        byte region = _state.Players[slot].Region;
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Decaying; kind++)
        {
            int window = _state.WindowOf(kind, _nowMs);
            AddStanding(standings, new BoardKey(kind, 0, window), slot);
            if (region != 0 && kind <= WindowKind.Seasonal)
                AddStanding(standings, new BoardKey(kind, region, window), slot);
        }

        foreach (Contest contest in _state.Contests.Live) AddStanding(standings, contest.Board, slot);
        return standings;
    }

    /// <summary>A player's league group of the week, the best first; empty for none.</summary>
    public IReadOnlyList<BoardRow> LeagueOf(int slot)
    {
        int week = _state.WindowOf(WindowKind.Weekly, _nowMs);
        if (_state.League is not { } league || league.Week != week) return [];
        int group = league.GroupOf(slot);
        if (group < 0 || _state.Boards.Find(new BoardKey(WindowKind.Weekly, 0, week)) is not { } board) return [];
        var rows = new List<BoardRow>();
        foreach (int member in league[group].Slots)
        {
            bool isSeen = member == slot || !_state.Players[member].IsHidden;
            if (isSeen && board.TryGet(member, out long score))
                rows.Add(new BoardRow(board.RankOf(member), _state.Players.IdOf(member), score));
        }

        rows.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Rank.CompareTo(b.Rank));
        for (int i = 0; i < rows.Count; i++) rows[i] = rows[i] with { Rank = i + 1 };
        return rows;
    }

    private void AddStanding(List<PlayerStanding> standings, BoardKey key, int slot)
    {
        if (_state.Boards.Find(key) is not { } board || !board.TryGet(slot, out long score)) return;
        standings.Add(new PlayerStanding(key, RankOf(board, slot), ShownScore(board, score), board.Count));
    }

    /// <summary>The rank a player sees: none once banned openly.</summary>
    private long RankOf(Board board, int slot)
    {
        bool isOff = _state.Bans.TryFind(slot, out BanRecord ban) && ban.Kind != BanKind.Shadow;
        return isOff ? 0 : board.RankOf(slot);
    }

    private void FillMembers(BoardCopy copy, Board board, IReadOnlyList<ulong> members, int count)
    {
        foreach (ulong member in members)
        {
            if (copy.Rows.Count >= count) break;
            int slot = _state.Players.Find(member);
            if (slot < 0 || _state.Players[slot].IsHidden || !board.TryGet(slot, out long score)) continue;
            copy.Add(new BoardRow(board.RankOf(slot), member, ShownScore(board, score)));
        }

        copy.SortByRank();
    }

    private void FillAround(BoardCopy copy, Board board, ulong playerId, int count)
    {
        int slot = _state.Players.Find(playerId);
        long rank = slot < 0 ? 0 : RankOf(board, slot);
        if (rank == 0 || count == 0) return;
        copy.SetOwnRank(rank);
        long size = board.Count + (_state.Players[slot].IsHidden ? 1 : 0);
        long first = Math.Max(1, Math.Min(rank - (count / 2), size - count + 1));
        RankedEntry[] entries = ArrayPool<RankedEntry>.Shared.Rent(count);
        int found = board.Around(slot, (int)(rank - first), entries.AsSpan(0, count));
        Add(copy, board, entries.AsSpan(0, found));
        ArrayPool<RankedEntry>.Shared.Return(entries);
    }

    private void FillFrom(BoardCopy copy, Board board, long fromRank, int count)
    {
        count = (int)Math.Min(count, board.Count - fromRank + 1);
        if (count <= 0) return;
        RankedEntry[] entries = ArrayPool<RankedEntry>.Shared.Rent(count);
        int found = board.Page((int)fromRank, entries.AsSpan(0, count));
        Add(copy, board, entries.AsSpan(0, found));
        ArrayPool<RankedEntry>.Shared.Return(entries);
    }

    private void Add(BoardCopy copy, Board board, ReadOnlySpan<RankedEntry> entries)
    {
        foreach (RankedEntry entry in entries)
        {
            long score = ShownScore(board, entry.Score);
            copy.Add(new BoardRow(entry.Rank, _state.Players.IdOf(entry.Member), score));
        }
    }

    private long ShownScore(Board board, long score) =>
        board.Key.Kind == WindowKind.Decaying
            ? (long)Math.Round(DecayScale.ValueAt(score, _nowMs, _state.Terms!.DecayHalfLifeMs))
            : score;
}
