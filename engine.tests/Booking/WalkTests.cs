using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Booking;

/// <summary>Going through all showtimes and everybody's bookings, a piece at a time.</summary>
public sealed class WalkTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task EveryBookingIsMetOnceWhateverThePiece()
    {
        string ada = await _world.UserAsync(), bob = await _world.UserAsync("bob");
        await _world.ConfirmAsync(ada, await _world.HoldAsync(ada, "B2"));
        await _world.HoldAsync(bob, "B4", "B5");
        await _world.ConfirmAsync(bob, await _world.HoldAsync(bob, "C1"));
        await _world.GetAsync("/api/bookings/my-bookings", bob);
        ProjectionView<UserBookings> bookings = _world.Host.Service<ProjectionView<UserBookings>>();
        foreach (int piece in (int[])[1, 2, 10])
        {
            var met = new List<(ulong, ulong)>();
            var into = new UserBooking[piece];
            for (int from = 0; from >= 0;)
            {
                (int count, from) = bookings.Read(from, (all, at) => (all.CopyRows(at, into, out int next), next));
                met.AddRange(into[..count].Select(each => (each.ShowtimeId, each.BookingId)));
            }

            Assert.Equal(3, met.Count);
            Assert.Equal(3, met.Distinct().Count());
        }
    }

    [Fact]
    public void ShowtimesAreCopiedByPieceAndByTime()
    {
        ProjectionView<CatalogueView> catalogue = _world.Host.Service<ProjectionView<CatalogueView>>();
        long nowMs = _world.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        catalogue.Read(all =>
        {
            var two = new ShowtimeListing[3];
            Assert.Equal(3, all.CopyShowtimes(0, two));
            Assert.Equal(1, all.CopyShowtimes(3, two));
            Assert.Equal(BookingWorld.CrowdedShow, two[0].Showtime.Id);
            Assert.Equal(0, all.CopyShowtimes(4, two));
            var upcoming = new UpcomingShowtime[10];
            Assert.Equal(3, all.CopyUpcoming(nowMs, long.MaxValue, upcoming));
            Assert.Equal(
                [BookingWorld.Show, BookingWorld.LaterSale, BookingWorld.CrowdedShow], upcoming[..3].Select(s => s.Id));
            Assert.Equal((44, 44, 0, 1000), (
                upcoming[0].Capacity, upcoming[0].Free, upcoming[0].Sold, upcoming[0].BaseCents));
            Assert.Equal(1, all.CopyUpcoming(nowMs, upcoming[1].StartsAtMs, upcoming));
            Assert.Equal(2, all.CopyUpcoming(nowMs, long.MaxValue, upcoming.AsSpan(0, 2)));
            return 0;
        });
    }
}
