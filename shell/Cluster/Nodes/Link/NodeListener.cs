using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Catalog.Engine.Core.Shards;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>Takes links from other nodes, those that know the cluster's key, and decides their commands.</summary>
/// <remarks>Thread-safe. At most <see cref="NodeLinkOptions.MaxPeers"/> at once; others are hung up on.</remarks>
internal sealed class NodeListener : IAsyncDisposable
{
    private const int PauseMs = 100;
    private readonly CatalogEngine _engine;
    private readonly RemoteCommands _commands;
    private readonly byte[] _key;
    private readonly NodeLinkOptions _options;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Socket, Task> _peers = [];
    private Socket? _socket;
    private Task _accepting = Task.CompletedTask;
    private volatile bool _isStopped;

    /// <summary>Makes it; it does nothing until it is started.</summary>
    /// <param name="engine">Decides the commands.</param>
    /// <param name="commands">The commands there are.</param>
    /// <param name="key">The cluster's key.</param>
    /// <param name="options">Bounds and patience.</param>
    /// <param name="log">Told of links that end.</param>
    internal NodeListener(
        CatalogEngine engine, RemoteCommands commands, byte[] key, NodeLinkOptions options, ILogger<NodeListener> log)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 16, nameof(key));
        (_engine, _commands, _key) = (engine, commands, key);
        (_options, _log) = (options, log);
    }

    /// <summary>Where shards are believed to be, for whoever asks at the wrong door.</summary>
    internal IShardMap? Map { get; set; }

    /// <summary>How many links there are.</summary>
    internal int PeerCount => _peers.Count;

    /// <summary>Listens, and says where: with the port it was given where any would do.</summary>
    /// <exception cref="SocketException">The port is taken, or the address is not this machine's.</exception>
    internal NodeAddress Start()
    {
        IPAddress address = AddressOf(_options.Listen.Host);
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(address, _options.Listen.Port));
        _socket.Listen(_options.MaxPeers);
        var here = new NodeAddress(_options.Listen.Host, ((IPEndPoint)_socket.LocalEndPoint!).Port);
        LinkLog.Listening(_log, here);
        _accepting = AcceptAsync(_socket);
        return here;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isStopped) return;
        _isStopped = true;
        await _stop.CancelAsync();
        _socket?.Dispose();
        await _accepting;
        foreach (Task peer in _peers.Values) await peer;
        _stop.Dispose();
    }

    private static IPAddress AddressOf(string host) => host switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(host, out IPAddress? address) ? address : Dns.GetHostAddresses(host)[0],
    };

    private async Task AcceptAsync(Socket listener)
    {
        while (!_isStopped)
        {
            try
            {
                Socket socket = await listener.AcceptAsync(_stop.Token);
                if (_peers.Count >= _options.MaxPeers) socket.Dispose();
                else _peers[socket] = ServeAsync(socket);
                if (_peers.TryGetValue(socket, out Task? served) && served.IsCompleted) _peers.TryRemove(socket, out _);
            }
            catch (Exception exception) when (exception is SocketException && !_isStopped)
            {
                LinkLog.NotAccepting(_log, exception);
                await Task.Delay(PauseMs);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // Throws nothing: a link that ends is told of and forgotten.
    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        string remote = socket.RemoteEndPoint?.ToString() ?? "somewhere";
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
            {
                patience.CancelAfter(_options.ConnectMs);
                await LinkHandshake.AcceptAsync(stream, _key, patience.Token);
            }

            using var peer = new LinkPeer(stream, _options, _engine, _commands, _log) { Map = Map };
            await peer.RunAsync(_stop.Token);
        }
        catch (Exception exception)
        {
            if (!_isStopped) LinkLog.Ended(_log, remote, LinkFailure.Describe(exception));
        }
        finally
        {
            socket.Dispose();
            _peers.TryRemove(socket, out _);
        }
    }
}
