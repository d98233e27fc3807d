using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.WsGateway;
using Catalog.WsGateway.Hosting;

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
        var routes = new LiveRoutes(gateway, services, bearer);
        foreach (ICatalogSystem system in services.GetServices<ICatalogSystem>()) system.MapLive(routes);
        epochs.Raised += userId => gateway.Recheck(IdText.Of(userId));

        // Before Kestrel waits for the connections it has: those that came through HTTP are among them.
        lifetime.ApplicationStopping.Register(() => _ = gateway.DrainAsync(gateway.Options.DrainTime));
    }
}
