using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Booking;

public sealed class WaitingListTests
{
    private static readonly int[] Prices = [1000, 2500];

    private readonly WaitingList _list = new(4);

    [Fact]
    public void Each_joins_once_and_the_list_is_bounded()
    {
        Assert.Equal(WaitingResult.Ok, _list.Join(1, Wish(2), 5));
        Assert.Equal(WaitingResult.AlreadyWaiting, _list.Join(1, Wish(3), 6));
        Assert.Equal(WaitingResult.WrongCount, _list.Join(2, Wish(0), 6));
        Assert.Equal(WaitingResult.WrongCount, _list.Join(2, Wish(11), 6));
        for (ulong owner = 2; owner <= 4; owner++) Assert.Equal(WaitingResult.Ok, _list.Join(owner, Wish(1), 7));
        Assert.Equal(WaitingResult.Full, _list.Join(5, Wish(1), 8));
        Assert.Equal(3, _list.PositionOf(3));
        Assert.True(_list.Leave(2));
        Assert.Equal([1, 0, 2, 3], new ulong[] { 1, 2, 3, 4 }.Select(owner => _list.PositionOf(owner)));
        Assert.False(_list.Leave(2));
    }

    [Fact]
    public void The_first_whose_wish_is_met_is_found_and_the_others_keep_their_position()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("a").Zone("b").Area("Floor", 3, "a").Row("A", 6)
            .InZone("A", "b", 4, 6).Build();
        SeatMap map = SeatMap.For(plan);
        map.SellDirect([0, 1, 2, 3, 4, 5], 0, 3);
        _list.Join(1, Wish(3) with { Kind = WishKind.SeatsTogether }, 0);
        _list.Join(2, Wish(2) with { Kind = WishKind.SeatsTogether, MaxPriceCents = 2000 }, 0);
        _list.Join(3, Wish(2), 0);
        _list.Join(4, Wish(2) with { Kind = WishKind.Places }, 0);
        Assert.False(_list.TryMatch(plan, map, Prices, 100, out _));
        map.Unsell([0, 5]);
        Assert.False(_list.TryMatch(plan, map, Prices, 2, out _));
        Assert.True(_list.TryMatch(plan, map, Prices, 3, out WaitingMatch match));
        Assert.Equal((3ul, 2), (match.Owner, match.Seats.Count));
        map.Unsell([1]);
        Assert.True(_list.TryMatch(plan, map, Prices, 100, out match));
        Assert.Equal((2ul, new SeatList(0, 1)), (match.Owner, match.Seats));
        map.SellDirect([0, 1, 5]);
        map.Unsell([], 0, 2);
        Assert.True(_list.TryMatch(plan, map, Prices, 100, out match));
        Assert.Equal((4ul, 0), (match.Owner, match.Seats.Count));
        Assert.Equal(4, _list.Count);
    }

    [Fact]
    public void It_does_what_a_plain_list_does() => Seeds.Check(Prop.ForAll<byte[]>(steps =>
    {
        var list = new WaitingList(40);
        var model = new List<ulong>();
        for (int i = 0; i < steps.Length; i++)
        {
            ulong owner = (ulong)(steps[i] & 63);
            if (steps[i] >= 96)
            {
                bool joins = model.Count < 40 && !model.Contains(owner);
                Assert.Equal(joins, list.Join(owner, Wish((byte)(1 + (owner % 9))), i) == WaitingResult.Ok);
                if (joins) model.Add(owner);
            }
            else
            {
                Assert.Equal(model.Remove(owner), list.Leave(owner));
            }

            if (i % 7 == 0) list = Copy(list);
            list.CheckInvariants();
            Assert.Equal(model.Count, list.Count);
            for (ulong o = 0; o < 64; o++) Assert.Equal(model.IndexOf(o) + 1, list.PositionOf(o));
        }

        return true;
    }), 100);

    [Fact]
    public void Nothing_is_allocated_once_grown()
    {
        var list = new WaitingList(1000);
        ulong next = 0;
        AllocationGate.AssertNone(() =>
        {
            list.Join(next++, Wish(2), 0);
            if (next > 20) list.Leave(next - 20);
        });
    }

    private static WaitingWish Wish(byte count) => new() { Count = count };

    private static WaitingList Copy(WaitingList list)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        list.Write(ref writer);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        WaitingList copy = WaitingList.Read(ref reader);
        Assert.True(reader.End);
        Assert.Equal(list.StateHash(), copy.StateHash());
        return copy;
    }
}
