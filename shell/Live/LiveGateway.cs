using Catalog.Shell.Alerts;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Options;
using Catalog.WsGateway;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Hosting;
using Catalog.WsGateway.Relay;

namespace Catalog.Shell.Live;

/// <summary>Joins the gateway with the server: its path, the systems, the sessions that end, the stop.</summary>
internal sealed class LiveGateway(
    Gateway gateway, IServiceProvider services, Bearer bearer, SessionEpochs epochs, IHostApplicationLifetime lifetime)
{
    /// <summary>Where sockets connect.</summary>
    internal const string Path = "/ws";

    /// <summary>Maps the path, and has every system register what it does.</summary>
    internal void Map(WebApplication app)
    {
        // Most clients never come here: they are taken over before HTTP, on plain addresses.
        app.MapCatalogGateway(Path).ExcludeFromDescription();
        app.Services.GetRequiredService<TicketEndpoint>().Map(app);
        app.Services.GetRequiredService<LiveStatusEndpoint>().Map(app);

        // Browsers see no pings, so what runs in them asks by itself whether anybody is there.
        gateway.OnRawRequest("ping", static (_, _) => default);
        AcceptRelays();
        var routes = new LiveRoutes(gateway, services, bearer);
        services.GetRequiredService<AlertFeed>().Map(routes);
        foreach (ICatalogSystem system in services.GetServices<ICatalogSystem>()) system.MapLive(routes);
        epochs.Raised += userId => gateway.Recheck(IdText.Of(userId));

        // Before Kestrel waits for the connections it has: those that came through HTTP are among them.
        lifetime.ApplicationStopping.Register(() => _ = gateway.DrainAsync(gateway.Options.DrainTime));
    }

    /// <summary>A gateway in a process of its own gets a token for a ticket, with all the ticket's limits.</summary>
    private void AcceptRelays()
    {
        if (services.GetRequiredService<CatalogOptions>().Auth.RelaySecret is not { } secret) return;
        AccessTokens tokens = services.GetRequiredService<AccessTokens>();
        gateway.AcceptRelays(
            secret, services.GetRequiredService<IGatewayAuthenticator>(),
            identity => tokens.Issue((Caller)identity.Details!));
    }
}
