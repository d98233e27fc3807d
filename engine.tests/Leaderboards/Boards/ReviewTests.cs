using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Bans, cases and removals: nobody sees a gap, and who is shadow-banned notices nothing.</summary>
public sealed class ReviewTests
{
    [Fact]
    public void WhoIsShadowBannedNoticesNothing()
    {
        BoardsHarness boards = WithFive();
        boards.Ban(3, BanKind.Shadow);
        Assert.Equal([5UL, 4UL, 2UL, 1UL], boards.Top(WindowKind.AllTime));
        Assert.Equal((3, 4), (boards.Player(3).Standings[0].Rank, boards.Player(3).Standings[0].Size));
        BoardCopy own = boards.Read(Around(3, 3));
        Assert.Equal(
            [new BoardRow(2, 4, 400), new BoardRow(3, 3, 300), new BoardRow(4, 2, 200)], own.Rows);
        Assert.Equal([(2L, 4UL), (3L, 2UL), (4L, 1UL)], Places(boards.Read(Around(2, 3))));
        SubmitResult answer = boards.Play(3, 150);
        Assert.Equal((BoardCode.Ok, 450L, 2L), (answer.Code, answer.Total, answer.Rank));
        Assert.Equal([5UL, 4UL, 2UL, 1UL], boards.Top(WindowKind.AllTime));
        boards.Ban(3, BanKind.None);
        Assert.Equal([5UL, 3UL, 4UL, 2UL, 1UL], boards.Top(WindowKind.AllTime));
        boards.CheckReplay();
    }

    [Fact]
    public void ATemporaryBanEndsByItself()
    {
        BoardsHarness boards = WithFive();
        long untilMs = boards.NowMs + 1_000_000;
        boards.Ban(5, BanKind.Temporary, untilMs);
        Assert.Equal(BoardCode.Banned, boards.Play(5, 1).Code);
        Assert.Equal(0, boards.Player(5).Standings[0].Rank);
        boards.PassTo(untilMs - 1);
        Assert.DoesNotContain(5UL, boards.Top(WindowKind.AllTime));
        boards.PassTo(untilMs);
        Assert.Equal(5UL, boards.Top(WindowKind.AllTime)[0]);
        Assert.Equal(BoardCode.Ok, boards.Play(5, 1).Code);
    }

    [Fact]
    public void AnOpenCaseGathersWhatIsHeldAndKeepsOnlyTheFirst()
    {
        var boards = new BoardsHarness();
        for (int i = 0; i < 20; i++) boards.Play(1, 20_000 + i);
        CheatCase one = Assert.Single(boards.Cases());
        Assert.Equal((20, CaseQueue.MaxHeld), (one.HeldCount, one.Held.Count));
        var judge = new JudgeCase(boards.NowMs, one.CaseId, false, 9);
        Assert.Equal(BoardCode.Ok, boards.Run<JudgeCase, BoardResult>(judge).Code);
        Assert.Equal(BoardCode.CaseIsClosed, boards.Run<JudgeCase, BoardResult>(judge).Code);
        Assert.Equal(
            BoardCode.UnknownCase, boards.Run<JudgeCase, BoardResult>(judge with { CaseId = 77 }).Code);
        Assert.Empty(boards.Top(WindowKind.AllTime));
        boards.Play(1, 30_000);
        Assert.NotEqual(one.CaseId, Assert.Single(boards.Cases()).CaseId);
    }

    [Fact]
    public void RemovedScoresAreGoneEverywhereAndSaySo()
    {
        BoardsHarness boards = WithFive();
        boards.Run<RemoveScores, BoardResult>(new RemoveScores(boards.NowMs, 5, 9));
        Assert.Equal([(ushort)34], boards.LastFacts);
        Assert.Equal([4UL, 3UL, 2UL, 1UL], boards.Top(WindowKind.AllTime));
        Assert.Equal([4UL, 3UL, 2UL, 1UL], boards.Top(WindowKind.Daily));
        PlayerReading player = boards.Player(5);
        Assert.Equal((0, 0L, 0), (player.GamesPlayed, player.TotalScore, player.Standings.Count));
        Assert.Equal(7, boards.Play(5, 7).Total);
    }

    [Fact]
    public void FriendsAreListedWithTheirRanksAmongAll()
    {
        BoardsHarness boards = WithFive();
        var wish = new BoardWish(new BoardKey(WindowKind.AllTime, 0, 0), false, 1, 10, 0, [1, 4, 77]);
        Assert.Equal([(2L, 4UL), (5L, 1UL)], Places(boards.Read(wish)));
        boards.Ban(4, BanKind.Shadow);
        Assert.Equal([(4L, 1UL)], Places(boards.Read(wish)));
    }

    [Fact]
    public void PagesGoOnFromAnyRank()
    {
        BoardsHarness boards = WithFive();
        BoardWish wish = BoardWish.Top(WindowKind.AllTime, 2) with { FromRank = 4 };
        Assert.Equal([(4L, 2UL), (5L, 1UL)], Places(boards.Read(wish)));
        Assert.Empty(boards.Read(wish with { FromRank = 6 }).Rows);
        Assert.Equal([(5L, 1UL)], Places(boards.Read(wish with { FromRank = 0 })));
        Assert.Equal([(3L, 3UL), (4L, 2UL)], Places(boards.Read(wish with { FromRank = -2 })));
        Assert.Equal([(1L, 5UL), (2L, 4UL)], Places(boards.Read(wish with { FromRank = -9 })));
        Assert.Equal(5, boards.Read(wish).Size);
    }

    private static BoardsHarness WithFive()
    {
        var boards = new BoardsHarness();
        for (ulong player = 1; player <= 5; player++) boards.Play(player, (int)player * 100);
        return boards;
    }

    private static BoardWish Around(ulong player, int count) =>
        new(new BoardKey(WindowKind.AllTime, 0, 0), false, 1, count, player, []);

    private static (long, ulong)[] Places(BoardCopy copy) => [.. copy.Rows.Select(row => (row.Rank, row.PlayerId))];
}
