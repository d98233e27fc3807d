using Catalog.Seed.Leaderboards;

namespace Catalog.Engine.Tests.Seed;

/// <summary>A world of play has the specification's shape, and what is planted in it.</summary>
public sealed class PlayWorldTests
{
    private const int Players = 10_000;
    private static readonly PlayWorld World = new(Players, 3, 20_000 * PlayWorld.DayMs);
    private static readonly Submission[] Games = Play(World);
    private static readonly PlayerProfile[] Profiles = [.. Enumerable.Range(0, Players).Select(World.ProfileOf)];

    [Fact]
    public void ThereAreFiftyGamesAPlayerAndMostPlayersAreGone()
    {
        Assert.InRange(Games.Length / (double)Players, 40, 60);
        Assert.InRange(Games.Select(game => game.Player).Distinct().Count(), Players / 4, Players * 7 / 10);
        double[] shares = [.. Enum.GetValues<PlayerSegment>()
            .Select(segment => Profiles.Count(profile => profile.Segment == segment) / (double)Players)];
        Assert.Equal(0.6, shares[0], 0.02);
        Assert.Equal(0.3, shares[1], 0.02);
        Assert.Equal(0.09, shares[2], 0.01);
        Assert.Equal(0.01, shares[3], 0.004);
    }

    [Fact]
    public void ScoresOfEachModeHaveItsMeanAndDeviation()
    {
        for (int mode = 0; mode < GameModes.All.Count; mode++)
        {
            GameMode rules = GameModes.All[mode];
            double[] scores = [.. Games.Where(game => game.Mode == mode).Select(game => (double)game.Score)];
            double mean = scores.Average(), spread = Math.Sqrt(scores.Average(s => (s - mean) * (s - mean)));
            Assert.InRange(mean, rules.Mean * 0.92, rules.Mean * 1.08);
            Assert.InRange(spread, rules.Spread * 0.85, rules.Spread * 1.15);
        }
    }

    [Fact]
    public void HalfIsPlayedInTheEvening()
    {
        double evening = Games.Count(game => HourOf(game) is >= 18 and < 23) / (double)Games.Length;
        double day = Games.Count(game => HourOf(game) is >= 11 and < 18) / (double)Games.Length;
        Assert.Equal(0.5, evening, 0.03);
        Assert.Equal(0.3, day, 0.03);
    }

    [Fact]
    public void GamesAreInOrderAndKeepToTheRules()
    {
        var last = new Dictionary<int, long>();
        long beforeMs = 0;
        foreach (Submission game in Games)
        {
            GameMode rules = GameModes.All[game.Mode];
            Assert.True(game.TimeMs >= beforeMs && game.TimeMs < World.TodayMs);
            Assert.InRange(game.Score, 0, rules.MaxScore);
            Assert.InRange(game.DurationSeconds, rules.UsualSeconds * 0.3, rules.UsualSeconds * 3);
            if (last.TryGetValue(game.Player, out long ms)) Assert.True(game.TimeMs - ms >= 60_000, $"{game}");
            (last[game.Player], beforeMs) = (game.TimeMs, game.TimeMs);
        }
    }

    [Fact]
    public void TheSameSeedIsTheSameWorldAndAPlayerIsTheSameInAnyWorldSize()
    {
        Submission[] small = Play(new PlayWorld(500, 3, World.TodayMs));
        Assert.Equal(small, Play(new PlayWorld(500, 3, World.TodayMs)));
        Assert.Equal(small, Games.Where(game => game.Player < 500));
        Assert.NotEqual(small, Play(new PlayWorld(500, 4, World.TodayMs)));
    }

    [Fact]
    public void BetterSegmentsScoreMoreAndCheatersOfEveryKindAreThere()
    {
        double[] means = [.. Enum.GetValues<PlayerSegment>().Select(segment => Games
            .Where(game => game.Mode == 0 && Profiles[game.Player].Segment == segment).Average(game => game.Score))];
        Assert.Equal(means.Order(), means);
        Assert.All(Enum.GetValues<CheatKind>(), kind => Assert.Contains(Profiles, profile => profile.Cheat == kind));
        Assert.InRange(Profiles.Count(profile => profile.Cheat != CheatKind.None), 10, 100);
    }

    [Fact]
    public void WhoFadesPlaysLessBeforeTheEnd()
    {
        int late = 0, early = 0;
        foreach (Submission game in Games)
        {
            PlayerProfile profile = Profiles[game.Player];
            int ahead = profile.LeaveDay - World.DayOf(game.TimeMs);
            if (!profile.IsDecliner || profile.Cheat != CheatKind.None || profile.LeaveDay is < 60 or >= 182) continue;
            late += ahead < 14 ? 1 : 0;
            early += ahead is >= 36 and < 50 && profile.JoinDay < profile.LeaveDay - 50 ? 1 : 0;
        }

        Assert.True(late < early * 0.55, $"{late} against {early}");
    }

    private static int HourOf(Submission game) => (int)(game.TimeMs / 3_600_000 % 24);

    private static Submission[] Play(PlayWorld world)
    {
        var games = new List<Submission>();
        var stream = new PlayStream(world);
        while (stream.TryNext(out ReadOnlySpan<Submission> day)) games.AddRange(day);
        return [.. games];
    }
}
