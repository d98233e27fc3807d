using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Catalog.WsGateway.Hosting;

/// <summary>Takes WebSockets over before HTTP sees them.</summary>
public static class GatewayListening
{
    /// <summary>
    /// Takes over clients on every plain address the server listens on, before they become Kestrel's connections: they
    /// take about a kilobyte and a half each. Everything else is Kestrel's, untouched. The address may serve TLS, too,
    /// but then its clients come by one of the other two ways.
    /// </summary>
    /// <param name="host">The server.</param>
    /// <param name="path">The path, as <c>/ws</c>.</param>
    /// <returns><paramref name="host"/>.</returns>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public static IWebHostBuilder UseCatalogGateway(this IWebHostBuilder host, string path)
    {
        CheckPath(path);
        return host.ConfigureServices(services =>
            services.AddSingleton<IConnectionListenerFactory>(s => new TakeoverTransport(
                s.GetRequiredService<Gateway>(), path, s.GetRequiredService<IOptions<SocketTransportOptions>>(),
                s.GetRequiredService<ILoggerFactory>())));
    }

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
        CheckPath(path);
        var takeover = new ConnectionTakeover(listen.ApplicationServices.GetRequiredService<Gateway>(), path);
        listen.Use(takeover.Wrap);
        return listen;
    }

    private static void CheckPath(string path)
    {
        if (!path.StartsWith('/')) throw new ArgumentException("A path begins with a slash.", nameof(path));
    }
}
