using Catalog.Engine.Booking;
using Catalog.Engine.Core.Ids;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Booking.Admin;
using Catalog.Shell.Booking.Advice;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Catalogue;
using Catalog.Shell.Booking.Chatbot;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Booking.Exports;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Booking.Live;
using Catalog.Shell.Booking.Posters;
using Catalog.Shell.Booking.Seats;
using Catalog.Shell.Booking.Sql;
using Catalog.Shell.Booking.Waiting;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Http;
using Catalog.Shell.Live;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Booking;

/// <summary>Seat booking: films, theaters, showtimes, their seats, holds, payments, waiting.</summary>
public sealed class BookingSystem : ICatalogSystem
{
    /// <inheritdoc/>
    public string Name => "booking";

    /// <inheritdoc/>
    public string Prefix => "/booking";

    /// <inheritdoc/>
    public IReadOnlyList<ProblemCode> Problems => BookingProblems.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BookingOptions>().BindConfiguration(BookingOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services
            .AddSingleton(static s => s.GetRequiredService<IOptions<BookingOptions>>().Value)
            .AddSingleton(static s => new IdGenerator(
                s.GetRequiredService<ICluster>().NodeNumber, s.GetRequiredService<TimeProvider>()))
            .AddMachine(new ShowtimeMachine(GateOf(configuration)))
            .AddMachine(new CatalogueMachine())
            .AddSingleton(static s => new SeatBooking(
                s.GetRequiredService<SystemHandle<ShowtimeState>>(),
                s.GetRequiredService<IdGenerator>(),
                s.GetRequiredService<TimeProvider>()))
            .AddBookingEvents()
            .AddBookingExports()
            .AddSqlTables<BookingSqlTables>(configuration)
            .AddConsumer<ShowtimeSync>()
            .AddSingleton<BookingLimits>()
            .AddSingleton<ShowtimeHouses>()
            .AddSingleton<DemoShows>()
            .AddSingleton<BookingAnswers>()
            .AddSingleton<BookingFinder>()
            .AddSingleton<ReserveEndpoint>()
            .AddSingleton<ConfirmEndpoint>()
            .AddSingleton<HoldEndpoints>()
            .AddSingleton<BookingListEndpoints>()
            .AddSingleton<SeatTemplates>()
            .AddSingleton<SeatsEndpoint>()
            .AddWorker<SeatFeed>()
            .AddSingleton<SeatEventsEndpoint>()
            .AddSingleton<SeatTopics>()
            .AddProjection<RecentBookings>()
            .AddSingleton<BookingNewsWriter>()
            .AddWorker<BookingFeed>()
            .AddSingleton<BookingRequests>()
            .AddSingleton<ShowtimeAnswers>()
            .AddSingleton<CatalogueEndpoints>()
            .AddSingleton<PosterEndpoint>()
            .AddSingleton<DemoCrowd>()
            .AddSingleton<WaitingListEndpoints>()
            .AddSingleton<MyWaitsEndpoint>()
            .AddSingleton<WaitingRoomEndpoints>()
            .AddSingleton<OccupancyEndpoint>()
            .AddSingleton<CatalogueWriter>()
            .AddSingleton<AdminEndpoints>()
            .AddSingleton<BlockEndpoints>()
            .AddSingleton<LiveHoldEndpoints>()
            .AddBookingAdvice()
            .AddSingleton<SalesEndpoint>()
            .AddSingleton<CatalogueLexicon>()
            .AddSingleton<ChatbotSearch>()
            .AddSingleton<ChatbotBookings>()
            .AddSingleton<ChatbotTalk>()
            .AddSingleton<ChatbotWriter>()
            .AddSingleton<ChatbotEndpoint>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        IServiceProvider services = routes.ServiceProvider;
        services.GetRequiredService<ReserveEndpoint>().Map(routes);
        services.GetRequiredService<ConfirmEndpoint>().Map(routes);
        services.GetRequiredService<HoldEndpoints>().Map(routes);
        services.GetRequiredService<BookingListEndpoints>().Map(routes);
        services.GetRequiredService<SeatsEndpoint>().Map(routes);
        services.GetRequiredService<SeatEventsEndpoint>().Map(routes);
        services.GetRequiredService<CatalogueEndpoints>().Map(routes);
        services.GetRequiredService<PosterEndpoint>().Map(routes);
        services.GetRequiredService<WaitingListEndpoints>().Map(routes);
        services.GetRequiredService<MyWaitsEndpoint>().Map(routes);
        services.GetRequiredService<WaitingRoomEndpoints>().Map(routes);
        services.GetRequiredService<OccupancyEndpoint>().Map(routes);
        services.GetRequiredService<AdminEndpoints>().Map(routes);
        services.GetRequiredService<BlockEndpoints>().Map(routes);
        services.GetRequiredService<LiveHoldEndpoints>().Map(routes);
        routes.MapBookingAdvice();
        services.GetRequiredService<SalesEndpoint>().Map(routes);
        services.GetRequiredService<ChatbotEndpoint>().Map(routes);
    }

    /// <inheritdoc/>
    public void MapLive(LiveRoutes live)
    {
        live.Services.GetRequiredService<SeatTopics>().Map(live);
        live.Services.GetRequiredService<BookingFeed>().Map(live);
        live.Services.GetRequiredService<BookingRequests>().Map(live);
    }

    /// <inheritdoc/>
    public Task StartAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<DemoShows>().ImportAsync(cancellation);

    /// <summary>Read before the options are validated: what makes no sense is refused there, by its name.</summary>
    private static GateOptions GateOf(IConfiguration configuration)
    {
        BookingOptions options = configuration.GetSection(BookingOptions.Section).Get<BookingOptions>() ?? new();
        return new GateOptions { PatienceMs = Math.Max(1, options.WaitingRoomPatienceSeconds) * 1_000L };
    }
}
