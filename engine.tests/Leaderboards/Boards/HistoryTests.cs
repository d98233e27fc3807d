using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Ranks of past days: exact among the first hundred, within one percent behind them.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void APlayersPlacesAreKnownDayByDay()
    {
        var boards = new BoardsHarness();
        int first = BoardCalendar.WindowOf(WindowKind.Daily, boards.NowMs);
        boards.Play(1, 100);
        boards.Play(2, 200);
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        boards.Play(1, 500);
        boards.PassTo(boards.NowMs + (2 * BoardCalendar.DayMs));
        boards.Play(2, 900);
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        boards.Reload();
        PlayerDay[] expected =
        [
            new(first, 2, 100, true), new(first + 1, 1, 600, true), new(first + 2, 1, 600, true),
            new(first + 3, 2, 600, true),
        ];
        Assert.Equal(expected, Days(boards, 1, first, 10));
        Assert.Equal([1L, 2L, 2L, 1L], Days(boards, 2, first, 10).Select(day => day.Rank));
        boards.CheckReplay();
    }

    [Fact]
    public void RanksBehindTheFirstHundredAreRightWithinOnePercent()
    {
        const int Players = 5_000;
        var boards = new BoardsHarness(terms => terms with { MinIntervalMs = 0 });
        int day = BoardCalendar.WindowOf(WindowKind.Daily, boards.NowMs);
        // Scores fall unevenly, as they do.
        for (int player = 1; player <= Players; player++) boards.Submit((ulong)player, 10_000_000 / (player + 1_000));
        boards.PassTo(boards.NowMs + BoardCalendar.DayMs);
        for (int rank = 1; rank <= Players; rank += 37)
        {
            PlayerDay place = Assert.Single(Days(boards, (ulong)rank, day, 1));
            Assert.Equal(rank <= 100, place.IsExact);
            Assert.InRange(place.Rank, rank - 1 - (rank / 100), rank + 1 + (rank / 100));
        }
    }

    private static IReadOnlyList<PlayerDay> Days(BoardsHarness boards, ulong player, int from, int days) =>
        boards.Run<ReadHistory, HistoryReading>(new ReadHistory(boards.NowMs, player, from, days)).Days;
}
