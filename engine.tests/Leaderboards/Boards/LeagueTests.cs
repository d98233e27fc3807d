using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Leagues: groups of a week, the best go up and the last go down.</summary>
public sealed class LeagueTests
{
    private const long WeekMs = 7 * BoardCalendar.DayMs;

    [Fact]
    public void TheBestOfAGroupGoUpAndTheLastDown()
    {
        BoardsHarness boards = Open();
        for (ulong player = 1; player <= 4; player++) boards.Play(player, (int)player * 100);
        Assert.Equal([4UL, 3UL, 2UL, 1UL], boards.Player(1).League.Select(row => row.PlayerId));
        boards.PassTo(boards.NowMs + WeekMs);
        Assert.Equal([0, 0, 0, 1], Tiers(boards, 4));
        for (ulong player = 1; player <= 4; player++) boards.Play(player, 100);
        Assert.Equal([4UL], boards.Player(4).League.Select(row => row.PlayerId));
        Assert.Equal(3, boards.Player(1).League.Count);
        boards.CheckReplay();
    }

    [Fact]
    public void OwnGroupIsDecidedBeforeAnotherIsJoined()
    {
        BoardsHarness boards = Open();
        for (ulong player = 1; player <= 4; player++) boards.Play(player, (int)player * 100);
        boards.NowMs += WeekMs;
        boards.Submit(4, 10);
        Assert.Contains((ushort)50, boards.LastFacts);
        Assert.Equal(1, boards.Player(4).Tier);
        boards.PassTo(boards.NowMs + (2 * WeekMs));
        Assert.Equal(1, boards.Player(4).Tier);
        boards.Reload();
        boards.CheckReplay();
    }

    [Fact]
    public void GroupsFillUpOneAfterTheOther()
    {
        BoardsHarness boards = Open();
        for (ulong player = 1; player <= 9; player++) boards.Play(player, 10);
        Assert.Equal([4, 4, 1], new[] { 1UL, 5UL, 9UL }.Select(player => boards.Player(player).League.Count));
    }

    private static BoardsHarness Open() =>
        new(terms => terms with { LeagueGroupSize = 4, LeagueMoves = 1, LeagueTiers = 3 });

    private static int[] Tiers(BoardsHarness boards, int players) =>
        [.. Enumerable.Range(1, players).Select(player => (int)boards.Player((ulong)player).Tier)];
}
