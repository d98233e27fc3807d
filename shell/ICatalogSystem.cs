using Catalog.Shell.Http;
using Catalog.Shell.Live;

namespace Catalog.Shell;

/// <summary>One of the backends: everything the host needs to know to carry it.</summary>
public interface ICatalogSystem
{
    /// <summary>Its name in logs and the API's description: lower case.</summary>
    string Name { get; }

    /// <summary>The path everything of it lies below, with a leading slash and none at the end.</summary>
    string Prefix { get; }

    /// <summary>The problems only it can answer with.</summary>
    IReadOnlyList<ProblemCode> Problems { get; }

    /// <summary>Registers its machine, its options and its services.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps its endpoints; the routes given already lie below <see cref="Prefix"/>.</summary>
    void Map(IEndpointRouteBuilder routes);

    /// <summary>Registers its topics and events on the WebSocket gateway.</summary>
    void MapLive(LiveRoutes live)
    {
    }

    /// <summary>Called once, after recovery and before the server is ready: demo data, consumers.</summary>
    Task StartAsync(IServiceProvider services, CancellationToken cancellation);
}
