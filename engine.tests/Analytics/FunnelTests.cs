using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics;

public sealed class FunnelTests
{
    private const long StartMs = 1_767_225_600_000; // 2026-01-01

    private static readonly FunnelSpec Spec = new()
    {
        Name = "analytics_funnel",
        Title = "From looking to buying",
        Steps = [new("looked", "Looked"), new("chose", "Chose"), new("bought", "Bought")],
        Dimensions = [new("shop", "Shop")],
        Levels = [new(TimeGrain.Day, 0)],
        WithinMs = TimeBuckets.HourMs,
        MaxOpen = 64,
    };

    [Fact]
    public void StepsCountInOrderAndForTheDayOfTheFirst()
    {
        var funnel = new Funnel(Spec);
        long late = StartMs + TimeBuckets.DayMs - 1_000;
        Assert.False(funnel.Reach(1, 1, late, []));
        Assert.True(funnel.Reach(1, 0, late, [7]));
        Assert.False(funnel.Reach(1, 0, late, [8]));
        Assert.False(funnel.Reach(1, 2, late, []));
        Assert.True(funnel.Reach(1, 1, late + 3_000, []));
        Assert.True(funnel.Reach(1, 2, late + 10_000, []));
        Assert.False(funnel.Reach(1, 2, late + 10_000, []));
        Assert.True(funnel.Reach(2, 0, late, [7]));
        funnel.CheckInvariants();
        RollupTable table = funnel.Rollup.Query(new RollupQuery { By = ["shop"] });
        Assert.Equal((1, StartMs, 7UL), (table.RowCount, table.TimeMs(0), table.Keys(0)[0]));
        Assert.Equal([2, 1, 1, 0.5, 1, 0.5], Pick(table, "looked", "chose", "bought", "chose_rate", "bought_rate",
            "conversion_rate"));
        Assert.InRange(Pick(table, "chose_after_p50")[0], 2_970, 3_030);
        Assert.InRange(Pick(table, "bought_after_p99")[0], 6_930, 7_070);
    }

    [Fact]
    public void WhoTakesTooLongOrLeavesIsOut()
    {
        var funnel = new Funnel(Spec);
        funnel.Reach(1, 0, StartMs, [1]);
        funnel.Reach(2, 0, StartMs, [1]);
        Assert.Equal(2, funnel.OpenCount);
        funnel.Leave(2);
        Assert.False(funnel.Reach(2, 1, StartMs + 1, []));
        Assert.False(funnel.Reach(1, 1, StartMs + Spec.WithinMs + 1, []));
        Assert.Equal(0, funnel.OpenCount);
        Assert.True(funnel.Reach(1, 0, StartMs + Spec.WithinMs + 1, [1]));
    }

    [Fact]
    public void RandomWaysAreThoseOfAPlainList() => Seeds.Run(() =>
    {
        for (int run = 0; run < 10; run++)
        {
            Random random = Seeds.Random(800 + run);
            var funnel = new Funnel(Spec with { MaxOpen = 1 << 12 });
            var open = new Dictionary<ulong, (long StartMs, int Step, ulong Shop)>();
            var counts = new Dictionary<(ulong Shop, int Step), int>();
            long now = StartMs;
            for (int i = 0; i < 1_500; i++)
            {
                now += random.NextInt64(40_000);
                ulong id = (ulong)random.Next(120);
                int step = random.Next(3);
                ulong shop = (ulong)random.Next(3);
                bool isExpected = Expect(open, (id, step, shop), now);
                Assert.Equal(isExpected, funnel.Reach(id, step, now, step == 0 ? [shop] : []));
                if (isExpected)
                {
                    ulong of = open[id].Shop;
                    counts[(of, step)] = counts.GetValueOrDefault((of, step)) + 1;
                    if (step == 2) open.Remove(id);
                }

                if (i % 200 == 199) funnel = SaveAndLoad(funnel);
            }

            funnel.CheckInvariants();
            RollupTable table = funnel.Rollup.Query(new RollupQuery { Grain = TimeGrain.All, By = ["shop"] });
            for (int row = 0; row < table.RowCount; row++)
                for (int step = 0; step < 3; step++)
                    Assert.Equal(counts.GetValueOrDefault((table.Keys(row)[0], step)), table.Values(row)[step]);
        }
    });

    [Fact]
    public void TheOldestAreGivenUpForWantOfRoom()
    {
        var funnel = new Funnel(Spec);
        for (ulong id = 0; id < 100; id++) Assert.True(funnel.Reach(id, 0, StartMs + (long)id, [1]));
        Assert.Equal((64, 36), (funnel.OpenCount, funnel.GivenUpCount));
        Assert.False(funnel.Reach(35, 1, StartMs + 200, []));
        Assert.True(funnel.Reach(36, 1, StartMs + 200, []));
        funnel.CheckInvariants();
    }

    [Fact]
    public void SteppingAllocatesNothing()
    {
        var funnel = new Funnel(Spec with { Levels = [new(TimeGrain.Day, 2)] });
        ulong id = 0;
        long now = StartMs;
        void Act()
        {
            now += 1_000;
            funnel.Reach(++id, 0, now, [id % 3]);
            funnel.Reach(id - 5, 1, now, []);
            funnel.Reach(id - 9, 2, now, []);
        }

        for (int i = 0; i < 300_000; i++) Act();
        AllocationGate.AssertNone(Act);
    }

    private static bool Expect(
        Dictionary<ulong, (long StartMs, int Step, ulong Shop)> open, (ulong Id, int Step, ulong Shop) wish, long now)
    {
        bool isOpen = open.TryGetValue(wish.Id, out (long StartMs, int Step, ulong Shop) entry)
            && now <= entry.StartMs + Spec.WithinMs;
        if (wish.Step == 0)
        {
            if (!isOpen) open[wish.Id] = (now, 0, wish.Shop);
            return !isOpen;
        }

        if (!isOpen || entry.Step != wish.Step - 1) return false;
        open[wish.Id] = entry with { Step = wish.Step };
        return true;
    }

    private static double[] Pick(RollupTable table, params string[] names) =>
        [.. names.Select(name => table.Values(0)[table.FindColumn(name)])];

    private static Funnel SaveAndLoad(Funnel funnel)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        funnel.Save(ref writer);
        funnel.Rollup.Save(ref writer);
        var loaded = new Funnel(Spec with { MaxOpen = 1 << 12 });
        loaded.Reach(1, 0, StartMs, [1]);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        loaded.Rollup.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        return loaded;
    }
}
