using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Tests.Leaderboards.Boards;

namespace Catalog.Engine.Tests.Leaderboards.AntiCheat;

/// <summary>The analyzer flags, once; what a human decided comes up again only for something new.</summary>
public sealed class RaiseCaseTests
{
    private static readonly AnomalyReason Reason = new("level", 7.5, "Scores lately are high.");
    private readonly BoardsHarness _boards = new();

    [Fact]
    public void A_flag_is_a_case_that_repeating_does_not_make_another()
    {
        _boards.Play(1, 100);
        Assert.Equal(new BoardResult(BoardCode.Ok, 1), Raise(1, 0.9, 30));
        Assert.Equal([AnomalyFlagged.TypeId], _boards.LastFacts);
        Assert.Equal(new BoardResult(BoardCode.Ok, 0), Raise(1, 0.9, 30));
        Assert.Equal(new BoardResult(BoardCode.Ok, 0), Raise(1, 0.94, 300));
        Assert.Equal(0, _boards.LastEventCount);
        Assert.Equal(new BoardResult(BoardCode.Ok, 1), Raise(1, 0.96, 31));
        CheatCase one = Assert.Single(_boards.Cases());
        Assert.Equal((0.96, CheatPattern.Bot, 31), (one.Anomaly!.Score, one.Anomaly.Pattern, one.Anomaly.Games));
        Assert.Equal(Reason, Assert.Single(one.Anomaly.Reasons));
        Assert.Empty(one.Held);
        Check();
    }

    [Fact]
    public void A_cleared_one_comes_up_again_for_a_higher_score_or_many_games()
    {
        _boards.Play(1, 100);
        Raise(1, 0.85, 30);
        Judge(1, isCleared: true);
        Assert.Equal(0, Raise(1, 0.86, 79).Number);
        Assert.Equal(2, Raise(1, 0.86, 80).Number);
        Judge(2, isCleared: true);
        Assert.Equal(0, Raise(1, 0.88, 90).Number);
        Assert.Equal(3, Raise(1, 0.95, 90).Number);
        Check();
    }

    [Fact]
    public void Rules_and_the_analyzer_share_a_case()
    {
        _boards.Play(1, 20_000);
        Assert.Equal(1, Raise(1, 0.9, 30).Number);
        _boards.Play(1, 30_000);
        CheatCase one = Assert.Single(_boards.Cases());
        Assert.Equal((CheatReasons.ScoreTooHigh, 2, 0.9), (one.Reasons, one.HeldCount, one.Anomaly!.Score));
        Check();
    }

    [Fact]
    public void Who_is_unknown_or_off_the_boards_is_not_raised()
    {
        Assert.Equal(BoardCode.UnknownPlayer, Raise(1, 0.9, 30).Code);
        _boards.Play(1, 100);
        Assert.Equal(BoardCode.InvalidTerms, Raise(1, 1.1, 30).Code);
        _boards.Ban(1, BanKind.Shadow);
        Assert.Equal(new BoardResult(BoardCode.Ok, 0), Raise(1, 0.9, 30));
        Assert.Empty(_boards.Cases());
    }

    [Fact]
    public void The_highest_scores_come_first_page_by_page()
    {
        for (ulong player = 1; player <= 5; player++)
        {
            _boards.Play(player, 100);
            Raise(player, 0.8 + (player % 3 * 0.05), 30);
        }

        _boards.Play(6, 20_000);
        Assert.Equal([2UL, 5UL, 1UL, 4UL], Page(0).Cases.Select(static one => one.PlayerId));
        CasesReading last = Page(4);
        Assert.Equal([3UL, 6UL], last.Cases.Select(static one => one.PlayerId));
        Assert.False(last.HasMore);
    }

    private CasesReading Page(long from) =>
        _boards.Run<ReadCases, CasesReading>(new ReadCases(_boards.NowMs, from, 4, false, 0, IsByScore: true));

    private BoardResult Raise(ulong player, double score, int games) => _boards.Run<RaiseCase, BoardResult>(
        new RaiseCase(_boards.NowMs, player, score, CheatPattern.Bot, games, [Reason]));

    private void Judge(long caseId, bool isCleared) => Assert.Equal(
        BoardCode.Ok, _boards.Run<JudgeCase, BoardResult>(new JudgeCase(_boards.NowMs, caseId, isCleared, 9)).Code);

    private void Check()
    {
        _boards.CheckReplay();
        _boards.Reload();
        _boards.CheckReplay();
    }
}
