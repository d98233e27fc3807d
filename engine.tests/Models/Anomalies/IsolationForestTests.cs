using Catalog.Engine.Models;
using Catalog.Engine.Models.Anomalies;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Models.Anomalies;

public sealed class IsolationForestTests
{
    private const int Normal = 2_000;
    private const int Planted = 40;

    [Fact]
    public void WhatWasPlantedScoresHighestThoughEachColumnAloneIsUsual()
    {
        FeatureTable table = Ring();
        IsolationForest forest = IsolationForest.Train(table, null, new SeededRandom(3));
        double[] scores = [.. Enumerable.Range(0, table.Rows).Select(r => forest.Score(table.Row(r)))];
        bool[] isPlanted = [.. Enumerable.Range(0, table.Rows).Select(r => r >= Normal)];
        Assert.True(ClassifierScore.AreaUnderCurve(scores, isPlanted) > 0.95);
        Assert.All(scores, score => Assert.InRange(score, 0.2, 0.95));
    }

    [Fact]
    public void FarAwayIsNearlyOneAndTheMiddleIsBelowAHalf()
    {
        IsolationForest forest = IsolationForest.Train(Cloud(), null, new SeededRandom(3));
        Assert.True(forest.Score([50, 50]) > 0.75);
        Assert.True(forest.Score([0, 0]) < 0.5);
    }

    [Fact]
    public void TheSameSeedGivesTheSameForestAndStoringKeepsIt()
    {
        byte[] bytes = Bytes(IsolationForest.Train(Cloud(), null, new SeededRandom(3)));
        Assert.Equal(bytes, Bytes(IsolationForest.Train(Cloud(), null, new SeededRandom(3))));
        var reader = new MessagePackReader(bytes);
        Assert.Equal(bytes, Bytes(IsolationForest.Load(ref reader)));
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var cut = new MessagePackReader(bytes.AsSpan(0, bytes.Length / 2));
            IsolationForest.Load(ref cut);
        });
    }

    [Fact]
    public void RowsThatAreAllAlikeAreNotUnusual()
    {
        var table = new FeatureTable(1, 50);
        for (int i = 0; i < 50; i++) table.TryAdd([7]);
        IsolationForest forest = IsolationForest.Train(table, null, new SeededRandom(1));
        Assert.Equal(0.5, forest.Score([7]), 6);
        Assert.Throws<ArgumentException>(
            () => IsolationForest.Train(new FeatureTable(1, 5), null, new SeededRandom(1)));
    }

    private static byte[] Bytes(IsolationForest forest) => ModelBytes.Of(buffer =>
    {
        var writer = new MessagePackWriter(buffer);
        forest.Save(ref writer);
    });

    private static FeatureTable Cloud()
    {
        var random = new SeededRandom(1);
        var table = new FeatureTable(2, 1_000);
        for (int i = 0; i < 1_000; i++) table.TryAdd([(float)random.NextGauss(), (float)random.NextGauss()]);
        return table;
    }

    // Normal rows on a ring, the planted ones in its empty middle and beyond it in a corner.
    private static FeatureTable Ring()
    {
        var random = new SeededRandom(1);
        var table = new FeatureTable(2, Normal + Planted);
        for (int i = 0; i < Normal; i++)
        {
            double angle = random.NextDouble() * 2 * Math.PI, radius = 10 + random.NextGauss();
            table.TryAdd([(float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle))]);
        }

        for (int i = 0; i < Planted; i++)
        {
            double around = i % 2 == 0 ? 0 : 11;
            table.TryAdd([(float)(around + random.NextGauss()), (float)(around + random.NextGauss())]);
        }

        return table;
    }
}
