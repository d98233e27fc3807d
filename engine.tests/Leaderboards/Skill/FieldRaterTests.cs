using System.Runtime.CompilerServices;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models;
using Catalog.Engine.Models.Ratings;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Skill;

public sealed class FieldRaterTests
{
    [Fact]
    public void ARatingSettlesWhereThePlayersGamesStand()
    {
        foreach (double skill in new[] { -1.5, -0.5, 0, 0.7, 1.8 })
        {
            var random = new SeededRandom(3);
            GlickoRating rating = GlickoRating.Unknown;
            for (int game = 0; game < 200; game++) rating = FieldRater.Rate(rating, 0, Standing(skill, random));
            Assert.Equal(1500 + (FieldRater.PointsADeviation * skill), rating.Rating, 75.0);
            Assert.InRange(rating.Deviation, 30, 80);
        }
    }

    [Fact]
    public void ALearnerIsFollowedAndAbsenceLoosens()
    {
        var random = new SeededRandom(3);
        GlickoRating rating = GlickoRating.Unknown;
        for (int game = 0; game < 100; game++) rating = FieldRater.Rate(rating, 0, Standing(-1, random));
        double before = rating.Rating;
        for (int game = 0; game < 60; game++) rating = FieldRater.Rate(rating, 0, Standing(1, random));
        Assert.True(rating.Rating > before + 300, $"{before} to {rating.Rating}");
        GlickoRating rested = FieldRater.Rested(rating, 90L * 86_400_000);
        Assert.True(rested.Deviation > 1.5 * rating.Deviation);
        Assert.Equal(rating.Rating, rested.Rating);
    }

    [Fact]
    public void OneWildGameMovesARatingNoFurtherThanAGoodOne()
    {
        var settled = new GlickoRating(1500, 40, 0.06);
        double good = FieldRater.Rate(settled, 0, new GameStanding(3, 0, 0)).Rating;
        Assert.Equal(good, FieldRater.Rate(settled, 0, new GameStanding(8, 0, 0)).Rating);
        Assert.InRange(good, 1510, 1620);
    }

    [Fact]
    public void TheUsualModeIsTheOnePlayedMost()
    {
        var state = default(SkillState);
        for (int game = 0; game < 30; game++)
            state.Rate(GlickoRating.Unknown, game * 60_000L, game % 3 == 0 ? 1 : 2, 4);
        Assert.Equal((2, 4, 30), (state.Mode, state.Region, state.Games));
        Assert.Equal(29 * 60_000, state.LastGameMs);
    }

    [Fact]
    public void StatesAreAsSmallAsTheirDocumentationSays()
    {
        Assert.Equal(24, Unsafe.SizeOf<SkillState>());
        Assert.InRange(Unsafe.SizeOf<PlayTrace>(), 1, 104);
        Assert.InRange(Unsafe.SizeOf<ActivityTrace>(), 1, 48);
    }

    [Fact]
    public void TiersAreTheSharesOfPlayers()
    {
        var histogram = new RatingHistogram();
        for (int player = 0; player < 1_000; player++) histogram.Add(1_000 + player);
        Assert.Equal(0.5, histogram.PercentileOf(1_500), 0.02);
        string[] tiers = [.. Enumerable.Range(0, 1_000)
            .Select(player => RatingHistogram.TierOf(histogram.PercentileOf(1_000 + player)))];
        Assert.InRange(tiers.Count(tier => tier == "beginner"), 580, 620);
        Assert.InRange(tiers.Count(tier => tier == "pro"), 5, 15);
        for (int player = 0; player < 1_000; player++) histogram.Remove(1_000 + player);
        Assert.Equal(0, histogram.Count);
    }

    [Fact]
    public void RatingAllocatesNothing()
    {
        GlickoRating rating = GlickoRating.Unknown;
        AllocationGate.AssertNone(() => rating = FieldRater.Rate(rating, 60_000, new GameStanding(0.3f, 0, 0)));
    }

    private static GameStanding Standing(double skill, SeededRandom random) =>
        new((float)(skill + (0.4 * random.NextGauss())), 0, 0);
}
