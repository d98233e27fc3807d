using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Booking.Sql;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>Booking's tables against a recount of the journal, whatever happens to either server.</summary>
public sealed class BookingSqlTests(PostgresWorld postgres) : IClassFixture<PostgresWorld>, IDisposable
{
    private const int ActsPerRound = 50;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task TheyEqualARecountAfterACrashAndFactsThatComeTwice()
    {
        var crowd = new RestartingCrowd(_clock, seed: 8_300);
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        string folder = _folder.Path;
        string? image = null;
        try
        {
            for (int round = 0; round < 3; round++)
            {
                _clock.Advance(TimeSpan.FromHours(9));
                await using BookingHost host = await world.StartAsync(folder, _clock);
                await host.OpenAsync((ulong)round + 1, rows: 6, seats: 10);
                await ActAsync(host, crowd, (ulong)round + 1);
                if (round != 1)
                {
                    await world.AssertEqualAsync(host);
                    continue;
                }

                // As a crash leaves it, with part of it in the tables, and every offset lost.
                image = folder = CrashImage.Take(folder);
                Directory.Delete(Path.Combine(image, "consumers"), recursive: true);
            }

            await AssertViewsAsync(world, folder);
        }
        finally
        {
            if (image is not null) Directory.Delete(image, recursive: true);
        }
    }

    [Fact]
    public async Task WhilePostgresIsAwayNothingIsLostAndNothingParked()
    {
        Random random = Seeds.Random(8_301);
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        await using BookingHost host = await world.StartAsync(_folder.Path, _clock);
        await host.OpenAsync(1, rows: 6, seats: 10);
        await host.OpenAsync(2, rows: 6, seats: 10);
        await SqlWorld.SettleAsync(host);
        await postgres.StopImmediatelyAsync();
        for (int act = 0; act < ActsPerRound; act++)
        {
            var seat = new SeatList((ushort)random.Next(60));
            await host.Booking.HoldAsync(2, (ulong)random.Next(1, 5), seat);
            _clock.Advance(TimeSpan.FromSeconds(20));
        }

        SqlProjector projector = host.Service<SqlProjector>();
        await PassTimeWhileAsync(() => projector.LastError is null);
        await postgres.StartAgainAsync();
        await PassTimeWhileAsync(() => projector.LastError is not null);
        await world.AssertEqualAsync(host);
        Assert.Empty(host.Service<EventHost>().FindConsumer("sql-booking")!.ListParked());
        Assert.Equal(0, await projector.CountRefusedAsync(default));
    }

    [Fact]
    public async Task ASeatThatIsSoldTwiceIsSetAsideAndEverythingElseGoesOn()
    {
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        await using BookingHost host = await world.StartAsync(_folder.Path, _clock);
        await host.OpenAsync();
        HoldResult first = await host.HoldAsync(1, 3);
        HoldResult second = await host.HoldAsync(2, 4);
        await SqlWorld.SettleAsync(host);
        await world.RunAsync(
            "INSERT INTO booking.sold_seats SELECT 7, seat_number, 'ghost' FROM booking.seats ORDER BY id LIMIT 4");
        await host.ConfirmAsync(1, first.BookingId, CardTokens.Ok, key: 1);
        await host.ConfirmAsync(2, second.BookingId, CardTokens.Ok, key: 2);
        await SqlWorld.SettleAsync(host);
        Assert.Equal(1, await host.Service<SqlProjector>().CountRefusedAsync(default));
        Assert.Equal(1L, await world.ScalarAsync<long>(
            "SELECT count(*) FROM booking.bookings WHERE status = 'confirmed' AND user_id = 2"));
        Assert.Equal(1L, await world.ScalarAsync<long>(
            "SELECT count(*) FROM booking.bookings WHERE status = 'paying' AND user_id = 1"));
        await host.Service<SqlProjector>().RebuildAsync(default);
        Assert.Equal(0, await host.Service<SqlProjector>().CountRefusedAsync(default));
        await world.AssertEqualAsync(host);
    }

    [Fact]
    public async Task FilledFromModelsTheySayTheSameAndGoOn()
    {
        var crowd = new RestartingCrowd(_clock, seed: 8_302);
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        await using BookingHost host = await world.StartAsync(_folder.Path, _clock);
        await host.RegisterAsync("ada@example.org");
        await host.OpenAsync(1, rows: 6, seats: 10);
        await host.OpenAsync(2, rows: 6, seats: 10);
        await ActAsync(host, crowd, 1);
        await ActAsync(host, crowd, 2);
        await world.AssertEqualAsync(host);
        SortedDictionary<string, string> before = await ReadCatalogueAsync(world);

        // As where the journal was trimmed: another process has done it meanwhile.
        var store = new SqlStore(
            host.Service<PostgresDatabase>(), host.Service<BookingSqlTables>(), host.Service<FolderId>().Text);
        SqlState state = await store.MakeAsync(null, default);
        Assert.False(state.IsFilling);
        await world.AssertEqualAsync(host);
        Assert.Equal(before, await ReadCatalogueAsync(world));
        await ActAsync(host, crowd, 2);
        await world.AssertEqualAsync(host);
    }

    [Fact]
    public async Task TablesOfAnotherJournalAreLeftAloneUntilAskedTo()
    {
        SqlWorld world = await SqlWorld.CreateAsync(postgres);
        await using (BookingHost first = await world.StartAsync(_folder.Path, _clock))
        {
            await first.OpenAsync();
            await world.AssertEqualAsync(first);
        }

        using var other = new TemporaryFolder();
        await using BookingHost second = await world.StartAsync(other.Path, _clock);
        SqlProjector projector = second.Service<SqlProjector>();
        await Assert.ThrowsAsync<ConsumerNotReadyException>(() => projector.BeginAsync(default).AsTask());
        Assert.Contains("another journal", projector.LastError, StringComparison.Ordinal);
        Assert.Equal(20L, await world.ScalarAsync<long>("SELECT count(*) FROM booking.seats"));
        await projector.RebuildAsync(default);
        Assert.Equal(0L, await world.ScalarAsync<long>("SELECT count(*) FROM booking.seats"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The consumer's pauses are those of the clock that stands still.</summary>
    private async Task PassTimeWhileAsync(Func<bool> isSo)
    {
        while (isSo())
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10);
        }
    }

    private static async Task ActAsync(BookingHost host, RestartingCrowd crowd, ulong showtime)
    {
        for (int act = 0; act < ActsPerRound; act++) await crowd.ActAsync(host, showtime);
    }

    private static Task<SortedDictionary<string, string>> ReadCatalogueAsync(SqlWorld world) => world.ReadAsync("""
        SELECT 'user ' || id, (to_jsonb(u) - 'created_at')::text FROM booking.users u
        UNION ALL SELECT 'theater ' || id, to_jsonb(t)::text FROM booking.theaters t
        UNION ALL SELECT 'movie ' || id, to_jsonb(m)::text FROM booking.movies m
        UNION ALL SELECT 'showtime ' || id, to_jsonb(s)::text FROM booking.showtimes s
        """);

    private async Task AssertViewsAsync(SqlWorld world, string folder)
    {
        await using BookingHost host = await world.StartAsync(folder, _clock);
        await world.AssertEqualAsync(host);
        ProjectionView<BookingInsight> view = host.Service<ProjectionView<BookingInsight>>();
        await host.Service<ReadYourWrites>().WaitAsync(view);
        SalesSnapshot sales = view.Read(static all => SalesReport.Of(all));
        Assert.True(sales.ByDay.Count > 1 && sales.Total is { Bookings: > 0, Cancellations: > 0 });
        Assert.Equal(
            sales.ByDay.Where(static day => IsSale(day.Value))
                .ToDictionary(day => $"{day.Key}", day => TextOf(day.Value)),
            await world.ReadAsync("""
                SELECT (date - date '1970-01-01')::text, bookings_count || ' ' || total_revenue
                FROM booking.analytics_daily_revenue
                """));
        Assert.Equal(
            sales.ByMovie.Where(static film => IsSale(film.Value))
                .ToDictionary(film => $"{film.Key}", film => TextOf(film.Value)),
            await world.ReadAsync("""
                SELECT movie_id::text, total_bookings || ' ' || total_revenue
                FROM booking.analytics_movie_performance
                """));
    }

    private static bool IsSale(SalesFigures figures) => figures.Bookings > 0 || figures.Cancellations > 0;

    private static string TextOf(SalesFigures figures) => FormattableString.Invariant(
        $"{figures.Bookings} {(figures.GrossCents - figures.RefundedCents) / 100m:F2}");
}
