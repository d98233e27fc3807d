using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Events and tournaments keep to their rules, and end when they say.</summary>
public sealed class ContestTests
{
    private const long HourMs = BoardCalendar.HourMs;

    private static readonly ContestTerms Usual = new()
    {
        Id = 1,
        Name = "Weekend cup",
        StartMs = BoardsHarness.StartMs + HourMs,
        EndMs = BoardsHarness.StartMs + (3 * HourMs),
    };

    [Fact]
    public void OnlyGamesInItsTimeCount()
    {
        var boards = new BoardsHarness();
        boards.Save(Usual);
        boards.NowMs = Usual.StartMs - 1;
        boards.Submit(1, 100);
        boards.NowMs = Usual.StartMs;
        boards.Submit(2, 50);
        boards.NowMs = Usual.EndMs - 1;
        boards.Submit(3, 70);
        boards.NowMs = Usual.EndMs;
        boards.Submit(4, 90);
        Assert.Equal([(3UL, 70L), (2UL, 50L)], boards.Rows(Key(1)));
        ContestView view = Assert.Single(Contests(boards));
        Assert.True(view.HasEnded);
        Assert.Equal(2, view.Participants);
        ArchiveReading archive = boards.Run<ReadArchive, ArchiveReading>(new ReadArchive(boards.NowMs, Key(1)));
        Assert.Equal([3UL, 2UL], archive.Rows.Select(row => row.PlayerId));
        boards.CheckReplay();
    }

    [Fact]
    public void AnEventHasAnEmptyBoardBeforeTheFirstScore()
    {
        var boards = new BoardsHarness();
        boards.Save(Usual);
        Assert.Empty(boards.Rows(Key(1)));
        boards.Read(new BoardWish(Key(2), true, 1, 10, 0, []), BoardCode.UnknownBoard);
    }

    [Fact]
    public void DoublePointsCountTwiceThereAndWhenSaidSoEverywhere()
    {
        var boards = new BoardsHarness();
        boards.Save(Usual with { MultiplierPercent = 200 });
        boards.Save(Usual with { Id = 2, MultiplierPercent = 150, MultipliesBoards = true, StartMs = Usual.StartMs });
        boards.NowMs = Usual.StartMs;
        boards.Submit(1, 100);
        Assert.Equal([(1UL, 200L)], boards.Rows(Key(1)));
        Assert.Equal([(1UL, 150L)], boards.Rows(Key(2)));
        Assert.Equal(150, boards.Player(1).Standings[0].Score);
        Assert.Equal(100, boards.Player(1).TotalScore);
    }

    [Fact]
    public void ATournamentTakesWhoJoinedAndNoMoreThanItMay()
    {
        var boards = new BoardsHarness();
        boards.Save(Usual with { NeedsJoining = true, MaxPlayers = 2, MaxAttempts = 2 });
        Assert.Equal(BoardCode.Ok, boards.Join(1, 1).Code);
        Assert.Equal(BoardCode.AlreadyJoined, boards.Join(1, 1).Code);
        Assert.Equal(BoardCode.Ok, boards.Join(1, 2).Code);
        Assert.Equal(BoardCode.ContestFull, boards.Join(1, 3).Code);
        Assert.Equal(BoardCode.UnknownContest, boards.Join(8, 3).Code);
        boards.PassTo(Usual.StartMs);
        for (int game = 0; game < 3; game++) boards.Play(1, 100);
        boards.Play(3, 500);
        Assert.Equal([(1UL, 200L)], boards.Rows(Key(1)));
        Assert.Equal(2, Contests(boards, player: 1)[0].Attempts);
        boards.PassTo(Usual.EndMs);
        Assert.Equal(BoardCode.ContestOver, boards.Join(1, 4).Code);
    }

    [Fact]
    public void WhoJoinedHasSoMuchTimeOfTheirOwn()
    {
        var boards = new BoardsHarness();
        boards.Save(Usual with { NeedsJoining = true, AttemptMs = HourMs });
        boards.Join(1, 1);
        boards.PassTo(Usual.StartMs + HourMs - 1);
        boards.Submit(1, 10);
        boards.Join(1, 2);
        boards.PassTo(Usual.StartMs + HourMs + 60_000);
        boards.Submit(1, 20);
        boards.Submit(2, 30);
        Assert.Equal([(2UL, 30L), (1UL, 10L)], boards.Rows(Key(1)));
        boards.Reload();
        boards.CheckReplay();
    }

    [Fact]
    public void TheTopOfItIsRewardedUnlessItIsCalledOff()
    {
        var rewards = new[] { new RewardTier(WindowKind.Contest, 1, "cup") };
        var boards = new BoardsHarness(terms => terms with { Rewards = rewards });
        boards.Save(Usual);
        boards.Save(Usual with { Id = 2 });
        boards.NowMs = Usual.StartMs;
        boards.Submit(1, 100);
        BoardResult ended = boards.Run<EndContest, BoardResult>(new EndContest(boards.NowMs, 2));
        Assert.Equal(BoardCode.Ok, ended.Code);
        Assert.Equal(0, boards.State.RewardCount);
        boards.PassTo(Usual.EndMs);
        Assert.Equal(1, boards.State.RewardCount);
    }

    [Fact]
    public void RulesThatMakeNoSenseAreRefused()
    {
        var boards = new BoardsHarness();
        ContestTerms[] wrong =
        [
            Usual with { Id = 0 }, Usual with { EndMs = Usual.StartMs }, Usual with { MultiplierPercent = 0 },
            Usual with { AttemptMs = 1 }, Usual with { Region = 1 },
            Usual with { StartMs = 1, EndMs = BoardsHarness.StartMs },
        ];
        Assert.All(wrong, terms => Assert.Equal(BoardCode.InvalidTerms, boards.Save(terms).Code));
        boards.Save(Usual);
        boards.PassTo(Usual.StartMs);
        BoardResult result = boards.Save(Usual with { Operator = BoardOperator.Best });
        Assert.Equal(BoardCode.InvalidTerms, result.Code);
        Assert.Equal(BoardCode.Ok, boards.Save(Usual with { EndMs = Usual.EndMs + 1 }).Code);
    }

    private static BoardKey Key(int id) => new(WindowKind.Contest, 0, id);

    private static IReadOnlyList<ContestView> Contests(BoardsHarness boards, ulong player = 0) =>
        boards.Run<ReadContests, ContestsReading>(new ReadContests(boards.NowMs, player)).Contests;
}
