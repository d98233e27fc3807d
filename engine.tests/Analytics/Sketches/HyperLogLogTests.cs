using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics.Sketches;

public sealed class HyperLogLogTests
{
    [Fact]
    public void FewAreCountedExactly()
    {
        var sketch = new HyperLogLog(10);
        for (ulong i = 0; i < 128; i++)
        {
            for (int again = 0; again < 3; again++) sketch.Add(i * i);
            Assert.Equal((i + 1, true), ((ulong)sketch.Count(), sketch.IsExact));
            sketch.CheckInvariants();
        }

        sketch.Add(999_999);
        Assert.False(sketch.IsExact);
        Assert.InRange(sketch.Count(), 120, 138);
        sketch.Clear();
        Assert.Equal((0, true), (sketch.Count(), sketch.IsExact));
    }

    [Fact]
    public void ManyAreCountedWithinTheStatedErrorAndWithoutBias()
    {
        // Fifty sketches a size: the mean error says bias, the mean square says the standard error.
        foreach (int size in new[] { 700, 3_000, 12_000, 60_000 })
        {
            double bias = 0;
            double square = 0;
            const int Runs = 50;
            for (int run = 0; run < Runs; run++)
            {
                HyperLogLog sketch = Fill(10, (ulong)run << 40, size);
                double error = (sketch.Count() / size) - 1;
                bias += error / Runs;
                square += error * error / Runs;
            }

            double stated = Fill(10, 0, size).StandardError;
            Assert.InRange(Math.Sqrt(square), 0, 1.35 * stated);
            Assert.InRange(Math.Abs(bias), 0, 4 * stated / Math.Sqrt(Runs));
        }
    }

    [Fact]
    public void MergingIsCountingBoth() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(400);
        for (int run = 0; run < 60; run++)
        {
            ulong start = (ulong)random.NextInt64();
            HyperLogLog left = Fill(8, start, random.Next(200));
            HyperLogLog right = Fill(8, start + (ulong)random.Next(200), random.Next(200));
            HyperLogLog both = new(8);
            both.Merge(left);
            both.Merge(right);
            both.CheckInvariants();
            HyperLogLog turned = SaveAndLoad(right);
            turned.Merge(SaveAndLoad(left));
            Assert.Equal(both.Count(), turned.Count());
            HyperLogLog again = SaveAndLoad(both);
            again.Merge(left);
            Assert.Equal(both.Count(), again.Count());
        }

        HyperLogLog half = Fill(8, 0, 300);
        half.Merge(Fill(8, 200, 400));
        Assert.Equal(Fill(8, 0, 600).Count(), half.Count());
        Assert.Throws<ArgumentException>(() => half.Merge(new HyperLogLog(9)));
    });

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(16)]
    public void FewAndManyMergeAtEveryPrecision(int precision)
    {
        int registers = 1 << precision;
        HyperLogLog many = Fill(precision, 0, registers);
        // Neither is a multiple of what is taken at once.
        HyperLogLog few = Fill(precision, (ulong)registers - 1, (registers / 8) - 1);
        Assert.True(few.IsExact && !many.IsExact);
        HyperLogLog both = Fill(precision, 0, registers + (registers / 8) - 2);
        foreach ((HyperLogLog into, HyperLogLog from) in new[] { (SaveAndLoad(many), few), (SaveAndLoad(few), many) })
        {
            into.Merge(from);
            into.CheckInvariants();
            Assert.Equal(both.Count(), into.Count());
            into.Merge(many);
            Assert.Equal(both.Count(), into.Count());
        }
    }

    [Fact]
    public void CountingAllocatesNothing()
    {
        var sketch = new HyperLogLog();
        ulong next = 0;
        AllocationGate.AssertNone(() => sketch.Add(next++));
    }

    private static HyperLogLog Fill(int precision, ulong start, int count)
    {
        var sketch = new HyperLogLog(precision);
        for (int i = 0; i < count; i++) sketch.Add(start + (ulong)i);
        return sketch;
    }

    private static HyperLogLog SaveAndLoad(HyperLogLog sketch)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        sketch.Save(ref writer);
        var loaded = new HyperLogLog(sketch.Precision);
        loaded.Add(7);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        Assert.Equal((sketch.Count(), sketch.IsExact), (loaded.Count(), loaded.IsExact));
        return loaded;
    }
}
