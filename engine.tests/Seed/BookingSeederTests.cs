using System.Net;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Shell;
using Catalog.Seed;
using Catalog.Seed.Booking;
using Catalog.Seed.Shared;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Observability;
using Catalog.Shell.Options;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Seed;

public sealed class BookingSeederTests(SeededFolder seeded) : IClassFixture<SeededFolder>
{
    private const int People = 25;
    private const int Bookings = 500;

    [Fact]
    public async Task TheSameSeedMakesTheSameAndAnotherSeedAnother()
    {
        DirectoryInfo again = Directory.CreateTempSubdirectory("catalog-seed-");
        DirectoryInfo other = Directory.CreateTempSubdirectory("catalog-seed-");
        try
        {
            Assert.Equal(seeded.Made, await SeededFolder.SeedAsync(again.FullName, 1));
            await SeededFolder.SeedAsync(other.FullName, 2);
            (List<object> Catalogue, List<object> Bookings) first = await SeededFolder.ReadAsync(seeded.Path, Describe);
            (List<object> Catalogue, List<object> Bookings) second =
                await SeededFolder.ReadAsync(again.FullName, Describe);
            (List<object> Catalogue, List<object> Bookings) third =
                await SeededFolder.ReadAsync(other.FullName, Describe);
            Assert.Equal(first.Catalogue, second.Catalogue);
            Assert.Equal(first.Bookings, second.Bookings);
            Assert.NotEqual(first.Catalogue, third.Catalogue);
            Assert.NotEqual(first.Bookings, third.Bookings);
        }
        finally
        {
            again.Delete(recursive: true);
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public Task EverythingAddsUp() => SeededFolder.ReadAsync(seeded.Path, (catalogue, bookings, analytics) =>
    {
        SalesFigures total = SalesReport.Of(analytics).Total;
        Assert.Equal(Bookings, total.Bookings);
        Assert.Equal(Bookings, bookings.CountOf(UserBookingStatus.Confirmed) + total.Cancellations);
        Assert.Equal(total.Cancellations, bookings.CountOf(UserBookingStatus.Cancelled));
        Assert.Equal(total.Lapses, bookings.CountOf(UserBookingStatus.Lapsed));
        Assert.Equal(total.Reservations, bookings.Count);
        Assert.Equal(0, bookings.PendingCount);
        UserBookingTotals[] people = [.. Ids(People + 2).Select(bookings.TotalsOf)];
        Assert.Equal(total.RevenueCents, people.Sum(p => p.SpentCents));
        Assert.Equal(total.Bookings - total.Cancellations, people.Sum(p => p.ConfirmedCount));
        ShowtimeListing[] showtimes = [.. Ids(70).Select(id => Find(catalogue, id))];
        Assert.Equal(70, catalogue.ShowtimeCount);
        Assert.Equal(10, showtimes.Count(s => s.Showtime.StartsAtMs > SeededFolder.Now.ToUnixTimeMilliseconds()));
        Assert.All(showtimes, s => Assert.Equal(0, s.Availability.Held));
        Assert.InRange(showtimes.Sum(s => s.Availability.Sold), total.Bookings - total.Cancellations, total.Seats);
        Assert.True(total is { Cancellations: > 0, Lapses: > 0 }, "Some cancel and some forget.");
        return 0;
    });

    [Fact]
    public async Task AFolderLeftByAnInterruptedRunIsOpenedByNobody()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("catalog-seed-");
        try
        {
            var request = new SeedRequest(0.0005, 1, folder.FullName, SeededFolder.Now);
            await Assert.ThrowsAsync<OperationCanceledException>(
                () => new BookingSeeder().SeedAsync(request, new InterruptedProgress("Booking")));
            var options = new CatalogOptions { DataPath = folder.FullName };
            var timings = new EngineTimings(new SlowOperations(TimeProvider.System), TimeProvider.System);
            IOException refused = Assert.Throws<IOException>(
                () => new EngineHost(
                    options, new FolderStorage(options), TimeProvider.System, timings,
                    NullLogger<EngineHost>.Instance));
            Assert.Contains("seeded and that was interrupted", refused.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<SeedRefusedException>(
                () => new BookingSeeder().SeedAsync(request, new SilentProgress()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void ProgressIntoAFileIsALineATenth()
    {
        var text = new StringWriter();
        var progress = new LineProgress(text, CancellationToken.None);
        progress.Begin("People", 1_000);
        for (int done = 1; done <= 1_000; done++) progress.Report(done);
        string[] lines = text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(11, lines.Length);
        Assert.Equal(("People", "People: 10 %", "People: 100 %"), (lines[0], lines[1], lines[^1]));
    }

    [Fact]
    public async Task TheServerGoesOnWhereTheSeedEnds()
    {
        var clock = new ManualClock();
        clock.Advance(SeededFolder.Now - clock.GetUtcNow());
        await using var host = new ShellHost(seeded.Path, clock, ("Catalog:Demo", "true"));
        ShellAnswer showtimes = await host.GetAsync("/booking/api/showtimes?limit=50");
        Assert.Equal(10, showtimes.Json.GetProperty("total").GetInt32());
        ShellAnswer login = await host.LoginAsync("demo@catalog.test", "demo-customer-1");
        Assert.Equal(HttpStatusCode.OK, login.Status);
        ShellAnswer mine = await host.GetAsync("/booking/api/bookings/my-bookings?limit=5", login.AccessToken);
        Assert.Equal(5, mine.Json.GetProperty("items").GetArrayLength());

        // Whoever adds a consumer tells the seeder, or it would be fed half a year.
        IReadOnlyList<ConsumerRunner> consumers = host.Service<EventHost>().Consumers;
        IEnumerable<string> told = Systems.All.SelectMany(s => s.Consumers).Concat(SeedEngine.SharedConsumers);
        Assert.Equal(told.Order(), consumers.Select(c => c.Name).Order());
        // The other systems' demos are made at this first start, and that is no history.
        Assert.All(
            consumers.Where(c => !c.Name.StartsWith("leaderboards", StringComparison.Ordinal)),
            c => Assert.Equal(0, c.GetStatus().HandledCount));
        Assert.False(Directory.Exists(Path.Combine(seeded.Path, "outbox")), "Nobody gets mail.");
    }

    [Fact]
    public async Task AFolderThatIsNotEmptyOrInUseIsRefused()
    {
        await Assert.ThrowsAsync<SeedRefusedException>(() => SeededFolder.SeedAsync(seeded.Path, 1));
        using IDisposable taken = new LocalDisk(seeded.Path).Lock();
        await Assert.ThrowsAsync<DiskInUseException>(() => SeededFolder.SeedAsync(seeded.Path, 1));
    }

    private static (List<object> Catalogue, List<object> Bookings) Describe(
        CatalogueView catalogue, UserBookings bookings, BookingInsight analytics)
    {
        List<object> shown = [.. Ids(70).Select(id => Find(catalogue, id))];
        List<object> sold = [.. Ids(People + 2).Select(id => bookings.TotalsOf(id)), SalesReport.Of(analytics).Total];
        var page = new UserBooking[1000];
        foreach (ulong id in Ids(People + 2))
        {
            int count = bookings.CopyPage(id, BookingCursor.Start, page, out _);
            // Where a fact lies depends on how commands fell into batches; everything else is the seed's.
            sold.AddRange(page[..count].Select(booking => (object)(booking with { Position = 0 })));
        }

        return (shown, sold);
    }

    private static ShowtimeListing Find(CatalogueView catalogue, ulong id) =>
        catalogue.TryFindShowtime(id, out ShowtimeListing found) ? found : throw new KeyNotFoundException($"{id}");

    private static IEnumerable<ulong> Ids(int last) => Enumerable.Range(1, last).Select(id => (ulong)id);
}
