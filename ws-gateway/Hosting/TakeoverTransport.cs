using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
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
    Gateway gateway, string path, IOptions<SocketTransportOptions> options, IMemoryPoolFactory<byte> pools,
    ILoggerFactory logs)
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
            ConnectionOptionsOf(options.Value), logs.CreateLogger("Catalog.WsGateway.Transport"));
        var greeter = new SocketGreeter(gateway, path, options.Value.NoDelay);
        return new ValueTask<IConnectionListener>(new TakeoverListener(socket, http, pools.Create(), greeter));
    }

    private static SocketConnectionFactoryOptions ConnectionOptionsOf(SocketTransportOptions transport) => new()
    {
        IOQueueCount = transport.IOQueueCount,
        MaxReadBufferSize = transport.MaxReadBufferSize,
        MaxWriteBufferSize = transport.MaxWriteBufferSize,
        UnsafePreferInlineScheduling = transport.UnsafePreferInlineScheduling,
        WaitForDataBeforeAllocatingBuffer = transport.WaitForDataBeforeAllocatingBuffer,
    };
}
