using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Submitting: what counts, what is held, what is refused, and what a repeated submission gets.</summary>
public sealed class SubmitTests
{
    [Theory]
    [InlineData(10_000, 600, CheatReasons.None)]
    [InlineData(10_001, 600, CheatReasons.ScoreTooHigh)]
    [InlineData(1, 180, CheatReasons.None)]
    [InlineData(1, 179, CheatReasons.TooShort)]
    [InlineData(1, 1800, CheatReasons.None)]
    [InlineData(1, 1801, CheatReasons.TooLong)]
    [InlineData(99_999, 0, CheatReasons.ScoreTooHigh | CheatReasons.TooShort)]
    public void RulesAreHeldAgainstEverySubmission(int score, int seconds, CheatReasons reasons)
    {
        var boards = new BoardsHarness();
        SubmitResult answer = boards.Submit(1, score, seconds: seconds);
        Assert.Equal(reasons, answer.Reasons);
        Assert.Equal(reasons == CheatReasons.None ? BoardCode.Ok : BoardCode.Held, answer.Code);
        Assert.Equal(reasons == CheatReasons.None ? 1 : 0, boards.Top(WindowKind.AllTime).Length);
        Assert.Equal(reasons == CheatReasons.None ? 0 : 1, boards.Cases().Length);
    }

    [Fact]
    public void APlayerPlaysOneGameAMinuteAtMost()
    {
        var boards = new BoardsHarness();
        boards.Submit(1, 10);
        boards.NowMs += 59_999;
        Assert.Equal(CheatReasons.TooFrequent, boards.Submit(1, 10).Reasons);
        boards.NowMs += 60_000;
        Assert.Equal(BoardCode.Ok, boards.Submit(1, 10).Code);
        Assert.Equal(BoardCode.Ok, boards.Submit(2, 10).Code);
    }

    [Fact]
    public void AnswersSayTotalAndRanks()
    {
        var boards = new BoardsHarness();
        Assert.Equal(new SubmitResult(BoardCode.Ok, CheatReasons.None, 500, 1, 0, true), boards.Play(1, 500));
        Assert.Equal(new SubmitResult(BoardCode.Ok, CheatReasons.None, 300, 2, 0, true), boards.Play(2, 300));
        Assert.Equal(new SubmitResult(BoardCode.Ok, CheatReasons.None, 500, 2, 2, false), boards.Play(2, 200));
        Assert.Equal(new SubmitResult(BoardCode.Ok, CheatReasons.None, 501, 1, 2, false), boards.Play(2, 1));
        Assert.Equal([2UL, 1UL], boards.Top(WindowKind.AllTime));
    }

    [Fact]
    public void ManyAtOnceAreWhatTheyWereOneByOne()
    {
        var alone = new BoardsHarness();
        var together = new BoardsHarness();
        (ulong Player, int Score, ulong Id)[] games =
            [(1, 500, 1), (2, 300, 2), (1, 400, 3), (3, 99_999, 4), (2, 300, 2), (2, 301, 2), (0, 5, 5), (4, 450, 6)];
        SubmitScore[] batch =
            [.. games.Select(game => CommandOf(game.Player, game.Score, game.Id, together.NowMs))];
        SubmitResults answer = together.Run<SubmitScores, SubmitResults>(new SubmitScores(together.NowMs, batch));
        Assert.Equal(batch.Select(each => alone.Run<SubmitScore, SubmitResult>(each)), answer.Results);
        Assert.Equal(alone.Hash, together.Hash);
        together.Reload();
        Assert.Equal(alone.Hash, together.Hash);
        RanksReading ranks = together.Run<ReadRanks, RanksReading>(new ReadRanks(together.NowMs, [4, 9, 1]));
        Assert.Equal([new PlayerRank(2, 450), default, new PlayerRank(1, 500)], ranks.Ranks);
        SubmitScore[] tooMany = [.. Enumerable.Repeat(batch[0], LeaderboardMachine.MaxSubmissions + 1)];
        answer = together.Run<SubmitScores, SubmitResults>(new SubmitScores(together.NowMs, tooMany));
        Assert.Equal(BoardCode.Full, answer.Code);
    }

    [Fact]
    public void ARepeatedSubmissionGetsItsFirstAnswer()
    {
        var boards = new BoardsHarness();
        SubmitResult first = boards.Submit(1, 500, id: 77);
        boards.Play(2, 900);
        Assert.Equal(first, boards.Submit(1, 500, id: 77));
        Assert.Equal(0, boards.LastEventCount);
        Assert.Equal(BoardCode.SubmissionReused, boards.Submit(1, 501, id: 77).Code);
        boards.Reload();
        Assert.Equal(first, boards.Submit(1, 500, id: 77));
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        Assert.Equal(1000, boards.Submit(1, 500, id: 77).Total);
    }

    [Fact]
    public void OneFactPutsAScoreOnTenBoards()
    {
        var boards = new BoardsHarness(terms => terms with { RegionCount = 3 });
        boards.Submit(1, 500, region: 2);
        Assert.Equal([(ushort)10], boards.LastFacts);
        Assert.Equal(10, boards.Player(1).Standings.Count);
        Assert.All(boards.Player(1).Standings, standing => Assert.Equal((1, 500), (standing.Rank, standing.Score)));
        Assert.Equal([1UL], boards.Top(WindowKind.Weekly, 2));
        Assert.Empty(boards.Top(WindowKind.Weekly, 1));
    }

    [Fact]
    public void WhatMakesNoSenseIsRefused()
    {
        var boards = new BoardsHarness();
        Assert.Equal(BoardCode.InvalidScore, boards.Submit(1, -1).Code);
        Assert.Equal(BoardCode.InvalidScore, boards.Submit(1, 1, seconds: -1).Code);
        Assert.Equal(BoardCode.InvalidScore, boards.Submit(1, 1, region: 1).Code);
        Assert.Equal(BoardCode.InvalidScore, boards.Submit(0, 1).Code);
        Assert.Equal(0, boards.State.PlayerCount);
    }

    [Fact]
    public void AModeThatIsFullTakesNoFurtherPlayer()
    {
        var boards = new BoardsHarness(maxPlayers: 2);
        boards.Submit(1, 1);
        boards.Submit(2, 1);
        Assert.Equal(BoardCode.Full, boards.Submit(3, 1).Code);
        Assert.Equal(BoardCode.Ok, boards.Play(2, 1).Code);
    }

    [Fact]
    public void SubmittingAllocatesNothing()
    {
        var boards = new BoardsHarness(terms => terms with
        {
            RegionCount = 4,
            HasSliding = true,
            DecayHalfLifeMs = BoardCalendar.DayMs,
            LeagueGroupSize = 10,
            MinIntervalMs = 0,
        });
        ulong player = 0;
        void Submit() => boards.SubmitDetached(1 + (player++ % 500), (int)(player % 997), (byte)(player % 5));
        for (int i = 0; i < 40_000; i++) Submit();
        AllocationGate.AssertNone(Submit);
    }

    [Fact]
    public void EverySequenceOfFiveDeedsInATinyWorld()
    {
        const int Deeds = 6, Length = 5;
        int worlds = (int)Math.Pow(Deeds, Length);
        for (int world = 0; world < worlds; world++) RunTiny(world, Deeds, Length);
    }

    private static void RunTiny(int world, int deeds, int length)
    {
        var boards = new BoardsHarness(terms => terms with { MinIntervalMs = 0, DaysKept = 2 });
        var model = new NaiveBoards(boards.Terms);
        for (int step = 0; step < length; step++, world /= deeds)
        {
            DoTiny(world % deeds, boards, model);
            for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Daily; kind++)
            {
                (ulong Player, long)[] expected = model.Board(kind, 0, model.WindowOf(kind, boards.NowMs));
                Assert.Equal(expected.Select(row => row.Player), boards.Top(kind));
            }
        }

        boards.State.CheckInvariants();
        boards.CheckReplay();
    }

    private static void DoTiny(int deed, BoardsHarness boards, NaiveBoards model)
    {
        switch (deed)
        {
            case 0 or 1:
                ulong player = 1 + (ulong)deed;
                if (boards.Submit(player, 5 + deed).Code != BoardCode.Ok) break;
                model.Scores.Add(new NaiveScore(player, 5 + deed, 5 + deed, 0, boards.NowMs, boards.NowMs));
                break;
            case 2:
                if (boards.Ban(1, BanKind.Shadow).Code == BoardCode.Ok) model.Hidden.Add(1);
                break;
            case 3:
                if (boards.Ban(1, BanKind.None).Code == BoardCode.Ok) model.Hidden.Remove(1);
                break;
            case 4:
                boards.Run<RemoveScores, BoardResult>(new RemoveScores(boards.NowMs, 1, 9));
                model.Remove(1);
                break;
            default:
                boards.NowMs += BoardCalendar.DayMs;
                break;
        }
    }

    private static SubmitScore CommandOf(ulong player, int score, ulong id, long nowMs) =>
        new(nowMs, player, id, (ulong)score, score, 600, 0);
}
