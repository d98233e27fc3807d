using Catalog.Engine.Models;
using Catalog.Engine.Models.Boosting;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Models.Boosting;

public sealed class GradientBoostedTreesTests
{
    private static readonly BoostOptions Numbers = new() { MaxTrees = 300 };
    private static readonly BoostOptions Chances = new() { Loss = BoostLoss.Logistic, MinLeafWeight = 4 };

    [Fact]
    public void LearnsBendsAndInteractionsNoLineHas()
    {
        // Friedman 1991's test function; noise of deviation 1, and five columns that say nothing.
        GradientBoostedTrees model = GradientBoostedTrees.Train(Friedman(6_000, 1), Numbers, new SeededRandom(5));
        FeatureTable unseen = Friedman(3_000, 2);
        double mean = unseen.Targets.ToArray().Average();
        double error = 0, spread = 0;
        for (int r = 0; r < unseen.Rows; r++)
        {
            error += Math.Pow(model.Predict(unseen.Row(r)) - unseen.Targets[r], 2);
            spread += Math.Pow(mean - unseen.Targets[r], 2);
        }

        // The noise alone is 0.04 of the spread.
        Assert.InRange(error / spread, 0.03, 0.09);
        Assert.InRange(model.TreeCount, 20, 300);
    }

    [Fact]
    public void ProbabilitiesAreSharpAndCalibratedOnRowsItHasNotSeen()
    {
        GradientBoostedTrees model = GradientBoostedTrees.Train(Corners(8_000, 1), Chances, new SeededRandom(5));
        FeatureTable unseen = Corners(5_000, 2);
        double[] predicted = [.. Enumerable.Range(0, unseen.Rows).Select(r => model.Predict(unseen.Row(r)))];
        bool[] outcomes = [.. unseen.Targets.ToArray().Select(t => t > 0.5)];
        // Who knows the truth reaches 0.9, for a tenth of the rows is flipped.
        Assert.InRange(ClassifierScore.AreaUnderCurve(predicted, outcomes), 0.87, 0.92);
        Assert.True(ClassifierScore.CalibrationError(predicted, outcomes) < 0.05);
        Assert.InRange(ClassifierScore.Brier(predicted, outcomes), 0.08, 0.115);
    }

    [Fact]
    public void ContributionsAddUpAndNameTheColumnThatMatters()
    {
        GradientBoostedTrees model = GradientBoostedTrees.Train(Friedman(3_000, 1), Numbers, new SeededRandom(5));
        float[] row = [0.9f, 0.9f, 0.5f, 0.05f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f];
        double[] contributions = new double[10];
        double start = model.Explain(row, contributions);
        Assert.Equal(model.Score(row), start + contributions.Sum(), 6);
        Assert.Equal(3, Array.IndexOf(contributions, contributions.MinBy(c => c)));
        Assert.True(contributions[5..].Max(Math.Abs) < 0.5);
    }

    [Fact]
    public void TheSameSeedGivesTheSameModelAndStoringKeepsIt()
    {
        GradientBoostedTrees model = GradientBoostedTrees.Train(Friedman(800, 1), Numbers, new SeededRandom(5));
        GradientBoostedTrees again = GradientBoostedTrees.Train(Friedman(800, 1), Numbers, new SeededRandom(5));
        byte[] bytes = Bytes(model);
        Assert.Equal(bytes, Bytes(again));
        var reader = new MessagePackReader(bytes);
        GradientBoostedTrees loaded = GradientBoostedTrees.Load(ref reader);
        Assert.Equal(bytes, Bytes(loaded));
        Assert.Equal(model.Predict(new float[10]), loaded.Predict(new float[10]));
        for (int cut = 1; cut < bytes.Length; cut += 997)
        {
            byte[] part = bytes[..^cut];
            Assert.Throws<MessagePackFormatException>(() =>
            {
                var cutReader = new MessagePackReader(part);
                GradientBoostedTrees.Load(ref cutReader);
            });
        }
    }

    [Fact]
    public void OneRowAndOneValueAreLearnedAsTheyAre()
    {
        var table = new FeatureTable(1, 30);
        table.TryAdd([1], 4);
        Assert.Equal(4, GradientBoostedTrees.Train(table, Numbers, new SeededRandom(1)).Predict([7]), 9);
        for (int i = 0; i < 29; i++) table.TryAdd([1], 4);
        Assert.Equal(4, GradientBoostedTrees.Train(table, Numbers, new SeededRandom(1)).Predict([1]), 9);
    }

    [Fact]
    public void PredictingAllocatesNothing()
    {
        GradientBoostedTrees model = GradientBoostedTrees.Train(Friedman(500, 1), Numbers, new SeededRandom(5));
        float[] row = new float[10];
        double[] contributions = new double[10];
        AllocationGate.AssertNone(() =>
        {
            model.Predict(row);
            model.Explain(row, contributions);
        });
    }

    [Fact]
    public void OptionsOutOfRangeAreRefused() => Assert.Throws<ArgumentException>(
        () => GradientBoostedTrees.Train(Friedman(50, 1), new BoostOptions { Depth = 0 }, new SeededRandom(1)));

    private static byte[] Bytes(GradientBoostedTrees model) => ModelBytes.Of(buffer =>
    {
        var writer = new MessagePackWriter(buffer);
        model.Save(ref writer);
    });

    private static FeatureTable Friedman(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        var table = new FeatureTable(10, rows);
        float[] x = new float[10];
        for (int i = 0; i < rows; i++)
        {
            for (int c = 0; c < x.Length; c++) x[c] = (float)random.NextDouble();
            double y = (10 * Math.Sin(Math.PI * x[0] * x[1])) + (20 * Math.Pow(x[2] - 0.5, 2)) + (10 * x[3])
                + (5 * x[4]) + random.NextGauss();
            table.TryAdd(x, (float)y);
        }

        return table;
    }

    // Yes where two columns have the same sign: no single column says anything. A tenth is flipped.
    private static FeatureTable Corners(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        var table = new FeatureTable(3, rows);
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextGauss(), b = random.NextGauss();
            bool isYes = a * b > 0 != random.NextDouble() < 0.1;
            table.TryAdd([(float)a, (float)b, (float)random.NextGauss()], isYes ? 1 : 0);
        }

        return table;
    }
}
