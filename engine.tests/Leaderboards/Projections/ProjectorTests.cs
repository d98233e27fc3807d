using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Models;

namespace Catalog.Engine.Tests.Leaderboards.Projections;

public sealed class ProjectorTests
{
    [Fact]
    public void AnEvenPaceArrivesOnTheDayItMust()
    {
        // 1,000 a day against 300 a day, 9,800 to go: 14 days.
        RankProjection projected = Projector.Project(1_000, Even(20_200, 1_000), Even(30_000, 300));
        Assert.Equal(ProjectionOutcome.Reached, projected.Outcome);
        Assert.Equal(14, projected.Days, 6);
        Assert.Equal(14, projected.Earliest, 3);
        Assert.Equal("At your current pace, you'll reach top 1,000 in 2 weeks.", projected.Words);
    }

    [Fact]
    public void ItSaysWhenItCannotTell()
    {
        Assert.Equal(ProjectionOutcome.Held, Projector.Project(10, Even(50, 1), Even(50, 1)).Outcome);
        Assert.Equal(ProjectionOutcome.NotAtThisPace, Projector.Project(10, Even(10, 5), Even(50, 5)).Outcome);
        Assert.Equal(ProjectionOutcome.TooFar, Projector.Project(10, Even(0, 2), Even(5_000, 1)).Outcome);
        var young = new DailyTotals(10, new double[] { 1, 2, 3 });
        Assert.Equal(ProjectionOutcome.TooFewDays, Projector.Project(10, young, Even(50, 1)).Outcome);
        foreach (ProjectionOutcome outcome in Enum.GetValues<ProjectionOutcome>())
            Assert.NotEmpty(new RankProjection(10, outcome, 3).Words);
    }

    [Fact]
    public void TheBandHoldsWhatComes()
    {
        var random = new SeededRandom(3);
        int inside = 0, below = 0;
        const int Rounds = 400;
        for (int round = 0; round < Rounds; round++)
        {
            double[] gains = [.. Enumerable.Range(0, 28).Select(_ => Gain(random))];
            RankProjection projected = Projector.Project(5, new DailyTotals(0, gains), Even(10_000, 200));
            if (projected.Outcome != ProjectionOutcome.Reached) continue;
            double own = 0, due = 10_000;
            int day = 0;
            for (; own < due; day++) (own, due) = (own + Gain(random), due + 200);
            inside += day >= projected.Earliest && day <= projected.Latest + 1 ? 1 : 0;
            below += day < projected.Days ? 1 : 0;
        }

        Assert.InRange(inside, Rounds * 0.7, Rounds * 0.95);
        Assert.InRange(below, Rounds * 0.35, Rounds * 0.65);
    }

    [Fact]
    public void TheRankToComeLiesBetweenThresholds()
    {
        (long, DailyTotals)[] ladder = [(10, Even(1_000, 10)), (100, Even(500, 10)), (1_000, Even(100, 10))];
        Assert.Equal(100, Projector.RankIn(Even(480, 12), ladder, 10)!.Value, 6);
        Assert.InRange(Projector.RankIn(Even(480, 40), ladder, 10)!.Value, 11, 99);
        Assert.Equal(10, Projector.RankIn(Even(480, 500), ladder, 10)!.Value, 6);
        Assert.Equal(1_000, Projector.RankIn(Even(0, 1), ladder, 10)!.Value, 6);
    }

    [Fact]
    public void TheSeasonGoesToWhoIsFasterWhenThereIsTime()
    {
        SeasonCandidate[] all = [new(1, Even(1_000, 10)), new(2, Even(600, 50)), new(3, Even(100, 1))];
        Assert.Equal(1ul, SeasonForecast.Predict(all, 2, 1)[0].PlayerId);
        IReadOnlyList<SeasonChance> later = SeasonForecast.Predict(all, 40, 2);
        Assert.Equal([2ul, 1ul, 3ul], later.Select(each => each.PlayerId));
        Assert.Equal(2, later.Sum(each => each.InTop), 9);
        Assert.Equal(1, later.Sum(each => each.Wins), 9);
        Assert.Equal(2_600, later[0].ExpectedScore, 6);
    }

    [Fact]
    public void WhoRisesBeyondDoubtIsEmerging()
    {
        RatingChange[] changes =
        [
            new(1, 1_400, 40, 1_800, 40, 0), new(2, 1_700, 40, 1_760, 40, 0), new(3, 1_500, 200, 1_800, 60, 0),
            new(4, 1_000, 40, 1_300, 40, 0), new(5, 1_500, 40, 2_000, 40, 0),
        ];
        Assert.Equal([5ul, 1ul], EmergingPlayers.Find(changes, 1_700, 10).Select(each => each.PlayerId));
        Assert.Equal([5ul], EmergingPlayers.Find(changes, 1_700, 1).Select(each => each.PlayerId));
    }

    private static double Gain(SeededRandom random) => Math.Max(0, 700 + (400 * random.NextGauss()));

    private static DailyTotals Even(double now, double aDay) => new(now, Enumerable.Repeat(aDay, 28).ToArray());
}
