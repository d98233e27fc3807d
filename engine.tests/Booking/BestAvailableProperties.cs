using Catalog.Engine.Booking;
using Catalog.Engine.Tests.House;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Booking;

public sealed class BestAvailableProperties
{
    private static readonly int[] Prices = [1000, 2000, 3000];

    [Fact]
    public void The_answer_is_the_best_of_all_there_are()
    {
        var rungs = new HashSet<BestAvailableRung>();
        Seeds.Check(Prop.ForAll<int>(seed =>
        {
            rungs.Add(Compare(new Random(seed)));
            return true;
        }), 3_000);
        Assert.Equal(Enum.GetValues<BestAvailableRung>().Length, rungs.Count);
    }

    private static BestAvailableRung Compare(Random random)
    {
        SeatPlan plan = RandomPlan(random);
        plan.CheckInvariants();
        SeatMap map = RandomMap(random, plan);
        int count = random.Next(1, 6);
        int accessible = random.Next(3) == 0 ? random.Next(1, Math.Min(count, 2) + 1) : 0;
        ulong zones = random.Next(3) == 0 ? (ulong)random.Next(1, 8) : 0;
        int? most = random.Next(3) == 0 ? random.Next(900, 3100) : null;
        var request = new BestAvailableRequest
        {
            Count = count,
            AccessibleCount = accessible,
            ZoneMask = zones,
            MaxPriceCents = most,
            ZonePricesCents = Prices,
            AllowOrphans = random.Next(2) == 0,
            AllowSplit = random.Next(2) == 0,
        };
        ulong affordable = zones == 0 ? ulong.MaxValue : zones;
        for (int z = 0; z < 3; z++) affordable &= most < Prices[z] ? ~(1UL << z) : ulong.MaxValue;
        (BestAvailableRung rung, ushort[] seats) = new BestAvailableOracle(plan, map)
            .Find(count, accessible, affordable, request.AllowOrphans, request.AllowSplit);
        bool found = BestAvailable.Find(in request, plan, map, out SeatList list, out BestAvailableRung actual);
        Assert.Equal(rung, actual);
        Assert.Equal(seats, list.Span.ToArray());
        Assert.Equal(rung != BestAvailableRung.None, found);
        if (found) Assert.True(map.CanTake(list.Span).IsOk);
        return rung;
    }

    private static SeatPlan RandomPlan(Random random)
    {
        SeatPlanBuilder builder = new SeatPlanBuilder().Zone("a").Zone("b").Zone("c");
        int rows = random.Next(1, 6);
        for (int i = 0; i < rows; i++)
        {
            string label = $"{(char)('A' + i)}";
            int[] blocks = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 8))];
            builder.Row(label, blocks);
            int seats = blocks.Sum();
            int from = random.Next(1, seats + 1);
            builder.InZone(label, random.Next(2) == 0 ? "b" : "c", from, random.Next(from, seats + 1));
            if (random.Next(2) == 0) builder.Accessible(label, random.Next(1, seats + 1));
            int companion = random.Next(1, seats + 1);
            if (!builder.ToSpec().Rows[i].Accessible.Contains(companion)) builder.Companion(label, companion);
        }

        return random.Next(2) == 0 ? builder.Build() : builder.Focal("A", 0).Build();
    }

    private static SeatMap RandomMap(Random random, SeatPlan plan)
    {
        SeatMap map = SeatMap.For(plan);
        int fill = random.Next(0, 100);
        for (ushort seat = 0; seat < plan.SeatCount; seat++)
        {
            if (random.Next(100) < fill) map.SellDirect([seat]);
        }

        return map;
    }
}
