using Catalog.Engine.Models;
using Catalog.Engine.Models.Ratings;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Models.Ratings;

public sealed class Glicko2Tests
{
    private static readonly GlickoGame[] PaperGames = [new(1400, 30, 1), new(1550, 100, 0), new(1700, 300, 0)];

    [Fact]
    public void TheExampleOfThePaper()
    {
        GlickoRating after = Glicko2.Update(new GlickoRating(1500, 200, 0.06), PaperGames);
        Assert.Equal(1464.06, after.Rating, 0.02);
        Assert.Equal(151.52, after.Deviation, 0.01);
        Assert.Equal(0.05999, after.Volatility, 0.00001);
    }

    [Fact]
    public void WithoutGamesOnlyTheDeviationGrows()
    {
        var before = new GlickoRating(1700, 80, 0.06);
        GlickoRating after = Glicko2.Update(before, []);
        Assert.Equal(before with { Deviation = Math.Sqrt((80 * 80) + Math.Pow(0.06 * 173.7178, 2)) }, after);
        // So many periods at once are so many one by one.
        GlickoRating rested = before;
        for (int i = 0; i < 10; i++) rested = Glicko2.Rest(rested, 1);
        Assert.Equal(rested.Deviation, Glicko2.Rest(before, 10).Deviation, 6);
        Assert.Equal(350, Glicko2.Rest(before, 1e9).Deviation);
        Assert.Equal(before, Glicko2.Rest(before, 0));
    }

    [Fact]
    public void ABetterResultIsNeverAWorseRatingAndPlayMakesSurer()
    {
        var random = new SeededRandom(4);
        Span<GlickoGame> game = stackalloc GlickoGame[1];
        for (int round = 0; round < 2_000; round++)
        {
            double rating = 1000 + (1000 * random.NextDouble()), deviation = 40 + (310 * random.NextDouble());
            var before = new GlickoRating(rating, deviation, 0.03 + (0.1 * random.NextDouble()));
            double other = 900 + (1200 * random.NextDouble()), spread = 300 * random.NextDouble();
            double least = double.NegativeInfinity;
            for (int tenth = 0; tenth <= 10; tenth++)
            {
                game[0] = new GlickoGame(other, spread, tenth / 10.0);
                GlickoRating after = Glicko2.Update(before, game);
                Assert.True(after.Rating > least, $"{before}: {after.Rating} after {least}");
                least = after.Rating;
                // What play says is worth more than what one period loosens.
                double loosened = Math.Sqrt(Math.Pow(before.Deviation, 2) + Math.Pow(after.Volatility * 173.7178, 2));
                Assert.InRange(after.Deviation, 1, loosened);
                Assert.InRange(after.Volatility, 0.001, 1);
            }
        }
    }

    [Fact]
    public void TheExpectedResultChangesNothing()
    {
        var before = new GlickoRating(1630, 120, 0.06);
        double expected = Glicko2.Expect(before with { Deviation = 0 }, new GlickoRating(1500, 50, 0.06));
        GlickoRating after = Glicko2.Update(before, [new GlickoGame(1500, 50, expected)]);
        Assert.Equal(before.Rating, after.Rating, 6);
        Assert.True(after.Deviation < before.Deviation);
    }

    [Fact]
    public void ExpectationsOfBothSidesAddUpAndLessIsKnownOfTheUnknown()
    {
        var strong = new GlickoRating(1800, 40, 0.06);
        var weak = new GlickoRating(1500, 40, 0.06);
        Assert.Equal(1, Glicko2.Expect(strong, weak) + Glicko2.Expect(weak, strong), 12);
        Assert.InRange(Glicko2.Expect(strong, weak), 0.8, 0.9);
        Assert.True(Glicko2.Expect(strong, weak with { Deviation = 350 }) < Glicko2.Expect(strong, weak));
        Assert.Equal(0.5, Glicko2.Expect(weak, weak));
    }

    [Fact]
    public void RatingsFindPlantedStrengths()
    {
        var random = new SeededRandom(9);
        double[] strengths = [.. Enumerable.Range(0, 40).Select(i => 1200 + (15 * i))];
        var ratings = Enumerable.Repeat(GlickoRating.Unknown, strengths.Length).ToArray();
        for (int round = 0; round < 60; round++)
        {
            GlickoRating[] then = [.. ratings];
            for (int p = 0; p < ratings.Length; p++)
            {
                var games = new GlickoGame[6];
                for (int g = 0; g < games.Length; g++)
                {
                    int other = random.Next(ratings.Length);
                    double chance = 1 / (1 + Math.Exp((strengths[other] - strengths[p]) / 173.7178));
                    int win = random.NextDouble() < chance ? 1 : 0;
                    games[g] = new GlickoGame(then[other].Rating, then[other].Deviation, win);
                }

                ratings[p] = Glicko2.Update(then[p], games);
            }
        }

        double mean = ratings.Average(r => r.Rating) - strengths.Average();
        int inside = ratings.Where((r, p) => Math.Abs(r.Rating - mean - strengths[p]) < 1.96 * r.Deviation).Count();
        Assert.True(inside >= 34, $"{inside} of 40 in their band.");
    }

    [Fact]
    public void ResultsFarFromExpectationKeepTheIterationFinite()
    {
        GlickoRating after = Glicko2.Update(new GlickoRating(800, 30, 0.06), [.. PaperGames, new(3500, 10, 1)]);
        Assert.True(double.IsFinite(after.Rating) && double.IsFinite(after.Volatility));
        var far = new GlickoRating(1500, 30, 0.06);
        Assert.Equal(Glicko2.Rest(far, 1), Glicko2.Update(far, [new GlickoGame(90_000, 0, 0)]));
    }

    [Fact]
    public void NothingIsAllocated()
    {
        GlickoRating rating = GlickoRating.Unknown;
        AllocationGate.AssertNone(() => rating = Glicko2.Update(rating, PaperGames));
    }
}
