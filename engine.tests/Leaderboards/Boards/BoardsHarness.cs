using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.Core.Machines;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>A game mode without an engine around it.</summary>
internal sealed class BoardsHarness : MachineHarness<LeaderboardState>, IBoardsHost
{
    // Wednesday 2024-01-17T12:00Z.
    public const long StartMs = 1_705_492_800_000;

    private ulong _lastSubmission;

    public BoardsHarness(Func<ModeTerms, ModeTerms>? terms = null, int maxPlayers = 1 << 16)
        : base(new LeaderboardMachine(maxPlayers), 7, static state => state.StateHash(), StartMs)
    {
        var usual = new ModeTerms { Name = "Raid", MaxScorePerGame = 10_000, AverageGameSeconds = 600 };
        Terms = terms?.Invoke(usual) ?? usual;
        Assert.Equal(BoardCode.Ok, Run<OpenMode, BoardResult>(new OpenMode(NowMs, Terms)).Code);
    }

    public ModeTerms Terms { get; }

    /// <inheritdoc/>
    public void Disturb() => Reload();

    /// <inheritdoc/>
    public void End() => CheckReplay();

    /// <summary>Moves the clock and wakes the machine until it has nothing left to do.</summary>
    public void PassTo(long timeMs)
    {
        NowMs = timeMs;
        for (int i = 0; WakeIfDue(); i++)
        {
            Assert.True(i < 10_000, "It comes to an end.");
            NowMs++;
        }
    }

    public SubmitResult Submit(ulong player, int score, byte region = 0, int seconds = 600, ulong id = 0) =>
        Run<SubmitScore, SubmitResult>(new SubmitScore(
            NowMs, player, id == 0 ? ++_lastSubmission : id, (ulong)score, score, seconds, region));

    /// <summary>Submits with a journal that is forgotten at once.</summary>
    public void SubmitDetached(ulong player, int score, byte region)
    {
        Forget();
        ulong id = ++_lastSubmission;
        Run<SubmitScore, SubmitResult>(new SubmitScore(NowMs, player, id, (ulong)score, score, 600, region));
    }

    /// <summary>Submits a minute later than the last.</summary>
    public SubmitResult Play(ulong player, int score, byte region = 0)
    {
        PassTo(NowMs + Terms.MinIntervalMs);
        return Submit(player, score, region);
    }

    public BoardResult Ban(ulong player, BanKind kind, long untilMs = 0) =>
        Run<BanPlayer, BoardResult>(new BanPlayer(NowMs, player, kind, untilMs, 99));

    public BoardResult Save(ContestTerms contest, int revision = 0) =>
        Run<SaveContest, BoardResult>(new SaveContest(NowMs, contest, ExpectedRevision: revision));

    public BoardResult End(int contest, int revision) =>
        Run<EndContest, BoardResult>(new EndContest(NowMs, contest, ExpectedRevision: revision));

    public BoardResult Join(int contest, ulong player) =>
        Run<JoinContest, BoardResult>(new JoinContest(NowMs, contest, player));

    public BoardCopy Read(in BoardWish wish, BoardCode expected = BoardCode.Ok)
    {
        BoardReading reading = Run<ReadBoard, BoardReading>(new ReadBoard(NowMs, new BoardCopy(), wish));
        Assert.Equal(expected, reading.Code);
        Assert.Equal(0, LastEventCount);
        return reading.Copy;
    }

    /// <summary>Players of a board, the best first.</summary>
    public ulong[] Top(WindowKind kind, byte region = 0) =>
        [.. Read(BoardWish.Top(kind, 100, region)).Rows.Select(static row => row.PlayerId)];

    /// <summary>Players and scores of a board, the best first.</summary>
    public (ulong Player, long Score)[] Rows(BoardKey key) =>
        [.. Read(new BoardWish(key, true, 1, 1000, 0, [])).Rows.Select(static row => (row.PlayerId, row.Score))];

    public PlayerReading Player(ulong player) =>
        Run<ReadPlayer, PlayerReading>(new ReadPlayer(NowMs, player));

    public CheatCase[] Cases(bool includesClosed = false) =>
        [.. Run<ReadCases, CasesReading>(new ReadCases(NowMs, 0, 100, includesClosed, 0)).Cases];
}
