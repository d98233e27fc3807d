using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>A mode and its naive twin, driven by chance: what one says the other must.</summary>
internal sealed class BoardsWorld
{
    private const int Players = 7;
    private readonly Random _random;
    private readonly NaiveBoards _model;
    private readonly NaiveArchives _archives;
    private readonly Dictionary<ulong, long> _lastSubmitMs = [];
    private readonly Dictionary<ulong, long> _bannedUntilMs = [];
    private readonly List<(SubmitScore Command, SubmitResult Answer)> _answers = [];
    private ulong _lastId;
    private ulong _lastKey;
    private int _lastContest;

    public BoardsWorld(Random random, IBoardsHost host)
    {
        _random = random;
        Host = host;
        _model = new NaiveBoards(host.Terms);
        _archives = new NaiveArchives(_model, host.NowMs);
    }

    public IBoardsHost Host { get; }

    public HashSet<string> Seen { get; } = [];

    /// <summary>The rules a world is played by: every kind of board, and few of each kept.</summary>
    public static ModeTerms Rules(ModeTerms usual, BoardOperator how)
    {
        bool sums = how == BoardOperator.Sum;
        return usual with
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
        };
    }

    /// <summary>Does something, whatever comes, and compares everything.</summary>
    public void Step()
    {
        Host.PassTo(NextTime());
        foreach ((ulong player, long untilMs) in _bannedUntilMs.ToArray())
        {
            if (untilMs == 0 || untilMs > Host.NowMs) continue;
            _bannedUntilMs.Remove(player);
            _model.Hidden.Remove(player);
            Seen.Add("ban over");
        }

        if (_archives.PassTo(Host.NowMs)) Seen.Add("event over");
        Act();
        if (_random.Next(12) == 0) Host.Disturb();
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
            case 6 when _random.Next(2) == 0: Plan(); break;
            default: Submit(player); break;
        }
    }

    private long NextTime()
    {
        long nowMs = Host.NowMs;
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
            Host.NowMs, player, ++_lastId, (ulong)score, score, seconds, (byte)_random.Next(3));
        SubmitResult answer = Host.Run<SubmitScore, SubmitResult>(command);
        bool isShutOut = _model.Hidden.Contains(player) && _bannedUntilMs.ContainsKey(player);
        Assert.Equal(isShutOut, answer.Code == BoardCode.Banned);
        if (isShutOut) return;
        bool isFrequent = _lastSubmitMs.TryGetValue(player, out long lastMs) && Host.NowMs - lastMs < 60_000;
        bool isFine = score <= 10_000 && seconds is >= 180 and <= 1800 && !isFrequent;
        Assert.Equal(isFine ? BoardCode.Ok : BoardCode.Held, answer.Code);
        _lastSubmitMs[player] = Host.NowMs;
        _answers.Add((command, answer));
        Seen.Add(answer.Code.ToString());
        if (!isFine) return;
        Count(new NaiveScore(player, score, score, command.Region, Host.NowMs, Host.NowMs));
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
        if (Host.NowMs - command.TimeMs >= BoardCalendar.DayMs) return;
        Assert.Equal(answer, Host.Run<SubmitScore, SubmitResult>(command with { TimeMs = Host.NowMs }));
        SubmitResult other = Host.Run<SubmitScore, SubmitResult>(command with { PayloadHash = 123_456 });
        Assert.Equal(BoardCode.SubmissionReused, other.Code);
        Seen.Add("repeated");
    }

    private void Ban(ulong player)
    {
        var kind = (BanKind)_random.Next(4);
        long untilMs = kind == BanKind.Temporary ? Host.NowMs + 1 + _random.Next(100_000_000) : 0;
        BoardResult result = Host.Run<BanPlayer, BoardResult>(
            new BanPlayer(Host.NowMs, player, kind, untilMs, 99, NextKey()));
        bool isUndone = kind == BanKind.None;
        bool wasHidden = isUndone ? _model.Hidden.Remove(player) : !_model.Hidden.Add(player);
        Assert.Equal(isUndone && !wasHidden ? BoardCode.NothingToUndo : BoardCode.Ok, result.Code);
        _bannedUntilMs.Remove(player);
        if (kind is BanKind.Temporary or BanKind.Permanent) _bannedUntilMs.Add(player, untilMs);
        Seen.Add($"ban {kind}");
    }

    private void Judge()
    {
        CasesReading cases = Host.Run<ReadCases, CasesReading>(new ReadCases(Host.NowMs, 0, 100, false, 0));
        CheatCase[] open = [.. cases.Cases];
        if (open.Length == 0) return;
        CheatCase one = open[_random.Next(open.Length)];
        bool isCleared = _random.Next(3) > 0;
        BoardResult result = Host.Run<JudgeCase, BoardResult>(
            new JudgeCase(Host.NowMs, one.CaseId, isCleared, 99, NextKey()));
        Assert.Equal(BoardCode.Ok, result.Code);
        Seen.Add(isCleared ? "cleared" : "upheld");
        if (!isCleared) return;
        foreach (HeldScore held in one.Held)
        {
            Count(new NaiveScore(
                one.PlayerId, held.Score, held.Score, held.Region, held.PlayedMs, Host.NowMs));
        }
    }

    private void Remove(ulong player)
    {
        BoardResult result = Host.Run<RemoveScores, BoardResult>(
            new RemoveScores(Host.NowMs, player, 99, NextKey()));
        if (result.Code == BoardCode.UnknownPlayer) return;
        _model.Remove(player);
        _archives.Remove(player);
        Seen.Add("removed");
    }

    private void Adjust(ulong player)
    {
        long delta = _random.Next(-300, 300);
        var region = (byte)_random.Next(3);
        BoardResult result = Host.Run<AdjustScore, BoardResult>(
            new AdjustScore(Host.NowMs, player, delta, region, 99, NextKey()));
        if (result.Code == BoardCode.UnknownPlayer) return;
        _model.Scores.Add(new NaiveScore(player, delta, 0, region, Host.NowMs, Host.NowMs, true));
        Seen.Add("adjusted");
    }

    private void ResetSeason()
    {
        // The list of scores does not tell which of two things of one millisecond was first.
        if (_model.Scores.Exists(score => score.CountedMs == Host.NowMs)) return;
        if (_lastSubmitMs.ContainsValue(Host.NowMs)) return;
        BoardResult result = Host.Run<ResetSeason, BoardResult>(
            new ResetSeason(Host.NowMs, 99, NextKey()));
        if (result.Code == BoardCode.Full) return;
        _archives.EndSeason(Host.NowMs);
        _model.ResetSeason(Host.NowMs);
        _archives.BeginSeason(Host.NowMs);
        Seen.Add("season reset");
    }

    private void Plan()
    {
        long startMs = Host.NowMs + _random.Next(3_600_000);
        var terms = new ContestTerms
        {
            Id = ++_lastContest,
            Name = "Cup",
            StartMs = startMs,
            EndMs = startMs + 1 + _random.Next(200_000_000),
            MultiplierPercent = 100 * _random.Next(1, 4),
            Region = (byte)(_random.Next(3) == 0 ? 1 : 0),
        };
        BoardResult result = Host.Run<SaveContest, BoardResult>(new SaveContest(Host.NowMs, terms, NextKey()));
        Assert.Equal(BoardCode.Ok, result.Code);
        _archives.Contests.Add(new NaiveContest(terms));
    }

    private void Count(NaiveScore score)
    {
        _model.Scores.Add(score);
        foreach (NaiveContest contest in _archives.Contests) contest.Count(score);
    }

    // Who moderates repeats a request that got no answer under the same key.
    private IdempotencyKey NextKey() => new(7, ++_lastKey, 1);

    private void Compare()
    {
        Host.State.CheckInvariants();
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Seasonal; kind++)
            for (byte region = 0; region <= 2; region++) CompareWindows(kind, region);
        CompareArchives();
        if (!Host.Terms.HasSliding) return;
        CompareSliding();
        CompareDecaying();
    }

    private void CompareWindows(WindowKind kind, byte region)
    {
        int current = _model.WindowOf(kind, Host.NowMs);
        Assert.Equal(
            _model.Board(kind, region, current).Select(row => row.Player),
            Read(BoardWish.Top(kind, 100, region)).Rows.Select(row => row.PlayerId));
        int first = Host.State.FirstKept(kind);
        foreach (Board board in Host.State.Boards.All)
        {
            if (board.Key.Kind != kind || board.Key.Region != region) continue;
            Assert.True(board.Key.Window >= first, "What is old is gone.");
            Assert.Equal(_model.Board(kind, region, board.Key.Window), RowsOf(board.Key));
        }

        IEnumerable<int> windows = _model.Scores.Select(score => _model.WindowOf(kind, score.PlayedMs)).Distinct();
        foreach (int window in windows.Where(window => window >= first))
        {
            if (_model.All(kind, region, window).Length == 0) continue;
            Assert.NotNull(Host.State.Boards.Find(new BoardKey(kind, region, window)));
        }
    }

    private void CompareArchives()
    {
        foreach (NaiveContest contest in _archives.Contests.Where(contest => !contest.HasEnded))
            Assert.Equal(contest.Standings(_model.Hidden), RowsOf(contest.Board));
        foreach ((BoardKey board, List<(ulong Player, long Score)> rows) in _archives.All)
        {
            BoardRow[] kept = Host.State.Archives.Find(board)?.Rows ?? [];
            Assert.Equal(rows, kept.Select(row => (row.PlayerId, row.Score)));
            Assert.Equal(Enumerable.Range(1, kept.Length), kept.Select(row => (int)row.Rank));
            Seen.Add("archived");
        }
    }

    private (ulong Player, long Score)[] RowsOf(BoardKey board) => Host.State.Boards.Find(board) is null
        ? []
        : [.. Read(new BoardWish(board, true, 1, 1000, 0, [])).Rows.Select(row => (row.PlayerId, row.Score))];

    private BoardCopy Read(in BoardWish wish)
    {
        BoardReading reading = Host.Run<ReadBoard, BoardReading>(new ReadBoard(Host.NowMs, new BoardCopy(), wish));
        Assert.Equal(BoardCode.Ok, reading.Code);
        return reading.Copy;
    }

    private void CompareSliding()
    {
        Dictionary<ulong, long> expected = _model.Sliding(Host.NowMs);
        IReadOnlyList<BoardRow> rows = Read(BoardWish.Top(WindowKind.Sliding, 100)).Rows;
        Assert.Equal(
            expected.OrderBy(row => row.Key), rows.ToDictionary(row => row.PlayerId, row => row.Score)
                .OrderBy(row => row.Key));
        Assert.Equal(rows.Select(row => row.Score).OrderDescending(), rows.Select(row => row.Score));
    }

    private void CompareDecaying()
    {
        Dictionary<ulong, double> expected = _model.Decayed(Host.NowMs);
        IReadOnlyList<BoardRow> rows = Read(BoardWish.Top(WindowKind.Decaying, 100)).Rows;
        Assert.Equal(expected.Keys.Order(), rows.Select(row => row.PlayerId).Order());
        foreach (BoardRow row in rows)
            Assert.InRange(row.Score, expected[row.PlayerId] * 0.999 - 1, expected[row.PlayerId] * 1.001 + 1);
    }
}
