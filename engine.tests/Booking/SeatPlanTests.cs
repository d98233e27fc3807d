using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

public sealed class SeatPlanTests
{
    [Fact]
    public void Labels_and_seats_find_each_other()
    {
        SeatPlan plan = SeatPlan.Rectangle(30, 8, 12, 8);
        plan.CheckInvariants();
        Assert.Equal(30 * 28, plan.SeatCount);
        Assert.True(plan.TryFind("B3", out ushort seat));
        Assert.Equal(28 + 2, seat);
        Assert.True(plan.TryFind("aa28".AsSpan(), out seat));
        Assert.Equal((26 * 28) + 27, seat);
        Assert.Equal("AA28", plan.LabelOf(seat));
        Assert.False(plan.TryFind("B29", out _));
        Assert.False(plan.TryFind("B0", out _));
    }

    [Fact]
    public void Aisles_and_indents_show_in_the_positions()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z").Row("A", 2, 2).Row("B", 1).Build();
        Assert.Equal([0, 2, 6, 8, 4], Positions(plan));
        Assert.Equal(8, plan.Width);
        Assert.Equal(1, plan.FocalRow);
        Assert.Equal(4, plan.FocalX);
    }

    [Fact]
    public void Numbers_may_run_backwards_or_in_twos()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z")
            .Row(new RowSpec { Label = "A", Blocks = [3], FirstNumber = 5, NumberStep = -2 })
            .Accessible("A", 3).Build();
        Assert.Equal(["A5", "A3", "A1"], new[] { plan.LabelOf(0), plan.LabelOf(1), plan.LabelOf(2) });
        Assert.Equal(SeatKind.Accessible, plan.KindOf(1));
    }

    [Fact]
    public void A_cinema_has_zones_kinds_and_prices()
    {
        SeatPlan plan = SeatPlan.Cinema(12, 4, 10);
        plan.CheckInvariants();
        Assert.Equal("Front", plan.ZoneName(plan.ZoneOf(0)));
        Assert.Equal("Premium", plan.ZoneName(plan.ZoneOf(plan.SeatCount - 1)));
        Assert.Equal(SeatKind.Accessible, plan.KindOf(plan.SeatCount - 1));
        Assert.Equal(SeatKind.Companion, plan.KindOf(plan.SeatCount - 2));
        ushort last = (ushort)(plan.SeatCount - 1);
        Assert.Equal(800 + 1500, plan.PriceCents([0, last], 0, 0, [1000, 800, 1500]));
    }

    [Fact]
    public void Bytes_and_words_give_the_same_plan_back()
    {
        foreach (SeatPlan plan in Samples())
        {
            SeatPlan read = Copy(plan);
            read.CheckInvariants();
            Assert.Equal(plan.ContentHash, read.ContentHash);
            Assert.Equal(plan.ContentHash, SeatPlan.Create(plan.ToSpec()).ContentHash);
            Assert.Equal(plan.Capacity, read.Capacity);
            Assert.Equal((plan.FocalRow, plan.FocalX, plan.Width), (read.FocalRow, read.FocalX, read.Width));
            for (int seat = 0; seat < plan.SeatCount; seat++)
            {
                Assert.Equal(plan.LabelOf(seat), read.LabelOf(seat));
                Assert.Equal((plan.KindOf(seat), plan.ZoneOf(seat)), (read.KindOf(seat), read.ZoneOf(seat)));
                Assert.Equal((plan.XOf(seat), plan.RowOf(seat)), (read.XOf(seat), read.RowOf(seat)));
            }
        }
    }

    [Fact]
    public void Different_plans_have_different_hashes()
    {
        Assert.NotEqual(SeatPlan.Rectangle(5, 4, 4).ContentHash, SeatPlan.Rectangle(5, 8).ContentHash);
        SeatPlanBuilder builder = new SeatPlanBuilder().Zone("z").Row("A", 4);
        ulong plain = builder.Build().ContentHash;
        Assert.NotEqual(plain, builder.Accessible("A", 2).Build().ContentHash);
    }

    [Fact]
    public void Every_truncation_is_refused_as_a_format_error()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        SeatPlan.Cinema(3, 2, 3).Write(ref writer);
        writer.Flush();
        for (int length = 0; length < buffer.Length; length++)
        {
            byte[] cut = buffer.WrittenSpan[..length].ToArray();
            Assert.Throws<MessagePackFormatException>(() =>
            {
                var reader = new MessagePackReader(cut);
                SeatPlan.Read(ref reader);
            });
        }
    }

    public static TheoryData<string, SeatPlanSpec> Wrong() => new()
    {
        { "zones", new SeatPlanSpec { Zones = [] } },
        { "zones[1]", new SeatPlanSpec { Zones = ["a", "a"] } },
        { "rows", new SeatPlanSpec { Zones = ["a"] } },
        { "areas[0].capacity", Areas(new AreaSpec("x", 0, "a")) },
        { "areas[0].zone", Areas(new AreaSpec("x", 1, "b")) },
        { "areas[1]", Areas(new AreaSpec("x", 1, "a"), new AreaSpec("x", 1, "a")) },
        { "rows[0].label", Rows(new RowSpec { Label = " ", Blocks = [1] }) },
        { "rows[0].blocks", Rows(new RowSpec { Label = "A", Blocks = [] }) },
        { "rows[0].blocks[1]", Rows(new RowSpec { Label = "A", Blocks = [1, 65] }) },
        { "rows[0].blocks[0]", Rows(new RowSpec { Label = "A", Blocks = [0] }) },
        { "rows[64].blocks[0]", Rows([.. Enumerable.Range(0, 65).Select(i => Row($"R{i}-", 64))]) },
        { "rows[0].numberStep", Rows(Row("A", 1) with { NumberStep = 0 }) },
        { "rows[0].firstNumber", Rows(Row("A", 3) with { NumberStep = -1 }) },
        { "rows[0].indentHalfSeats", Rows(Row("A", 1) with { IndentHalfSeats = -1 }) },
        { "rows[0].zones[0].zone", Rows(Row("A", 1) with { Zones = [new ZoneRun("b", 1, 1)] }) },
        { "rows[0].zones[0].fromNumber", Rows(Row("A", 2) with { Zones = [new ZoneRun("a", 0, 1)] }) },
        { "rows[0].zones[0].toNumber", Rows(Row("A", 2) with { Zones = [new ZoneRun("a", 2, 1)] }) },
        { "rows[0].accessible[0]", Rows(Row("A", 1) with { Accessible = [2] }) },
        { "rows[0].companion[0]", Rows(Row("A", 1) with { Accessible = [1], Companion = [1] }) },
        { "focal.row", Rows(Row("A", 1)) with { Focal = new FocalSpec("B", 0) } },
        { "focal.halfSeats", Rows(Row("A", 1)) with { Focal = new FocalSpec("A", 1) } },
        { "rows[1].label", Rows(Row("A", 12), Row("A1", 2)) },
        { "rows[1].label", Rows(Row("A", 1), Row("a", 1) with { FirstNumber = 9 }) },
        { "rows[0]", Rows(Row("A", 1) with { Zones = null! }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_plan_names_the_field(string field, SeatPlanSpec spec)
    {
        Assert.False(SeatPlan.TryCreate(spec, out _, out SeatPlanException? error));
        Assert.Equal(field, error.Field);
        Assert.Throws<SeatPlanException>(() => SeatPlan.Create(spec));
    }

    internal static SeatPlan Copy(SeatPlan plan)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        plan.Write(ref writer);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        SeatPlan copy = SeatPlan.Read(ref reader);
        Assert.True(reader.End);
        return copy;
    }

    private static SeatPlanSpec Rows(params RowSpec[] rows) => new() { Zones = ["a"], Rows = rows };

    private static RowSpec Row(string label, int seats) => new() { Label = label, Blocks = [seats] };

    private static SeatPlanSpec Areas(params AreaSpec[] areas) => new() { Zones = ["a"], Areas = areas };

    private static int[] Positions(SeatPlan plan) => [.. Enumerable.Range(0, plan.SeatCount).Select(plan.XOf)];

    private static IEnumerable<SeatPlan> Samples() =>
    [
        SeatPlan.Rectangle(1, 1),
        SeatPlan.Cinema(12, 4, 10),
        SeatPlan.Concert(500, 10, 20),
        new SeatPlanBuilder().Zone("z").Area("Floor", 100, "z").Build(),
        new SeatPlanBuilder().Zone("y").Zone("z")
            .Row("A", 3, 64).Row("B", 9).InZone("A", "z", 2, 5).Focal("A", 3).Build(),
    ];

    [Fact]
    public void A_plan_read_twice_is_one_plan()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        SeatPlan.Rectangle(3, 7, 9).Write(ref writer);
        writer.Flush();
        var first = new MessagePackReader(buffer.WrittenSpan);
        var second = new MessagePackReader(buffer.WrittenSpan);
        Assert.Same(SeatPlan.Read(ref first), SeatPlan.Read(ref second));
    }
}
