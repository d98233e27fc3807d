using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>A mode and its naive twin, driven by chance: what one says the other must.</summary>
internal sealed class BoardsWorld
{
    private const int Players = 7;
    private readonly Random _random;
    private readonly NaiveBoards _model;
    private readonly Dictionary<ulong, long> _lastSubmitMs = [];
    private readonly Dictionary<ulong, long> _bannedUntilMs = [];
    private readonly List<(SubmitScore Command, SubmitResult Answer)> _answers = [];
    private ulong _lastId;

    public BoardsWorld(Random random, BoardOperator how)
    {
        _random = random;
        bool sums = how == BoardOperator.Sum;
        Harness = new BoardsHarness(terms => terms with
        {
            Operator = how,
            RegionCount = 2,
            HasSliding = sums,
            DecayHalfLifeMs = sums ? 6 * BoardCalendar.HourMs : 0,
            DaysKept = 3,
            WeeksKept = 2,
            MonthsKept = 2,
            SeasonsKept = 2,
            LeagueGroupSize = 3,
            LeagueMoves = 1,
            Rewards = [new RewardTier(WindowKind.Daily, 1, "crown"), new RewardTier(WindowKind.Daily, 3, "ribbon")],
        });
        _model = new NaiveBoards(Harness.Terms);
    }

    public BoardsHarness Harness { get; }

    public HashSet<string> Seen { get; } = [];

    /// <summary>Does something, whatever comes, and compares everything.</summary>
    public void Step()
    {
        Harness.PassTo(NextTime());
        foreach ((ulong player, long untilMs) in _bannedUntilMs.ToArray())
        {
            if (untilMs == 0 || untilMs > Harness.NowMs) continue;
            _bannedUntilMs.Remove(player);
            _model.Hidden.Remove(player);
            Seen.Add("ban over");
        }

        Act();
        if (_random.Next(12) == 0) Harness.Reload();
        Compare();
    }

    private void Act()
    {
        ulong player = 1 + (ulong)_random.Next(Players);
        switch (_random.Next(20))
        {
            case 0: Ban(player); break;
            case 1: Judge(); break;
            case 2 when _random.Next(3) == 0: Remove(player); break;
            case 3 when _random.Next(2) == 0: Adjust(player); break;
            case 4 when _random.Next(4) == 0: ResetSeason(); break;
            case 5 when _answers.Count > 0: Repeat(); break;
            default: Submit(player); break;
        }
    }

    private long NextTime()
    {
        long nowMs = Harness.NowMs;
        long midnightMs = ((nowMs / BoardCalendar.DayMs) + 1) * BoardCalendar.DayMs;
        return _random.Next(16) switch
        {
            0 => midnightMs - 1,
            1 => midnightMs,
            2 => BoardCalendar.EndMs(WindowKind.Weekly, BoardCalendar.WindowOf(WindowKind.Weekly, nowMs)),
            3 when _random.Next(3) == 0 =>
                BoardCalendar.EndMs(WindowKind.Monthly, BoardCalendar.WindowOf(WindowKind.Monthly, nowMs)),
            4 when _random.Next(6) == 0 => nowMs + (100 * BoardCalendar.DayMs),
            5 => nowMs + _random.NextInt64(40 * BoardCalendar.HourMs),
            6 => nowMs,
            _ => nowMs + _random.NextInt64(2 * 60 * 60 * 1000),
        };
    }

    private void Submit(ulong player)
    {
        int score = _random.Next(8) == 0 ? 20_000 : _random.Next(6) * 100;
        int seconds = _random.Next(10) == 0 ? _random.Next(3_000) : 600;
        var command = new SubmitScore(
            Harness.NowMs, player, ++_lastId, (ulong)score, score, seconds, (byte)_random.Next(3));
        SubmitResult answer = Harness.Run<SubmitScore, SubmitResult>(command);
        bool isShutOut = _model.Hidden.Contains(player) && _bannedUntilMs.ContainsKey(player);
        Assert.Equal(isShutOut, answer.Code == BoardCode.Banned);
        if (isShutOut) return;
        bool isFrequent = _lastSubmitMs.TryGetValue(player, out long lastMs) && Harness.NowMs - lastMs < 60_000;
        bool isFine = score <= 10_000 && seconds is >= 180 and <= 1800 && !isFrequent;
        Assert.Equal(isFine ? BoardCode.Ok : BoardCode.Held, answer.Code);
        _lastSubmitMs[player] = Harness.NowMs;
        _answers.Add((command, answer));
        Seen.Add(answer.Code.ToString());
        if (!isFine) return;
        _model.Scores.Add(new NaiveScore(player, score, score, command.Region, Harness.NowMs, Harness.NowMs));
        CheckAnswer(player, answer);
    }

    private void CheckAnswer(ulong player, SubmitResult answer)
    {
        (ulong Player, long Score)[] all = _model.All(WindowKind.AllTime, 0, 0);
        int index = Array.FindIndex(all, row => row.Player == player);
        Assert.Equal(all[index].Score, answer.Total);
        int ahead = all.Take(index).Count(row => !_model.Hidden.Contains(row.Player));
        Assert.Equal(ahead + 1, answer.Rank);
    }

    private void Repeat()
    {
        (SubmitScore command, SubmitResult answer) = _answers[_random.Next(_answers.Count)];
        if (Harness.NowMs - command.TimeMs >= BoardCalendar.DayMs) return;
        Assert.Equal(answer, Harness.Run<SubmitScore, SubmitResult>(command with { TimeMs = Harness.NowMs }));
        SubmitResult other = Harness.Run<SubmitScore, SubmitResult>(command with { PayloadHash = 123_456 });
        Assert.Equal(BoardCode.SubmissionReused, other.Code);
        Seen.Add("repeated");
    }

    private void Ban(ulong player)
    {
        var kind = (BanKind)_random.Next(4);
        long untilMs = kind == BanKind.Temporary ? Harness.NowMs + 1 + _random.Next(100_000_000) : 0;
        BoardResult result = Harness.Ban(player, kind, untilMs);
        bool isUndone = kind == BanKind.None;
        bool wasHidden = isUndone ? _model.Hidden.Remove(player) : !_model.Hidden.Add(player);
        Assert.Equal(isUndone && !wasHidden ? BoardCode.NothingToUndo : BoardCode.Ok, result.Code);
        _bannedUntilMs.Remove(player);
        if (kind is BanKind.Temporary or BanKind.Permanent) _bannedUntilMs.Add(player, untilMs);
        Seen.Add($"ban {kind}");
    }

    private void Judge()
    {
        CheatCase[] open = Harness.Cases();
        if (open.Length == 0) return;
        CheatCase one = open[_random.Next(open.Length)];
        bool isCleared = _random.Next(3) > 0;
        BoardResult result = Harness.Run<JudgeCase, BoardResult>(
            new JudgeCase(Harness.NowMs, one.CaseId, isCleared, 99));
        Assert.Equal(BoardCode.Ok, result.Code);
        Seen.Add(isCleared ? "cleared" : "upheld");
        if (!isCleared) return;
        foreach (HeldScore held in one.Held)
        {
            _model.Scores.Add(new NaiveScore(
                one.PlayerId, held.Score, held.Score, held.Region, held.PlayedMs, Harness.NowMs));
        }
    }

    private void Remove(ulong player)
    {
        BoardResult result = Harness.Run<RemoveScores, BoardResult>(new RemoveScores(Harness.NowMs, player, 99));
        if (result.Code == BoardCode.UnknownPlayer) return;
        _model.Remove(player);
        Seen.Add("removed");
    }

    private void Adjust(ulong player)
    {
        long delta = _random.Next(-300, 300);
        var region = (byte)_random.Next(3);
        BoardResult result = Harness.Run<AdjustScore, BoardResult>(
            new AdjustScore(Harness.NowMs, player, delta, region, 99));
        if (result.Code == BoardCode.UnknownPlayer) return;
        _model.Scores.Add(new NaiveScore(player, delta, 0, region, Harness.NowMs, Harness.NowMs, true));
        Seen.Add("adjusted");
    }

    private void ResetSeason()
    {
        BoardResult result = Harness.Run<ResetSeason, BoardResult>(new ResetSeason(Harness.NowMs, 99));
        if (result.Code == BoardCode.Full) return;
        _model.ResetSeason(Harness.NowMs);
        Seen.Add("season reset");
    }

    private void Compare()
    {
        Harness.State.CheckInvariants();
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Seasonal; kind++)
            for (byte region = 0; region <= 2; region++) CompareWindows(kind, region);
        if (!Harness.Terms.HasSliding) return;
        CompareSliding();
        CompareDecaying();
    }

    private void CompareWindows(WindowKind kind, byte region)
    {
        int current = _model.WindowOf(kind, Harness.NowMs);
        Assert.Equal(
            _model.Board(kind, region, current).Select(row => row.Player), Harness.Top(kind, region));
        int first = Harness.State.FirstKept(kind);
        foreach (Board board in Harness.State.Boards.All)
        {
            if (board.Key.Kind != kind || board.Key.Region != region) continue;
            Assert.True(board.Key.Window >= first, "What is old is gone.");
            Assert.Equal(_model.Board(kind, region, board.Key.Window), Harness.Rows(board.Key));
        }

        IEnumerable<int> windows = _model.Scores.Select(score => _model.WindowOf(kind, score.PlayedMs)).Distinct();
        foreach (int window in windows.Where(window => window >= first))
        {
            if (_model.All(kind, region, window).Length == 0) continue;
            Assert.NotNull(Harness.State.Boards.Find(new BoardKey(kind, region, window)));
        }
    }

    private void CompareSliding()
    {
        Dictionary<ulong, long> expected = _model.Sliding(Harness.NowMs);
        IReadOnlyList<BoardRow> rows = Harness.Read(BoardWish.Top(WindowKind.Sliding, 100)).Rows;
        Assert.Equal(
            expected.OrderBy(row => row.Key), rows.ToDictionary(row => row.PlayerId, row => row.Score)
                .OrderBy(row => row.Key));
        Assert.Equal(rows.Select(row => row.Score).OrderDescending(), rows.Select(row => row.Score));
    }

    private void CompareDecaying()
    {
        Dictionary<ulong, double> expected = _model.Decayed(Harness.NowMs);
        IReadOnlyList<BoardRow> rows = Harness.Read(BoardWish.Top(WindowKind.Decaying, 100)).Rows;
        Assert.Equal(expected.Keys.Order(), rows.Select(row => row.PlayerId).Order());
        foreach (BoardRow row in rows)
            Assert.InRange(row.Score, expected[row.PlayerId] * 0.999 - 1, expected[row.PlayerId] * 1.001 + 1);
    }
}
