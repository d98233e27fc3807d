using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics.Sketches;

public sealed class DDSketchTests
{
    [Fact]
    public void QuantilesAreWithinTheirAccuracy() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(500);
        for (int run = 0; run < 40; run++)
        {
            double accuracy = run % 2 == 0 ? 0.01 : 0.05;
            var whole = new DDSketch(accuracy);
            var parts = new[] { new DDSketch(accuracy), new DDSketch(accuracy) };
            var all = new List<double>();
            for (int i = random.Next(1, 500); i > 0; i--)
            {
                double number = Draw(random, run % 4);
                all.Add(number);
                whole.Add(number);
                parts[random.Next(2)].Add(number);
            }

            all.Sort();
            parts[0].Merge(SaveAndLoad(parts[1]));
            AssertSame(all, whole);
            AssertSame(all, parts[0]);
            AssertSame(all, SaveAndLoad(whole));
        }
    });

    [Fact]
    public void BinsThatDoNotReachBecomeOneAtTheBottom() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(510);
        for (int run = 0; run < 30; run++)
        {
            var sketch = new DDSketch(0.02, maxBins: 32);
            var all = new List<double>();
            for (int i = 0; i < 300; i++)
            {
                all.Add(Math.Pow(10, random.NextDouble() * 6));
                sketch.Add(all[^1]);
                sketch.CheckInvariants();
            }

            all.Sort();
            // 32 bins reach down to the greatest divided by γ^30, and above that nothing is lost.
            double reach = all[^1] / Math.Pow(1.02 / 0.98, 30);
            for (int before = 0; before < all.Count; before++)
                if (all[before] > reach) AssertNear(all[before], sketch.Quantile(RankOf(before, all.Count)), 0.02);
            Assert.Equal(300, SaveAndLoad(sketch, 32).Count);
        }
    });

    [Fact]
    public void OfNothingThereIsNothing()
    {
        var sketch = new DDSketch();
        Assert.Equal(double.NaN, sketch.Quantile(0.5));
        sketch.Add(3);
        sketch.Clear();
        Assert.Equal((0, double.NaN), (sketch.Count, sketch.Max));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Add(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => sketch.Quantile(1.1));
        Assert.Throws<ArgumentException>(() => sketch.Merge(new DDSketch(0.5)));
    }

    [Fact]
    public void AddingAllocatesNothing()
    {
        var sketch = new DDSketch();
        int next = 0;
        AllocationGate.AssertNone(() => sketch.Add(next++ % 1_000));
    }

    /// <summary>The rank that means the number with so many before it.</summary>
    private static double RankOf(int before, int count) => Math.Min(1, (before + 0.5) / (count - 1));

    private static double Draw(Random random, int kind) => kind switch
    {
        0 => random.Next(1, 10_000),
        1 => Math.Exp(random.NextDouble() * 20),
        2 => random.Next(-50, 50),
        _ => -random.NextDouble() * 1_000,
    };

    private static void AssertSame(List<double> sorted, DDSketch sketch)
    {
        sketch.CheckInvariants();
        Assert.Equal((sorted.Count, sorted[0], sorted[^1]), (sketch.Count, sketch.Min, sketch.Max));
        foreach (double rank in new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 })
            AssertNear(sorted[(int)(rank * (sorted.Count - 1))], sketch.Quantile(rank), sketch.Accuracy);
    }

    private static void AssertNear(double expected, double actual, double accuracy) =>
        Assert.InRange(Math.Abs(actual - expected), 0, (accuracy + 1e-9) * Math.Abs(expected));

    private static DDSketch SaveAndLoad(DDSketch sketch, int maxBins = DDSketch.DefaultMaxBins)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        sketch.Save(ref writer);
        var loaded = new DDSketch(sketch.Accuracy, maxBins);
        loaded.Add(-5);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        return loaded;
    }
}
