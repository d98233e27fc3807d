using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.WsGateway.Hosting;

/// <summary>Takes WebSockets over before HTTP sees them.</summary>
public static class GatewayListening
{
    /// <summary>
    /// Takes over connections whose first request is for <paramref name="path"/>, with a handshake of the gateway's
    /// own; everything else goes on to HTTP untouched. Such a connection carries none of HTTP's objects. With TLS, call
    /// this after <c>UseHttps</c>.
    /// </summary>
    /// <param name="listen">Where the server listens.</param>
    /// <param name="path">The path, as <c>/ws</c>.</param>
    /// <returns><paramref name="listen"/>.</returns>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public static ListenOptions UseCatalogGateway(this ListenOptions listen, string path)
    {
        if (!path.StartsWith('/')) throw new ArgumentException("A path begins with a slash.", nameof(path));
        var takeover = new ConnectionTakeover(listen.ApplicationServices.GetRequiredService<Gateway>(), path);
        listen.Use(takeover.Wrap);
        return listen;
    }
}
