using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.Core.Projections;

namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>Days of a board, one by one.</summary>
public sealed class BoardsInsightTests
{
    private const long DayMs = BoardCalendar.DayMs;
    private readonly BoardsInsight _insight = new();
    private readonly Dictionary<ulong, long> _totals = [];

    private ModeBoards Board => _insight.Find(7)!;

    [Fact]
    public void The_first_change_from_day_to_day()
    {
        Play(1, 100, 0);
        Play(2, 50, 0);
        Play(2, 80, DayMs);
        Play(3, 120, DayMs);
        Play(3, 120, 2 * DayMs);
        IReadOnlyList<TopChange> changes = BoardHealth.Changes([.. Board.Days, Board.Describe()!]);
        // 1: 100, 2: 50 ─ then 2: 130, 3: 120, 1: 100 ─ then 3: 240, 2: 130, 1: 100.
        Assert.Equal(new TopChange(1, 1, 1, 2, 2, 3, true), changes[0]);
        Assert.Equal(new TopChange(2, 0, 0, 3, 2, 2, true), changes[1]);
        Reign[] reigns = [.. BoardHealth.Reigns([.. Board.Days, Board.Describe()!], 2)];
        Assert.Equal([new Reign(3, 1, 240, 2, 2), new Reign(2, 2, 130, 3, 3)], reigns);
        Riser[] risers = [.. BoardHealth.Risers(Board.Days[0], Board.Describe()!, 1)];
        Assert.Equal([new Riser(3, 1, 0, 240, 0)], risers);
    }

    [Fact]
    public void Newcomers_are_followed_by_the_age_of_their_first_game()
    {
        for (ulong player = 1; player <= 10; player++) Play(player, (int)player * 10, 0);
        // The eleventh comes a day later and is in the middle, the day after that at the top.
        Play(11, 55, DayMs);
        Play(11, 100, 2 * DayMs);
        ClimbPoint first = Board.Days[1].Climb.Single(static point => point.Age == 0);
        Assert.Equal(new ClimbPoint(0, 1, 0.5, 0), first);
        ClimbPoint second = Board.Describe()!.Climb.Single(static point => point.Age == 1);
        Assert.Equal(new ClimbPoint(1, 1, 1, 1), second);
    }

    [Fact]
    public void What_games_are_worth_does_not_depend_on_who_plays()
    {
        for (int game = 0; game < 3; game++) Play(1, 100, 0);
        // One who is ten times as good comes, and plays too little to be known.
        Play(1, 110, DayMs);
        for (int game = 0; game < 3; game++) Play(2, 1_000, DayMs);
        BoardDay day = Board.Describe()!;
        Assert.True(double.IsNaN(Board.Days[0].Worth));
        Assert.Equal((1.1, 1.1), (day.Worth, day.TopWorth));
        Play(2, 2_000, 2 * DayMs);
        Assert.Equal(2, Board.Describe()!.Worth);
    }

    [Fact]
    public void A_day_without_games_ends_when_the_mode_says_so()
    {
        Play(1, 100, 0);
        Apply(new DaySampled(0), DayMs);
        Apply(new DaySampled(1), 2 * DayMs);
        Assert.Equal([(0, 1L), (1, 0L)], Board.Days.Select(static day => (day.Day, day.Games)));
        Assert.Equal(100, Board.Days[1].TopAverage);
        Assert.Equal(2, Board.Today);
    }

    [Fact]
    public void The_pulse_knows_who_plays_now()
    {
        for (int second = 0; second < 100; second++) Play((ulong)(1 + (second % 30)), 10, 1_000_000 + (second * 1_000));
        Apply(new ScoreHeld(99, 1, 1, 5, 6, 0, CheatReasons.TooShort, 1), 1_100_000);
        PulseReading now = Board.Pulse.Read(1_101_500);
        Assert.Equal((31, 1, 101, 1), (now.ActivePlayers, now.ScoresLastSecond, now.Submitted, now.Held));
        Assert.Equal(1, now.ScoresPerSecond, 1);
        long[] seconds = new long[5];
        Board.Pulse.CopySeconds(1_102_000, seconds);
        Assert.Equal([1, 1, 1, 1, 0], seconds);
        PulseReading later = Board.Pulse.Read(1_100_000 + (20 * 60_000));
        Assert.Equal((0, 0, 0), (later.ActivePlayers, later.ScoresLastSecond, later.Submitted));
    }

    [Fact]
    public void Totals_fall_into_steps_that_hold_them()
    {
        for (long total = 1; total < 5_000_000; total += 1 + (total / 37))
        {
            ulong bucket = BoardRollups.TotalBucket(total);
            Assert.InRange(total, BoardRollups.TotalOf(bucket), BoardRollups.TotalOf(bucket + 1));
            Assert.NotEqual(total, BoardRollups.TotalOf(bucket + 1));
        }

        Assert.Equal(0UL, BoardRollups.TotalBucket(-5));
    }

    [Fact]
    public void Quantiles_of_totals_are_those_of_the_board()
    {
        for (ulong player = 1; player <= 101; player++) Play(player, (int)player, 0);
        Assert.Equal([51, 76, 91, 101], Board.TotalsAt([0.5, 0.75, 0.9, 1]));
    }

    private void Play(ulong player, int score, long timeMs)
    {
        long total = _totals[player] = _totals.GetValueOrDefault(player) + score;
        Apply(new ScoreCounted(player, 1, 1, score, score, 600, 0, 0, total, 1, 0, true, false), timeMs);
    }

    private void Apply<TEvent>(in TEvent fact, long timeMs)
        where TEvent : struct, IEvent<TEvent> =>
        _insight.Tell(new PartitionKey(LeaderboardMachine.Id, 7), in fact, timeMs);
}
