using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>
/// Windows begin and end exactly by the calendar, whoever notices; what ended is kept as the rules say.
/// </summary>
public sealed class WindowTests
{
    private static readonly long MidnightMs = Ms("2024-01-18");

    [Theory]
    [InlineData(WindowKind.Daily, "2024-01-15T23:59:59.999Z", "2024-01-15")]
    [InlineData(WindowKind.Daily, "2024-01-16T00:00:00Z", "2024-01-16")]
    [InlineData(WindowKind.Weekly, "2024-01-14T23:59:59.999Z", "2024-W02")]
    [InlineData(WindowKind.Weekly, "2024-01-15T00:00:00Z", "2024-W03")]
    [InlineData(WindowKind.Weekly, "2021-01-03T12:00:00Z", "2020-W53")]
    [InlineData(WindowKind.Weekly, "2024-12-30T00:00:00Z", "2025-W01")]
    [InlineData(WindowKind.Monthly, "2024-02-29T23:59:59.999Z", "2024-02")]
    [InlineData(WindowKind.Monthly, "2024-03-01T00:00:00Z", "2024-03")]
    [InlineData(WindowKind.Seasonal, "2024-03-31T23:59:59.999Z", "S1-2024")]
    [InlineData(WindowKind.Seasonal, "2024-04-01T00:00:00Z", "S2-2024")]
    [InlineData(WindowKind.Seasonal, "2024-12-31T00:00:00Z", "S4-2024")]
    [InlineData(WindowKind.AllTime, "2024-12-31T00:00:00Z", "")]
    public void WindowsAreNamedByTheCalendar(WindowKind kind, string time, string name)
    {
        long timeMs = Ms(time);
        int window = BoardCalendar.WindowOf(kind, timeMs);
        Assert.Equal(name, BoardCalendar.NameOf(kind, window));
        Assert.InRange(timeMs, BoardCalendar.StartMs(kind, window), BoardCalendar.EndMs(kind, window) - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MidnightBelongsToTheNewDayWhoeverNotices(bool byTimer)
    {
        var boards = new BoardsHarness { NowMs = MidnightMs - 1 };
        boards.Submit(1, 100);
        if (byTimer) boards.PassTo(MidnightMs);
        boards.NowMs = Math.Max(boards.NowMs, MidnightMs);
        Assert.Empty(boards.Top(WindowKind.Daily));
        boards.Submit(2, 50);
        int day = BoardCalendar.WindowOf(WindowKind.Daily, MidnightMs);
        Assert.Equal([(1UL, 100L)], boards.Rows(new BoardKey(WindowKind.Daily, 0, day - 1)));
        Assert.Equal([(2UL, 50L)], boards.Rows(new BoardKey(WindowKind.Daily, 0, day)));
        Assert.Equal([1UL, 2UL], boards.Top(WindowKind.Weekly));
        boards.CheckReplay();
    }

    [Fact]
    public void WhatEndedIsArchivedAndTheTopRewarded()
    {
        var boards = new BoardsHarness(terms => terms with
        {
            ArchiveRows = 2,
            Rewards = [new RewardTier(WindowKind.Daily, 1, "crown"), new RewardTier(WindowKind.Daily, 3, "ribbon")],
        });
        for (ulong player = 1; player <= 5; player++) boards.Play(player, (int)player * 100);
        boards.NowMs = MidnightMs;
        Assert.True(boards.WakeIfDue());
        Assert.Equal([23, 20, 22, 22, 22], boards.LastFacts.Select(static type => (int)type));
        Assert.Equal(3, boards.State.RewardCount);
        var key = new BoardKey(WindowKind.Daily, 0, BoardCalendar.WindowOf(WindowKind.Daily, MidnightMs) - 1);
        ArchiveReading archive = boards.Run<ReadArchive, ArchiveReading>(new ReadArchive(boards.NowMs, key));
        Assert.Equal(new ArchiveHead(key, MidnightMs, 5), archive.Head);
        Assert.Equal([new BoardRow(1, 5, 500), new BoardRow(2, 4, 400)], archive.Rows);
        boards.Run<RemoveScores, BoardResult>(new RemoveScores(boards.NowMs, 5, 9));
        archive = boards.Run<ReadArchive, ArchiveReading>(new ReadArchive(boards.NowMs, key));
        Assert.Equal(4, archive.Head.Participants);
        Assert.Equal(new BoardRow(1, 4, 400), archive.Rows[0]);
        Assert.Equal((4UL, 400L), boards.Rows(key)[0]);
    }

    [Fact]
    public void WindowsAreDroppedWholeAndTheirArchivesStay()
    {
        var boards = new BoardsHarness(terms => terms with { DaysKept = 2 });
        boards.Submit(1, 100);
        var key = new BoardKey(WindowKind.Daily, 0, BoardCalendar.WindowOf(WindowKind.Daily, boards.NowMs));
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        Assert.Single(boards.Rows(key));
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        boards.Read(new BoardWish(key, true, 1, 10, 0, []), BoardCode.UnknownBoard);
        ArchivesReading list = boards.Run<ReadArchives, ArchivesReading>(
            new ReadArchives(boards.NowMs, WindowKind.Daily, 0, 10));
        Assert.Equal(key, Assert.Single(list.Archives).Board);
    }

    [Fact]
    public void ASeasonEndedEarlyBeginsAnother()
    {
        var boards = new BoardsHarness();
        boards.Play(1, 100);
        boards.NowMs++;
        Assert.Equal(BoardCode.Ok, boards.Run<ResetSeason, BoardResult>(new ResetSeason(boards.NowMs, 9)).Code);
        Assert.Empty(boards.Top(WindowKind.Seasonal));
        Assert.Equal([1UL], boards.Top(WindowKind.Monthly));
        boards.Play(2, 50);
        BoardCopy copy = boards.Read(BoardWish.Top(WindowKind.Seasonal, 10));
        Assert.Equal("S1-2024.2", BoardCalendar.NameOf(WindowKind.Seasonal, copy.Board.Window));
        Assert.Equal([2UL], copy.Rows.Select(row => row.PlayerId));
        boards.PassTo(Ms("2024-04-01"));
        boards.Play(3, 10);
        copy = boards.Read(BoardWish.Top(WindowKind.Seasonal, 10));
        Assert.Equal("S2-2024", BoardCalendar.NameOf(WindowKind.Seasonal, copy.Board.Window));
        boards.CheckReplay();
    }

    [Fact]
    public void AHeldScoreCountsInTheWindowItWasPlayedIn()
    {
        var boards = new BoardsHarness { NowMs = MidnightMs - 1 };
        boards.Submit(1, 99_000);
        boards.Submit(2, 10);
        boards.PassTo(MidnightMs + 1000);
        boards.Run<JudgeCase, BoardResult>(new JudgeCase(boards.NowMs, boards.Cases()[0].CaseId, true, 9));
        Assert.Empty(boards.Top(WindowKind.Daily));
        int day = BoardCalendar.WindowOf(WindowKind.Daily, MidnightMs);
        Assert.Equal([(1UL, 99_000L), (2UL, 10L)], boards.Rows(new BoardKey(WindowKind.Daily, 0, day - 1)));
        Assert.Equal(99_000, boards.Player(1).BestScore);
        Assert.Equal(CaseStatus.Cleared, boards.Cases(includesClosed: true)[0].Status);
    }

    [Fact]
    public void TheLastDayMovesOnByTheHour()
    {
        var boards = new BoardsHarness(terms => terms with { HasSliding = true });
        boards.Submit(1, 100);
        boards.PassTo(boards.NowMs + (23 * BoardCalendar.HourMs) + 1);
        boards.Submit(1, 30);
        Assert.Equal(130, boards.Read(BoardWish.Top(WindowKind.Sliding, 1)).Rows[0].Score);
        boards.PassTo(boards.NowMs + BoardCalendar.HourMs);
        Assert.Equal(30, boards.Read(BoardWish.Top(WindowKind.Sliding, 1)).Rows[0].Score);
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        Assert.Empty(boards.Top(WindowKind.Sliding));
        boards.NowMs += 90 * BoardCalendar.DayMs;
        boards.Submit(2, 5);
        Assert.Equal([2UL], boards.Top(WindowKind.Sliding));
        boards.CheckReplay();
    }

    [Fact]
    public void AScoreIsWorthHalfAfterAHalfLife()
    {
        var boards = new BoardsHarness(terms => terms with { DecayHalfLifeMs = BoardCalendar.DayMs });
        boards.Submit(1, 1000);
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        Assert.Equal(500, boards.Read(BoardWish.Top(WindowKind.Decaying, 1)).Rows[0].Score);
        boards.Submit(2, 501);
        Assert.Equal([2UL, 1UL], boards.Top(WindowKind.Decaying));
        boards.PassTo(boards.NowMs + (10 * BoardCalendar.DayMs));
        Assert.Equal([2UL, 1UL], boards.Top(WindowKind.Decaying));
    }

    private static long Ms(string time) => DateTimeOffset.Parse(
        time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal)
        .ToUnixTimeMilliseconds();
}
