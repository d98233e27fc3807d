using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics.Sketches;

public sealed class SpaceSavingTests
{
    [Fact]
    public void CountsKeepTheirBounds() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(600);
        for (int run = 0; run < 60; run++)
        {
            int capacity = random.Next(1, 40);
            var sketch = new SpaceSaving(capacity);
            var exact = new Dictionary<ulong, long>();
            for (int i = 0; i < 600; i++) Count(random, sketch, exact);
            AssertBounds(sketch, exact);
            Assert.InRange(sketch.MaxMissed, 0, sketch.Total / capacity);
            AssertBounds(SaveAndLoad(sketch), exact);
        }
    });

    [Fact]
    public void MergedCountsKeepTheirBounds() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(610);
        for (int run = 0; run < 60; run++)
        {
            var sketch = new SpaceSaving(random.Next(1, 40));
            var exact = new Dictionary<ulong, long>();
            for (int part = 0; part < 4; part++)
            {
                var other = new SpaceSaving(random.Next(1, 40));
                for (int i = random.Next(200); i > 0; i--) Count(random, other, exact);
                sketch.Merge(other);
                AssertBounds(sketch, exact);
                for (int i = random.Next(50); i > 0; i--) Count(random, sketch, exact);
                AssertBounds(sketch, exact);
            }
        }
    });

    [Fact]
    public void WhileThereAreFewTheyAreExact()
    {
        var sketch = new SpaceSaving(3);
        foreach (ulong id in new ulong[] { 5, 7, 5, 9, 7, 5 }) sketch.Add(id);
        Assert.Equal([new(5, 3, 0), new(7, 2, 0), new(9, 1, 0)], sketch.Top(10));
        Assert.Equal(new TopEntry(5, 3, 0), Assert.Single(sketch.Top(1)));
        sketch.Clear();
        Assert.Equal((0, 0), (sketch.Count, sketch.Total));
    }

    [Fact]
    public void CountingAllocatesNothing()
    {
        var sketch = new SpaceSaving(50);
        ulong next = 0;
        AllocationGate.AssertNone(() => sketch.Add(next++ * next % 101));
    }

    private static void Count(Random random, SpaceSaving sketch, Dictionary<ulong, long> exact)
    {
        // A few are frequent, many are rare.
        ulong id = (ulong)(100 * random.NextDouble() * random.NextDouble() * random.NextDouble());
        int count = random.Next(3);
        sketch.Add(id, count);
        if (count > 0) exact[id] = exact.GetValueOrDefault(id) + count;
    }

    private static void AssertBounds(SpaceSaving sketch, Dictionary<ulong, long> exact)
    {
        sketch.CheckInvariants();
        Assert.Equal(exact.Values.Sum(), sketch.Total);
        IReadOnlyList<TopEntry> top = sketch.Top(int.MaxValue);
        Assert.Equal(top.OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Id), top);
        foreach (TopEntry entry in top)
            Assert.InRange(exact.GetValueOrDefault(entry.Id), entry.Count - entry.Error, entry.Count);
        foreach ((ulong id, long count) in exact)
            if (!sketch.TryFind(id, out _)) Assert.InRange(count, 0, sketch.MaxMissed);
    }

    private static SpaceSaving SaveAndLoad(SpaceSaving sketch)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        sketch.Save(ref writer);
        var loaded = new SpaceSaving(sketch.Capacity);
        loaded.Add(3);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        return loaded;
    }
}
