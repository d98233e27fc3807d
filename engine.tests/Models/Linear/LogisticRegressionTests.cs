using Catalog.Engine.Models;
using Catalog.Engine.Models.Linear;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Models.Linear;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void FindsTheCoefficientsTheDataWereMadeWith()
    {
        LogisticRegression model = LogisticRegression.Train(Planted(20_000, 1), new LogisticOptions { Penalty = 0 });
        Assert.Equal(1.5, model.Coefficient(0), 0.1);
        Assert.Equal(-0.02, model.Coefficient(1), 0.002);
        Assert.Equal(0, model.Coefficient(2), 0.05);
    }

    [Fact]
    public void ProbabilitiesAreCalibratedOnRowsItHasNotSeen()
    {
        LogisticRegression model = LogisticRegression.Train(Planted(8_000, 1));
        FeatureTable unseen = Planted(8_000, 2);
        double[] predicted = [.. Enumerable.Range(0, unseen.Rows).Select(r => model.Predict(unseen.Row(r)))];
        bool[] outcomes = [.. unseen.Targets.ToArray().Select(t => t > 0.5)];
        double share = outcomes.Count(o => o) / (double)outcomes.Length;
        double[] constant = [.. predicted.Select(_ => share)];
        Assert.True(ClassifierScore.AreaUnderCurve(predicted, outcomes) > 0.8);
        Assert.True(ClassifierScore.CalibrationError(predicted, outcomes) < 0.03);
        Assert.True(ClassifierScore.LogLoss(predicted, outcomes) < 0.8 * ClassifierScore.LogLoss(constant, outcomes));
    }

    [Fact]
    public void RowsThatAreCleanlyApartDoNotRunAway()
    {
        var table = new FeatureTable(1, 10);
        for (int i = 0; i < 10; i++) table.TryAdd([i], i < 5 ? 0 : 1);
        LogisticRegression model = LogisticRegression.Train(table);
        Assert.InRange(model.Coefficient(0), 0.1, 10);
        Assert.True(model.Predict([0]) < 0.5 && model.Predict([9]) > 0.5);
    }

    [Fact]
    public void AStoredModelPredictsTheSameAndDamageIsNoticed()
    {
        LogisticRegression model = LogisticRegression.Train(Planted(500, 1));
        byte[] bytes = ModelBytes.Of(buffer =>
        {
            var writer = new MessagePackWriter(buffer);
            model.Save(ref writer);
        });
        var reader = new MessagePackReader(bytes);
        Assert.Equal(model.Predict([1, 50, 0]), LogisticRegression.Load(ref reader).Predict([1, 50, 0]));
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var cut = new MessagePackReader(bytes.AsSpan(0, bytes.Length - 3));
            LogisticRegression.Load(ref cut);
        });
    }

    [Fact]
    public void PredictingAllocatesNothing()
    {
        LogisticRegression model = LogisticRegression.Train(Planted(500, 1));
        float[] row = [1, 50, 0];
        AllocationGate.AssertNone(() => model.Predict(row));
    }

    // log odds = 1.5 a - 0.02 b + 0 c + 0.3
    private static FeatureTable Planted(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        var table = new FeatureTable(3, rows);
        for (int i = 0; i < rows; i++)
        {
            double a = random.NextGauss(), b = 100 * random.NextDouble(), c = random.NextGauss();
            double probability = 1 / (1 + Math.Exp(-((1.5 * a) - (0.02 * (b - 15)))));
            table.TryAdd([(float)a, (float)b, (float)c], random.NextDouble() < probability ? 1 : 0);
        }

        return table;
    }
}
