using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>Planted inflation is found early, and hardly ever where there is none.</summary>
public sealed class ScoreInflationTests
{
    private const int Worlds = 400;
    private const double Noise = 0.02;

    [Theory]
    [InlineData(0.10, 3)]
    [InlineData(0.05, 8)]
    public void A_step_is_found_within_days(double step, int days)
    {
        int found = 0, dated = 0;
        double rises = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[] averages = Days(Seeds.Random(8_500 + world), 60 + days, day => day < 60 ? 1 : 1 + step);
            InflationFinding finding = ScoreInflation.Assess(averages);
            if (!finding.IsRising) continue;
            found++;
            rises += finding.Rise;
            if (finding.Since >= 55) dated++;
        }

        Assert.True(found >= 0.95 * Worlds, $"Found {found} of {Worlds}.");
        Assert.True(dated >= 0.8 * found, $"Dated {dated} of {found}.");
        Assert.InRange(rises / found, 0.7 * step, 1.3 * step);
    }

    [Fact]
    public void A_creeping_rise_is_found_before_it_is_large()
    {
        // A third of a percent a day: when it is told, scores are six percent above the usual.
        int found = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[] averages = Days(Seeds.Random(9_500 + world), 79, day => 1 + (0.0033 * Math.Max(0, day - 60)));
            if (ScoreInflation.Assess(averages).IsRising) found++;
        }

        Assert.True(found >= 0.85 * Worlds, $"Found {found} of {Worlds}.");
    }

    [Fact]
    public void Where_nothing_rises_nothing_is_found()
    {
        int wrong = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[] averages = Days(Seeds.Random(10_500 + world), 90, static _ => 1);
            if (ScoreInflation.Assess(averages).IsRising) wrong++;
        }

        Assert.True(wrong <= 0.02 * Worlds, $"Found {wrong} of none.");
    }

    [Fact]
    public void Too_few_days_say_nothing()
    {
        Assert.False(ScoreInflation.Assess(Days(Seeds.Random(1), 20, static _ => 1)).IsKnown);
        double[] gaps = Days(Seeds.Random(2), 60, static _ => 1);
        for (int day = 0; day < 60; day += 2) gaps[day] = double.NaN;
        Assert.True(ScoreInflation.Assess(gaps).IsKnown);
    }

    private static double[] Days(Random random, int days, Func<int, double> level)
    {
        double[] averages = new double[days];
        for (int day = 0; day < days; day++)
        {
            double gauss = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            averages[day] = 4_000 * level(day) * (1 + (Noise * gauss));
        }

        return averages;
    }
}
