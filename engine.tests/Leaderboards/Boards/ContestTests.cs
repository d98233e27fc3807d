using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

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
        BoardResult ended = boards.End(2, 1);
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
            Usual with { Id = -1 }, Usual with { EndMs = Usual.StartMs }, Usual with { MultiplierPercent = 0 },
            Usual with { AttemptMs = 1 }, Usual with { Region = 1 },
            Usual with { StartMs = 1, EndMs = BoardsHarness.StartMs },
        ];
        Assert.All(wrong, terms => Assert.Equal(BoardCode.InvalidTerms, boards.Save(terms).Code));
        boards.Save(Usual);
        boards.PassTo(Usual.StartMs);
        BoardResult result = boards.Save(Usual with { Operator = BoardOperator.Best }, 1);
        Assert.Equal(BoardCode.InvalidTerms, result.Code);
        Assert.Equal(BoardCode.Ok, boards.Save(Usual with { EndMs = Usual.EndMs + 1 }, 1).Code);
    }

    [Fact]
    public void NobodyChangesOrEndsItOverSomebodyElse()
    {
        var boards = new BoardsHarness();
        Assert.Equal(new BoardResult(BoardCode.Ok, 1), boards.Save(Usual with { Id = 0 }));
        Assert.Equal(new BoardResult(BoardCode.Ok, 2), boards.Save(Usual with { Id = 0 }));
        Assert.Equal(BoardCode.RevisionConflict, boards.Save(Usual).Code);
        Assert.Equal(BoardCode.UnknownContest, boards.Save(Usual with { Id = 3 }, 1).Code);
        Assert.Equal(BoardCode.Ok, boards.Save(Usual with { Name = "Cup" }, 1).Code);
        Assert.Equal(BoardCode.RevisionConflict, boards.Save(Usual, 1).Code);
        boards.Reload();
        Assert.Equal(["Cup", Usual.Name], Contests(boards).Select(view => view.Terms.Name));
        Assert.Equal([2, 1], Contests(boards).Select(view => view.Terms.Revision));
        Assert.Equal(BoardCode.RevisionConflict, boards.End(1, 1).Code);
        Assert.Equal(BoardCode.Ok, boards.End(1, 2).Code);
        Assert.Equal(BoardCode.ContestOver, boards.End(1, 2).Code);
        boards.CheckReplay();
    }

    [Fact]
    public void WhatAnEarlierServerAskedForIsUnderstood()
    {
        var ended = new MessagePackReader(Earlier(static (ref writer) => writer.Write(7)));
        Assert.Equal(new EndContest(5, 7), EndContest.Read(ref ended));
        var reset = new MessagePackReader(Earlier(static (ref writer) => writer.Write(99UL)));
        Assert.Equal(new ResetSeason(5, 99), ResetSeason.Read(ref reset));
        var saved = new MessagePackReader(Earlier(static (ref writer) => Usual.Write(ref writer)));
        Assert.Equal(new SaveContest(5, Usual), SaveContest.Read(ref saved));
    }

    private delegate void WriteWhat(ref MessagePackWriter writer);

    /// <summary>A request of three fields: when, what, and no idempotency key.</summary>
    private static byte[] Earlier(WriteWhat what)
    {
        var bytes = new ByteBuffer();
        var writer = new MessagePackWriter(bytes);
        writer.WriteArrayHeader(3);
        writer.Write(5L);
        what(ref writer);
        default(IdempotencyKey).Write(ref writer);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static BoardKey Key(int id) => new(WindowKind.Contest, 0, id);

    private static IReadOnlyList<ContestView> Contests(BoardsHarness boards, ulong player = 0) =>
        boards.Run<ReadContests, ContestsReading>(new ReadContests(boards.NowMs, player)).Contests;
}
