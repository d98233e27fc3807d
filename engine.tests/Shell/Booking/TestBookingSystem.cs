using Catalog.Engine.Booking;
using Catalog.Engine.Core.Ids;
using Catalog.Engine.Core.Shards;
using Catalog.Shell;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Booking.Sql;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Hosting;
using Catalog.Shell.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Booking without its endpoints: the machines and what lives on their facts.</summary>
internal sealed class TestBookingSystem : ICatalogSystem
{
    public string Name => "test-booking";

    public string Prefix => "/test-booking";

    public IReadOnlyList<ProblemCode> Problems => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddMachine(new ShowtimeMachine())
        .AddMachine(new CatalogueMachine())
        .AddSingleton(static s => new IdGenerator(0, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(static s => new SeatBooking(
            s.GetRequiredService<SystemHandle<ShowtimeState>>(),
            s.GetRequiredService<IdGenerator>(),
            s.GetRequiredService<TimeProvider>()))
        .AddBookingEvents()
        .AddSqlTables<BookingSqlTables>(configuration);

    public void Map(IEndpointRouteBuilder routes)
    {
    }

    public Task StartAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;
}
