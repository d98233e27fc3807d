namespace Catalog.Engine.Leaderboards;

/// <summary>What scores do to the boards, for players who are shown and for those who are hidden alike.</summary>
public sealed partial class LeaderboardState
{
    private static readonly ScoreOperator[] Operators =
        [ScoreOperator.Increment, ScoreOperator.Best, ScoreOperator.Set, ScoreOperator.Decrement];

    private readonly BoardPass _pass = new();

    /// <summary>What an operator makes of a score. O(1).</summary>
    internal static long Combine(BoardOperator how, bool isThere, long old, long amount) => how switch
    {
        BoardOperator.Sum => (isThere ? old : 0) + amount,
        BoardOperator.Decrement => (isThere ? old : 0) - amount,
        BoardOperator.Best when isThere && old > amount => old,
        _ => amount,
    };

    /// <summary>The player's score on the all-time board; 0 for none.</summary>
    internal long TotalOf(int slot) =>
        slot >= 0 && AllTime.TryGet(slot, out long score) ? score : 0;

    /// <summary>The all-time board of all regions.</summary>
    internal Board AllTime => Boards.Current(WindowKind.AllTime, 0, 0);

    /// <summary>Counts a score on every board of its moment, in one pass. O(boards · log n).</summary>
    internal void Count(int slot, in PlayedScore played)
    {
        ModeTerms terms = Terms!;
        NoteChange(slot, played.NowMs);
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Seasonal; kind++)
        {
            if (!TryFindWindow(kind, played.TimeMs, out int window)) continue;
            Plan(BoardOf(kind, 0, window), slot, terms.Operator, in played);
            if (played.Region == 0) continue;
            Plan(BoardOf(kind, played.Region, window), slot, terms.Operator, in played);
        }

        if (terms.HasSliding) PlanSliding(slot, in played);
        if (terms.DecayHalfLifeMs > 0 && played.DecayedKey != DecayScale.Nothing)
        {
            Board board = Boards.Current(WindowKind.Decaying, 0, 0);
            _pass.Add(board, new MemberScore(slot, played.DecayedKey, ScoreOperator.Set));
        }

        _pass.Run(Players[slot].IsHidden);
        CountContests(slot, in played);
    }

    /// <summary>
    /// Has the first lines fetched that a score of a player in a region will touch: on its boards, and its record. O(1)
    /// a board.
    /// </summary>
    internal void Fetch(int slot, byte region)
    {
        Players.FetchRecord(slot);
        Sliding.Fetch(slot);
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Decaying; kind++)
        {
            Boards.FindCurrent(kind, 0)?.Fetch(slot);
            if (region != 0) Boards.FindCurrent(kind, region)?.Fetch(slot);
        }
    }

    /// <summary>Has the leaves fetched that a score of a player in a region will change. O(1) a board.</summary>
    internal void FetchLeaves(int slot, byte region)
    {
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Decaying; kind++)
        {
            Boards.FindCurrent(kind, 0)?.FetchLeaf(slot);
            if (region != 0) Boards.FindCurrent(kind, region)?.FetchLeaf(slot);
        }
    }

    /// <summary>Adds to the scores on the boards of the moment, whatever the mode's operator.</summary>
    internal void Adjust(int slot, long delta, byte region, long timeMs)
    {
        NoteChange(slot, timeMs);
        var played = new PlayedScore(delta, 0, region, timeMs, timeMs, DecayScale.Nothing);
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Seasonal; kind++)
        {
            int window = CurrentWindow(kind);
            CountOn(BoardOf(kind, 0, window), slot, BoardOperator.Sum, in played);
            if (region != 0) CountOn(BoardOf(kind, region, window), slot, BoardOperator.Sum, in played);
        }
    }

    /// <summary>Hides a player on all boards, or changes how. O(boards · log n).</summary>
    internal void Hide(int slot, in BanRecord ban)
    {
        Bans.Set(slot, in ban);
        if (!Players[slot].IsHidden) SetHidden(slot, true);
    }

    /// <summary>Shows a hidden player again. O(boards · log n).</summary>
    internal void Show(int slot)
    {
        Bans.Remove(slot);
        SetHidden(slot, false);
    }

    /// <summary>Removes all a player scored, from every board and from final standings.</summary>
    internal void Clear(int slot)
    {
        foreach (Board board in Boards.All) board.Remove(slot);
        Sliding.Clear(slot);
        Archives.Remove(Players.IdOf(slot));
        ref PlayerRecord player = ref Players[slot];
        (player.TotalScore, player.BestScore, player.GamesPlayed, player.DurationSeconds) = (0, 0, 0, 0);
        (player.LastSample, player.LastDay) = (-1, -1);
    }

    /// <summary>Takes up to <paramref name="count"/> entries of the earliest hour off the sliding board.</summary>
    internal void Slide(int count)
    {
        Board board = Boards.Current(WindowKind.Sliding, 0, 0);
        for (int i = 0; i < count; i++)
        {
            (int slot, long sum) = Sliding.Take();
            if (slot < 0 || !board.TryGet(slot, out long score)) continue;
            if (score == sum && !Sliding.Has(slot)) board.Remove(slot);
            else board.Update(slot, sum, ScoreOperator.Decrement, Players[slot].IsHidden);
        }
    }

    /// <summary>Drops a window of a kind with all its regions.</summary>
    internal void Drop(WindowKind kind, int window)
    {
        for (int region = 0; region <= Terms!.RegionCount; region++)
        {
            Boards.Drop(new BoardKey(kind, (byte)region, window));
        }
    }

    /// <summary>The first window of a kind that is still kept.</summary>
    internal int FirstKept(WindowKind kind)
    {
        ModeTerms terms = Terms!;
        int current = CurrentWindow(kind);
        return kind switch
        {
            WindowKind.Daily => current - terms.DaysKept + 1,
            WindowKind.Weekly => current - terms.WeeksKept + 1,
            WindowKind.Monthly => current - terms.MonthsKept + 1,
            WindowKind.Seasonal => (current / BoardCalendar.SeasonsPerQuarter - terms.SeasonsKept + 1)
                * BoardCalendar.SeasonsPerQuarter,
            _ => 0,
        };
    }

    private bool TryFindWindow(WindowKind kind, long timeMs, out int window)
    {
        window = _windows[(int)kind];
        if (timeMs >= _windowStartsMs[(int)kind]) return true;
        window = WindowOf(kind, timeMs);
        return window >= FirstKept(kind);
    }

    private Board BoardOf(WindowKind kind, byte region, int window) =>
        window == _windows[(int)kind]
            ? Boards.Current(kind, region, window)
            : Boards.FindOrAdd(new BoardKey(kind, region, window));

    private void CountOn(Board board, int slot, BoardOperator how, in PlayedScore played)
    {
        // What was played before what is there must not replace it.
        if (how == BoardOperator.Last && played.IsLate && board.TryGet(slot, out _)) return;
        board.Update(slot, played.Amount, Operators[(int)how], Players[slot].IsHidden);
    }

    private void Plan(Board board, int slot, BoardOperator how, in PlayedScore played)
    {
        // What was played before what is there must not replace it.
        if (how == BoardOperator.Last && played.IsLate && board.TryGet(slot, out _)) return;
        _pass.Add(board, new MemberScore(slot, played.Amount, Operators[(int)how]));
    }

    private void PlanSliding(int slot, in PlayedScore played)
    {
        int hour = (int)(played.TimeMs / BoardCalendar.HourMs);
        if (hour <= played.NowMs / BoardCalendar.HourMs - SlidingHours.Span) return;
        Sliding.Add(hour, slot, played.Amount);
        Plan(Boards.Current(WindowKind.Sliding, 0, 0), slot, BoardOperator.Sum, in played);
    }

    private void NoteChange(int slot, long nowMs)
    {
        int day = BoardCalendar.WindowOf(WindowKind.Daily, nowMs);
        ref PlayerRecord player = ref Players[slot];
        if (player.LastDay != day) History.Note(slot, ref player, TotalOf(slot), day);
    }

    private void CountContests(int slot, in PlayedScore played)
    {
        foreach (Contest contest in Contests.Live)
        {
            if (!contest.Takes(slot, played.Region, played.TimeMs)) continue;
            contest.Attempt(slot, played.TimeMs);
            ContestTerms terms = contest.Terms;
            long amount = (long)played.Raw * terms.MultiplierPercent / 100;
            Board board = Boards.FindOrAdd(contest.Board);
            CountOn(board, slot, terms.Operator, played with { Amount = amount });
        }
    }

    private void SetHidden(int slot, bool isHidden)
    {
        Players[slot].IsHidden = isHidden;
        foreach (Board board in Boards.All) board.SetHidden(slot, isHidden);
    }
}
