using Catalog.Engine.Models;
using Catalog.Engine.Models.Anomalies;

namespace Catalog.Engine.Tests.Models.Anomalies;

public sealed class SeasonalResidualsTests
{
    private static readonly int[] Planted = [40, 95, 130, 171];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FindsPlantedDaysAndHardlyAnyOther(int seed)
    {
        double[] series = Series(new SeededRandom((ulong)seed));
        foreach (int day in Planted) series[day] *= day % 2 == 0 ? 0.4 : 2;
        double[] expected = new double[series.Length], scores = new double[series.Length];
        SeasonalResiduals.Score(series, 7, expected, scores);
        int[] found = [.. Enumerable.Range(0, series.Length).Where(d => Math.Abs(scores[d]) > RobustScore.Usual)];
        Assert.Superset(Planted.ToHashSet(), found.ToHashSet());
        Assert.InRange(found.Length, Planted.Length, Planted.Length + 3);
        Assert.All(Planted, day => Assert.Equal(day % 2 == 0, scores[day] < 0));
        foreach (int day in Planted)
        {
            double factor = day % 2 == 0 ? 0.4 : 2;
            Assert.InRange(series[day] / expected[day], factor * 0.75, factor * 1.25);
        }
    }

    [Fact]
    public void ASeriesWithNothingInItHasSumsInsteadOfProducts()
    {
        double[] series = new double[60];
        series[30] = 12;
        double[] scores = new double[60];
        SeasonalResiduals.Score(series, 7, new double[60], scores);
        Assert.Equal(30, Array.IndexOf(scores, scores.Max()));
        Assert.True(scores[30] > RobustScore.Usual);
    }

    [Fact]
    public void MedianAndSpreadAreNotMovedByAFew()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000_000];
        (double median, double spread) = RobustScore.Describe(values);
        Assert.Equal(5.5, median);
        Assert.Equal(2.5 * 1.4826, spread, 9);
        double[] scores = new double[10];
        RobustScore.Of(values, scores);
        Assert.Equal([9], Enumerable.Range(0, 10).Where(i => scores[i] > RobustScore.Usual));
        Assert.Equal(2.5, RobustScore.Quantile([1, 2, 3, 4], 0.5));
    }

    // A rising series with a weekly season and noise of 6 %.
    private static double[] Series(SeededRandom random)
    {
        double[] week = [0.8, 0.7, 0.8, 0.9, 1.2, 1.5, 1.3];
        return [.. Enumerable.Range(0, 180)
            .Select(day => 400 * (1 + (day / 300.0)) * week[day % 7] * Math.Exp(0.06 * random.NextGauss()))];
    }
}
