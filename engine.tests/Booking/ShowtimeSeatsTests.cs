using Catalog.Engine.Booking;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

public sealed class ShowtimeSeatsTests
{
    // Two blocks of four seats, the first and last for wheelchair users, and an area of six places.
    private static readonly SeatPlan Plan = new SeatPlanBuilder().Zone("z").Row("A", 4, 4).Area("Floor", 6, "z")
        .Accessible("A", 1, 8).Build();

    private readonly ShowtimeSeats _seats = new(new SeatPlanMasks(Plan));

    [Fact]
    public void Seats_and_places_are_counted_together()
    {
        AssertStanding(free: 14, held: 0, sold: 0, blocked: 0, together: 6);
        Apply(SeatChange.Held, [1, 2], 5);
        AssertStanding(free: 7, held: 7, sold: 0, blocked: 0, together: 3);
        Apply(SeatChange.Sold, [1, 2], 5);
        AssertStanding(free: 7, held: 0, sold: 7, blocked: 0, together: 3);
        Apply(SeatChange.Blocked, [5], 0);
        AssertStanding(free: 6, held: 0, sold: 7, blocked: 1, together: 1);
        Apply(SeatChange.Unblocked, [5], 0);
        Apply(SeatChange.Returned, [1], 2);
        AssertStanding(free: 10, held: 0, sold: 4, blocked: 0, together: 3);
        Apply(SeatChange.SoldDirectly, [1], 3);
        Apply(SeatChange.Held, [3], 0);
        Apply(SeatChange.Released, [3], 0);
        AssertStanding(free: 6, held: 0, sold: 8, blocked: 0, together: 3);
    }

    [Fact]
    public void What_cannot_have_happened_is_refused()
    {
        Apply(SeatChange.Held, [1], 4);
        Assert.Throws<InvalidOperationException>(() => Apply(SeatChange.Held, [1], 0));
        Assert.Throws<InvalidOperationException>(() => Apply(SeatChange.Released, [2], 0));
        Assert.Throws<InvalidOperationException>(() => Apply(SeatChange.Held, [], 3));
        Assert.Throws<InvalidOperationException>(() => Apply(SeatChange.Returned, [], 1));
    }

    [Fact]
    public void They_come_back_from_the_wire_for_their_own_plan_alone()
    {
        Apply(SeatChange.Held, [1, 6], 4);
        byte[] bytes = Encode(_seats);
        Assert.Equal(_seats.Availability, Decode(bytes, Plan).Availability);
        Assert.Equal(bytes, Encode(Decode(bytes, Plan)));
        Assert.Throws<MessagePackFormatException>(() => Decode(bytes, SeatPlan.Rectangle(3, 4)));
        Assert.Throws<MessagePackFormatException>(() => Decode(bytes[..^1], Plan));
    }

    [Fact]
    public void Neither_aisles_nor_seats_for_few_are_sat_across()
    {
        SeatPlan plan = new SeatPlanBuilder().Zone("z").Row("A", 5, 3).Accessible("A", 2).Companion("A", 8).Build();
        Assert.Equal(3, new ShowtimeSeats(new SeatPlanMasks(plan)).Availability.Together);
        Assert.Equal(64, new ShowtimeSeats(new SeatPlanMasks(SeatPlan.Rectangle(1, 64))).Availability.Together);
    }

    private void Apply(SeatChange change, ushort[] seats, int places) => _seats.Apply(change, seats, 0, places);

    private void AssertStanding(int free, int held, int sold, int blocked, int together)
    {
        _seats.CheckInvariants();
        Assert.Equal(new ShowtimeAvailability(free, held, sold, blocked, together), _seats.Availability);
    }

    private static byte[] Encode(ShowtimeSeats seats)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        seats.Write(ref writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static ShowtimeSeats Decode(byte[] bytes, SeatPlan plan)
    {
        var reader = new MessagePackReader(bytes);
        return ShowtimeSeats.Read(ref reader, new SeatPlanMasks(plan));
    }
}
