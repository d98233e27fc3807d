using System.Collections.Concurrent;
using System.Net.Sockets;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres.Journal;

/// <summary>
/// Stands between a node and the server, on a socket of its own, and can break the connections there are in ways a
/// network does.
/// </summary>
internal sealed class PostgresProxy : IDisposable
{
    private const string SocketName = ".s.PGSQL.5432";

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-proxy-").FullName;
    private readonly string _server;
    private readonly Socket _listener = NewSocket();
    private readonly ConcurrentBag<Socket> _sockets = [];
    private int _generation;
    private volatile bool _isCut;

    internal PostgresProxy(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        _server = Path.Combine(builder.Host!, SocketName);
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, SocketName)));
        _listener.Listen();
        builder.Host = _folder;
        ConnectionString = builder.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>How to connect through it.</summary>
    internal string ConnectionString { get; }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (Socket socket in _sockets) socket.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// The connections there are end for the client when the server next answers on them, and the answer is lost. The
    /// server is not told that they ended. Later connections are not touched.
    /// </summary>
    internal void LoseNextAnswers() => Interlocked.Increment(ref _generation);

    /// <summary>
    /// Both sides see every connection end, and there is none until <see cref="Mend"/>: as when the node is killed.
    /// </summary>
    internal void Cut()
    {
        _isCut = true;
        foreach (Socket socket in _sockets) socket.Dispose();
    }

    /// <summary>Connections can be made again.</summary>
    internal void Mend() => _isCut = false;

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptAsync();
                if (_isCut)
                {
                    client.Dispose();
                    continue;
                }

                Socket server = NewSocket();
                _sockets.Add(client);
                _sockets.Add(server);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                _ = CarryAsync(client, server, () => false);
                int born = Volatile.Read(ref _generation);
                _ = CarryAsync(server, client, () => Volatile.Read(ref _generation) != born);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed, or the server is gone.
        }
    }

    private static async Task CarryAsync(Socket from, Socket to, Func<bool> isLost)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                int read = await from.ReceiveAsync(buffer);
                bool isOver = isLost();
                if (read == 0 || isOver)
                {
                    // Of a lost connection the server's side stays open, as when a network is cut.
                    to.Dispose();
                    if (!isOver) from.Dispose();
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other direction ended it.
        }
    }
}
