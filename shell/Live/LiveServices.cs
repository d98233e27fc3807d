using Catalog.Shell.Options;
using Catalog.WsGateway;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Catalog.Shell.Live;

/// <summary>Registers the WebSocket gateway.</summary>
public static class LiveServices
{
    /// <summary>The section of the gateway's options.</summary>
    internal const string Section = CatalogOptions.Section + ":Gateway";

    /// <summary>
    /// Adds the gateway with its options from <c>Catalog:Gateway</c>, tickets, and who sockets are. Nobody has to sign
    /// in: what may be seen on a page without signing in may be watched without.
    /// </summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddCatalogGateway(static options => options.RequireSignIn = false);
        services.AddOptions<GatewayOptions>().BindConfiguration(Section);
        services.TryAddSingleton<ITicketStore>(static s => new MemoryTickets(
            TimeSpan.FromSeconds(s.GetRequiredService<CatalogOptions>().Auth.TicketSeconds),
            s.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<IGatewayAuthenticator, LiveAuthenticator>()
            .AddSingleton<TicketEndpoint>()
            .AddSingleton<LiveStatusEndpoint>()
            .AddSingleton<LiveGateway>();
    }
}
