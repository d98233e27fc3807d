using Catalog.Engine.Leaderboards.Insights;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models;

namespace Catalog.Engine.Tests.Leaderboards.Insights;

public sealed class PlayerInsightsTests
{
    private const long DayMs = 86_400_000;

    [Fact]
    public void AnEveningThatIsAFifthBetterIsFoundAndNothingElse()
    {
        InsightReport report = PlayerInsights.Find(Games(400, (hour, _, _) => hour is >= 18 and < 23 ? 1.2 : 1), 2);
        PerformanceInsight only = Assert.Single(report.Insights);
        Assert.Equal((InsightFactor.PartOfDay, "evening"), (only.Factor, only.Group));
        Assert.Equal(0.2, only.Effect, 0.06);
        Assert.InRange(0.2, only.Low, only.High);
        Assert.Matches(@"^You perform \d\d % better in the evening \(\d+ games, \d+ others\)\.$", only.Words);
    }

    [Fact]
    public void TheClockIsThePlayersOwn()
    {
        // Evening where the player is, ten hours ahead of UTC.
        PlayedGame[] games = Games(400, (hour, _, _) => hour is >= 8 and < 13 ? 1.25 : 1);
        Assert.Equal("evening", Assert.Single(PlayerInsights.Find(games, 2, 600).Insights).Group);
        Assert.NotEqual("evening", PlayerInsights.Find(games, 2).Insights[0].Group);
    }

    [Fact]
    public void TiringSlowStartsAndWeekendsAreFound()
    {
        Assert.Contains(
            PlayerInsights.Find(Games(600, (_, game, _) => game >= 5 ? 0.8 : 1), 2).Insights,
            each => each is { Factor: InsightFactor.Fatigue, Effect: < -0.1 });
        Assert.Contains(
            PlayerInsights.Find(Games(600, (_, game, _) => game == 0 ? 0.8 : 1), 2).Insights,
            each => each is { Factor: InsightFactor.WarmUp, Effect: < -0.1 });
        Assert.Contains(
            PlayerInsights.Find(Games(600, (_, _, weekend) => weekend ? 1.2 : 1), 2).Insights,
            each => each is { Factor: InsightFactor.Weekend, Effect: > 0.1 });
    }

    [Fact]
    public void TooFewGamesAreSaidAndNotInterpreted()
    {
        InsightReport report = PlayerInsights.Find(Games(30, (hour, _, _) => hour >= 18 ? 5 : 1), 2);
        Assert.Empty(report.Insights);
        Assert.Equal((30, 10), (report.Games, report.MissingGames));
    }

    [Fact]
    public void ChanceIsHardlyEverTakenForAReason()
    {
        int told = 0;
        for (ulong seed = 0; seed < 300; seed++)
            told += PlayerInsights.Find(Games(200, (_, _, _) => 1, seed), 2).Insights.Count > 0 ? 1 : 0;
        Assert.InRange(told, 0, 15);
    }

    [Fact]
    public void AModeThatGoesBetterIsFoundAgainstTheField()
    {
        ModeField[] fields = [new(), new()];
        var random = new SeededRandom(8);
        for (int i = 0; i < 5_000; i++)
            for (int mode = 0; mode < 2; mode++)
                fields[mode].Add(new PlayedGame(0, mode, 3_000 + (int)(900 * random.NextGauss()), 600));
        PlayedGame[] games = [.. Games(200, (_, _, _) => 1)
            .Select(game => game with { Score = game.Mode == 1 ? game.Score * 3 / 2 : game.Score })];
        PerformanceInsight best = Assert.Single(PlayerInsights.Find(games, 2, 0, fields).Insights);
        Assert.Equal((InsightFactor.Mode, "1"), (best.Factor, best.Group));
    }

    // Sessions of eight games, three a day, at hours that move through the day.
    private static PlayedGame[] Games(int count, Func<int, int, bool, double> factor, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        var games = new PlayedGame[count];
        for (int i = 0; i < count; i++)
        {
            int session = i / 8;
            long beganMs = (20_000 * DayMs) + (session / 3 * DayMs) + (session % 3 * 8 * 3_600_000L)
                + (session * 7 % 24 * 600_000L) + (i % 8 * 660_000L);
            DateTimeOffset began = DateTimeOffset.FromUnixTimeMilliseconds(beganMs);
            bool isWeekend = began.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            double score = 3_000 * factor(began.Hour, i % 8, isWeekend) * (1 + (0.15 * random.NextGauss()));
            games[i] = new PlayedGame(beganMs + 600_000, random.Next(2), (int)score, 600);
        }

        return games;
    }
}
