using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>
/// Listens for clients of Redis. Started once the engine takes commands, stopped before it goes: clients are hung up
/// on when what they sent was answered. Thread-safe.
/// </summary>
public sealed partial class RespServer(RespServices services, RespOptions options, ILogger<RespServer> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    private const int Backlog = 512;
    private const int PauseMs = 100;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan SweepPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, RespConnection> _connections = [];
    private readonly CancellationTokenSource _stop = new();
    private Socket? _listening;
    private ITimer? _sweep;
    private Task _accepting = Task.CompletedTask;
    private long _lastId;
    private int _isStopped;

    /// <summary>Where clients connect to; null while nobody can.</summary>
    public IPEndPoint? EndPoint { get; private set; }

    /// <summary>Clients that are there.</summary>
    internal ICollection<RespConnection> Connections => _connections.Values;

    /// <summary>How many have come since the start.</summary>
    internal long AcceptedCount => Volatile.Read(ref _lastId);

    /// <summary>When it began to listen, milliseconds since 1970.</summary>
    internal long StartedMs { get; private set; }

    /// <summary>Listens, if it is to. A port that is taken is told of, and the server does without.</summary>
    public void Listen()
    {
        if (!options.Enabled) return;
        var wanted = new IPEndPoint(IPAddress.Parse(options.Address), options.Port);
        var socket = new Socket(wanted.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(wanted);
            socket.Listen(Backlog);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            NotListening(log, wanted, e.Message, RespOptions.Section);
            return;
        }

        _listening = socket;
        StartedMs = services.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
        Listening(
            log, EndPoint, services.Tls.Server is null ? "without TLS" : "over TLS",
            options.NeedsAuth ? "clients sign in" : "clients need not sign in");
        _accepting = AcceptAsync(socket);
        if (!options.NeedsAuth) return;
        _sweep = services.Clock.CreateTimer(_ => HangUpOnOverdue(), null, SweepPause, SweepPause);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStopped, 1) != 0) return;
        await _stop.CancelAsync();
        if (_sweep is not null) await _sweep.DisposeAsync();
        _listening?.Dispose();
        await _accepting;
        foreach (RespConnection connection in _connections.Values) connection.Drain();
        Task all = Task.WhenAll(_connections.Values.Select(static connection => connection.Ended));
        await Task.WhenAny(all, Task.Delay(DrainTime, cancellationToken));
        foreach (RespConnection connection in _connections.Values) connection.Abort();
        await all;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StoppingAsync(CancellationToken.None);
        _stop.Dispose();
    }

    private async Task AcceptAsync(Socket listening)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Begin(await listening.AcceptAsync(_stop.Token));
            }
            catch (SocketException)
            {
                // The client was gone before it was accepted, or the process has no descriptor left: go on.
                await Task.Delay(PauseMs);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Begin(Socket socket)
    {
        if (_connections.Count >= options.MaxConnections)
        {
            if (services.Tls.Server is null) socket.Send("-ERR max number of clients reached\r\n"u8);
            socket.Dispose();
            services.Meters.Refuse();
            return;
        }

        socket.NoDelay = true;
        long id = Interlocked.Increment(ref _lastId);
        var connection = new RespConnection(id, socket, services, this);
        _connections[id] = connection;
        services.Meters.Accept();
        connection.Start();
        _ = ForgetAsync(connection);
    }

    /// <summary>Who does not say who it is keeps no connection from others.</summary>
    internal void HangUpOnOverdue()
    {
        long nowMs = services.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (RespConnection connection in _connections.Values)
        {
            if (!connection.IsOverdue(nowMs, options.SignInSeconds * 1_000L)) continue;
            services.Meters.NoteOverdue();
            connection.Abort();
        }
    }

    private async Task ForgetAsync(RespConnection connection)
    {
        await connection.Ended;
        _connections.TryRemove(connection.Id, out _);
        services.Meters.End();
        if (connection.Trouble is { } trouble) Troubled(log, connection.Id, trouble);
    }

    [LoggerMessage(90, LogLevel.Information, "Clients of Redis connect to {EndPoint} {Tls}; {Auth}")]
    private static partial void Listening(ILogger logger, IPEndPoint endPoint, string tls, string auth);

    [LoggerMessage(91, LogLevel.Warning,
        "Clients of Redis cannot connect: {EndPoint} is not to be had ({Reason}). {Section}:Port chooses another port, "
        + "Enabled=false does without.")]
    private static partial void NotListening(ILogger logger, IPEndPoint endPoint, string reason, string section);

    [LoggerMessage(92, LogLevel.Error, "The connection of Redis client {Id} failed")]
    private static partial void Troubled(ILogger logger, long id, Exception trouble);
}
