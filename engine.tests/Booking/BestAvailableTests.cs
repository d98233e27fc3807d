using Catalog.Engine.Booking;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Booking;

public sealed class BestAvailableTests
{
    private readonly SeatPlan _cinema = SeatPlan.Cinema(12, 4, 10);

    [Fact]
    public void An_empty_house_seats_a_couple_at_the_focal_point()
    {
        SeatMap map = SeatMap.For(_cinema);
        Assert.Equal("I9 I10", Labels(_cinema, map, new BestAvailableRequest { Count = 2 }));
    }

    [Fact]
    public void No_orphan_is_left_while_there_is_a_better_place()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z").Row("A", 3).Row("B", 4).Focal("A", 2).Build();
        SeatMap map = SeatMap.For(plan);
        Assert.Equal("B1 B2", Labels(plan, map, new BestAvailableRequest { Count = 2 }));
        map.SellDirect([3, 5]);
        Assert.Equal("", Labels(plan, map, new BestAvailableRequest { Count = 2 }));
        Assert.Equal("A1 A2", Labels(plan, map, new BestAvailableRequest { Count = 2, AllowOrphans = true }));
    }

    [Fact]
    public void Parties_that_may_sit_apart_are_split_evenly()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z").Row("A", 2, 2).Row("B", 3, 1).Build();
        SeatMap map = SeatMap.For(plan);
        Assert.Equal("", Labels(plan, map, new BestAvailableRequest { Count = 4 }));
        var request = new BestAvailableRequest { Count = 4, AllowSplit = true };
        Assert.True(BestAvailable.Find(in request, plan, map, out SeatList seats, out BestAvailableRung rung));
        Assert.Equal((BestAvailableRung.Split, 4), (rung, seats.Count));
    }

    [Fact]
    public void Accessible_seats_go_to_those_who_ask_with_a_companion_next_to_them()
    {
        SeatMap map = SeatMap.For(_cinema);
        Assert.Equal("L1 L2", Labels(_cinema, map, new BestAvailableRequest { Count = 2, AccessibleCount = 1 }));
        for (ushort seat = 0; seat < _cinema.SeatCount; seat++)
        {
            if (_cinema.KindOf(seat) == SeatKind.Standard) map.SellDirect([seat]);
        }

        Assert.Equal("", Labels(_cinema, map, new BestAvailableRequest { Count = 2, AllowOrphans = true }));
        Assert.Equal("L2", Labels(_cinema, map, new BestAvailableRequest { Count = 1 }));
        Assert.Equal("L2 L17", Labels(_cinema, map, new BestAvailableRequest { Count = 2, AllowSplit = true }));
    }

    [Fact]
    public void A_wrong_request_is_refused()
    {
        SeatMap map = SeatMap.For(_cinema);
        Assert.ThrowsAny<ArgumentException>(() => Labels(_cinema, map, new BestAvailableRequest { Count = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Labels(_cinema, map, new BestAvailableRequest { Count = 11 }));
        Assert.ThrowsAny<ArgumentException>(
            () => Labels(_cinema, map, new BestAvailableRequest { Count = 1, AccessibleCount = 2 }));
        Assert.ThrowsAny<ArgumentException>(
            () => Labels(_cinema, map, new BestAvailableRequest { Count = 1, MaxPriceCents = 5 }));
        Assert.ThrowsAny<ArgumentException>(
            () => Labels(_cinema, map, new BestAvailableRequest { Count = 1, FocalRow = 12 }));
    }

    [Fact]
    public void A_plan_without_rows_seats_nobody()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z").Area("Floor", 9, "z").Build();
        Assert.Equal("", Labels(plan, SeatMap.For(plan), new BestAvailableRequest { Count = 1, AllowSplit = true }));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        SeatMap map = SeatMap.For(_cinema);
        ushort next = 0;
        AllocationGate.AssertNone(() =>
        {
            var request = new BestAvailableRequest { Count = 4, AllowOrphans = true, AllowSplit = true };
            if (BestAvailable.Find(in request, _cinema, map, out SeatList seats, out _)) map.SellDirect(seats.Span);
            else map.Unsell([next = (ushort)((next + 7) % _cinema.SeatCount)]);
        });
    }

    private static string Labels(SeatPlan plan, SeatMap map, BestAvailableRequest request)
    {
        bool found = BestAvailable.Find(in request, plan, map, out SeatList seats, out BestAvailableRung rung);
        Assert.Equal(found, rung != BestAvailableRung.None);
        return string.Join(' ', seats.Span.ToArray().Select(seat => plan.LabelOf(seat)));
    }
}
