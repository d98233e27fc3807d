using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>The fact that holds lapsed, as the models read it: every one of them for every lapse.</summary>
public sealed class HoldsLapsedTests
{
    private readonly ShowtimeWorld _world = new(showtimes: 1, rows: 1, seatsPerRow: 8);

    [Fact]
    public void Its_holds_are_counted_without_the_list()
    {
        byte[] payload = Lapse();
        var whole = new MessagePackReader(payload);
        var counted = new MessagePackReader(payload);
        Assert.Equal(3, HoldsLapsed.Read(ref whole, HoldsLapsed.Version).Holds!.Count);
        Assert.Equal(3, HoldsLapsed.ReadCount(ref counted));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        byte[] payload = Lapse();
        AllocationGate.AssertNone(() =>
        {
            var reader = new MessagePackReader(payload);
            HoldsLapsed.ReadCount(ref reader);
        });
    }

    private byte[] Lapse()
    {
        for (ushort seat = 0; seat < 3; seat++) _world.Hold(1, seat + 1UL, seat);
        _world.Pass(ShowtimeTerms.DefaultHoldMs + 1);
        foreach ((EventHeader header, byte[] payload) in _world.Facts)
        {
            if (header.Type == HoldsLapsed.TypeId) return payload;
        }

        throw new InvalidOperationException("Nothing lapsed.");
    }
}
