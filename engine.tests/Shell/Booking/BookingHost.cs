using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>The whole server with booking's machines and consumers, on a folder that outlives it.</summary>
internal sealed class BookingHost : IAsyncDisposable
{
    public const ulong Showtime = 7;
    private const long HourMs = 60 * 60 * 1000;
    private readonly WebApplication _app;

    private BookingHost(WebApplication app, ManualClock clock)
    {
        _app = app;
        Clock = clock;
    }

    public ManualClock Clock { get; }

    public SeatBooking Booking => Service<SeatBooking>();

    public PaymentFlow Payments => Service<PaymentFlow>();

    public PaymentLedger Ledger => Service<PaymentLedger>();

    public ProjectionView<UserBookings> Bookings => Service<ProjectionView<UserBookings>>();

    public static Task<BookingHost> StartAsync(
        string folder,
        ManualClock? clock = null,
        Action<IServiceCollection>? also = null,
        bool isDemo = false,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>());
        if (isDemo) all["Catalog:Demo"] = "true";
        return StartAsync(new TestBookingSystem(), folder, clock, all, also);
    }

    public static async Task<BookingHost> StartAsync(
        ICatalogSystem system,
        string folder,
        ManualClock? clock,
        IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection>? also = null)
    {
        clock ??= new ManualClock();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Catalog:DataPath"] = folder,
            ["Catalog:Demo"] = "false",
            ["Catalog:JournalSegmentMegabytes"] = "32",
            ["Catalog:Auth:PasswordIterations"] = "1000",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        also?.Invoke(builder.Services);
        WebApplication app = builder.AddCatalog([system]).Build();
        app.UseCatalog();
        await app.StartAsync();
        return new BookingHost(app, clock);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public HttpClient CreateClient() => _app.GetTestClient();

    /// <summary>A theater, a film, and a showtime that is on sale for a day from now.</summary>
    public async Task OpenAsync(ulong showtime = Showtime, int rows = 4, int seats = 5)
    {
        SeatPlan plan = SeatPlan.Rectangle(rows, seats);
        long nowMs = Booking.NowMs;
        await SaveAsync(new SaveTheater(nowMs, new Theater
        {
            Id = 100 + showtime, Name = "Hall", City = "Aldenport", Address = "1 Quay", Latitude = 52.5, Plan = plan,
        }, 0));
        await SaveAsync(new SaveMovie(nowMs, new Movie
        {
            Id = 200 + showtime, Title = "Film", DurationMinutes = 100, Genre = "Drama", ReleasedOn = new(2026, 1, 2),
        }, 0));
        await SaveAsync(new SaveShowtime(nowMs, new Showtime
        {
            Id = showtime, MovieId = 200 + showtime, TheaterId = 100 + showtime, StartsAtMs = nowMs + (24 * HourMs),
            Prices = new ZonePrices(1200),
        }, 0));
        var terms = new ShowtimeTerms { StartsAtMs = nowMs + (24 * HourMs), ZonePricesCents = [1200] };
        Assert.Equal(BookingCode.Ok, (await Booking.OpenAsync(showtime, plan, terms)).Value.Code);
    }

    public async Task<HoldResult> HoldAsync(ulong user, params ushort[] seats)
    {
        Reply<HoldResult> reply = await Booking.HoldAsync(Showtime, user, new SeatList(seats));
        Assert.Equal(BookingCode.Ok, reply.Value.Code);
        return reply.Value;
    }

    public Task<ConfirmOutcome> ConfirmAsync(ulong user, ulong booking, string card, ulong key) =>
        Payments.ConfirmAsync(new ConfirmRequest(
            Showtime, new HoldReference(user, booking), card, new IdempotencyKey(user, key, 9)));

    public async Task<UserBooking> FindAsync(ulong booking)
    {
        await Service<ReadYourWrites>().WaitAsync(Bookings);
        return Bookings.Read(booking, static (all, id) =>
        {
            Assert.True(all.TryFind(Showtime, id, out UserBooking found));
            return found;
        });
    }

    /// <summary>Waits until every consumer has handled what is durable now.</summary>
    public async Task SettleAsync()
    {
        long position = Service<EngineHost>().Engine.Storage.Journal.CommittedPosition;
        foreach (ConsumerRunner consumer in Service<EventHost>().Consumers)
            await consumer.WaitForAsync(position);
    }

    public async Task<ulong> RegisterAsync(string email)
    {
        var account = new NewAccount(email, "Ada Löw", "hash", AccountRole.Customer);
        Reply<AccountAnswer> reply =
            await Service<Accounts>().RegisterAsync(account, RefreshToken.Draw());
        return reply.Value.Profile.UserId;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task SaveAsync<TCommand>(TCommand command)
        where TCommand : struct, ICommand<CatalogueResult>
    {
        SystemHandle<CatalogueState> catalogue = Service<SystemHandle<CatalogueState>>();
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<TCommand, CatalogueResult>(CatalogueMachine.Key, in command);
        Assert.Equal(CatalogueCode.Done, reply.Value.Code);
    }
}
