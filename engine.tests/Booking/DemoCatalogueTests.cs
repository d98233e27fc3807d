using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Booking;

public sealed class DemoCatalogueTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_772_323_200_000)]
    [InlineData(1_772_400_000_123)]
    [InlineData(4_102_444_800_000)]
    public void It_is_taken_as_it_is_whatever_the_day(long nowMs)
    {
        var world = new CatalogueWorld { NowMs = nowMs };
        CatalogueBatch batch = DemoCatalogue.Create(nowMs);
        Assert.Equal(default, world.Import(batch));
        world.State.CheckInvariants();
        Assert.Equal((6, 24, 252), (batch.Theaters.Count, batch.Movies.Count, batch.Showtimes.Count));
        Assert.All(batch.Showtimes, showtime => Assert.True(showtime.StartsAtMs > nowMs));
        long lastMs = batch.Showtimes.Max(showtime => showtime.StartsAtMs);
        Assert.InRange(lastMs - nowMs, 6 * CatalogueWorld.Day, 8 * CatalogueWorld.Day);
    }

    [Fact]
    public void It_is_the_same_every_time()
    {
        CatalogueWorld first = new(), second = new();
        first.Import(DemoCatalogue.Create(first.NowMs));
        second.Import(DemoCatalogue.Create(second.NowMs));
        Assert.Equal(first.State.StateHash(), second.State.StateHash());
    }

    [Fact]
    public void Its_theaters_show_what_plans_can_do()
    {
        IReadOnlyList<Theater> theaters = DemoCatalogue.Create(0).Theaters;
        Assert.Equal(3, theaters.Select(theater => theater.City).Distinct().Count());
        Assert.Equal(6, theaters.Select(theater => theater.Plan.ContentHash).Distinct().Count());
        Assert.Single(theaters, theater => theater.Plan.AreaCount == 1);
        foreach (SeatPlan plan in theaters.Select(theater => theater.Plan))
        {
            plan.CheckInvariants();
            Assert.True(plan.BlockCount > plan.RowCount, "There are aisles.");
            Assert.Equal(["Standard", "Comfort", "Premium"], Enumerable.Range(0, 3).Select(plan.ZoneName));
            IEnumerable<int> seats = Enumerable.Range(0, plan.SeatCount);
            Assert.Equal(3, seats.Select(plan.ZoneOf).Where(zone => zone < 3).Distinct().Count());
            Assert.Contains(seats, seat => plan.KindOf(seat) == SeatKind.Accessible);
            Assert.Contains(seats, seat => plan.KindOf(seat) == SeatKind.Companion);
        }
    }

    [Fact]
    public void Every_film_is_shown_and_prices_differ_by_zone_and_hour()
    {
        CatalogueBatch batch = DemoCatalogue.Create(0);
        Assert.Equal(24, batch.Showtimes.Select(showtime => showtime.MovieId).Distinct().Count());
        Assert.True(batch.Movies.Select(movie => movie.Genre).Distinct().Count() >= 8);
        foreach (IGrouping<ulong, Showtime> hall in batch.Showtimes.GroupBy(showtime => showtime.TheaterId))
        {
            Assert.Equal(2, hall.Select(showtime => showtime.Prices).Distinct().Count());
            Assert.All(hall, showtime => Assert.True(showtime.Prices[2] > showtime.Prices[1]));
        }
    }
}
