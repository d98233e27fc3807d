using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Catalog.WsGateway.Hosting;

/// <summary>
/// Kestrel's socket transport with a look at each connection's first bytes: a client of the gateway never becomes a
/// Kestrel connection, which would take 4 KiB before it has said anything.
/// </summary>
internal sealed class TakeoverTransport(
    Gateway gateway, string path, IOptions<SocketTransportOptions> options, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <inheritdoc/>
    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint;

    /// <inheritdoc/>
    [SuppressMessage("Reliability", "CA2000", Justification = "The listener owns the socket.")]
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        Socket socket;
        try
        {
            socket = options.Value.CreateBoundListenSocket(endpoint);
            socket.Listen(options.Value.Backlog);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(e.Message, e);
        }

        var http = new SocketConnectionContextFactory(
            ConnectionOptions(options.Value), logs.CreateLogger("Catalog.WsGateway.Transport"));
        var greeter = new SocketGreeter(gateway, path, options.Value.NoDelay);
        return new ValueTask<IConnectionListener>(new TakeoverListener(socket, http, greeter));
    }

    /// <summary>
    /// What Kestrel's own listener makes of the transport's options. Only this constructor, which is not public, takes
    /// over Kestrel's pool of pinned blocks; without it every connection rents arrays that are shared with the whole
    /// process, and with hundreds of connections most have to be allocated: 2.5 KB a request.
    /// </summary>
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern SocketConnectionFactoryOptions ConnectionOptions(SocketTransportOptions transport);
}
