using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Catalog.WsGateway.Hosting;

/// <summary>Accepts sockets, and hands on to Kestrel those the gateway does not keep.</summary>
internal sealed class TakeoverListener : IConnectionListener
{
    private const int MaxWaiting = 1024;

    /// <summary>Sockets that have not said yet what they want; silent ones are Kestrel's after the deadline.</summary>
    private const int MaxGreeting = 16 * 1024;

    private readonly Socket _listening;
    private readonly SocketConnectionContextFactory _http;
    private readonly SocketGreeter _greeter;
    private readonly CancellationTokenSource _ends = new();
    private readonly Channel<Socket> _waiting = Channel.CreateBounded<Socket>(MaxWaiting);
    private readonly Task _accepting;
    private int _greetingCount;

    internal TakeoverListener(Socket listening, SocketConnectionContextFactory http, SocketGreeter greeter)
    {
        (_listening, _http, _greeter) = (listening, http, greeter);
        EndPoint = listening.LocalEndPoint!;
        _accepting = RunAsync();
    }

    /// <inheritdoc/>
    public EndPoint EndPoint { get; }

    /// <inheritdoc/>
    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_waiting.Reader.TryRead(out Socket? socket)) return _http.Create(socket);
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _ends.CancelAsync();
        _listening.Dispose();
        await _accepting;
        _waiting.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await UnbindAsync();
        while (_waiting.Reader.TryRead(out Socket? socket)) socket.Dispose();
        _http.Dispose();
        _ends.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_ends.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listening.AcceptAsync(_ends.Token);
                _ = GreetAsync(socket);
            }
            catch (SocketException)
            {
                // The client was gone before it was accepted, or the process has no descriptor left: go on.
                await Task.Delay(1);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task GreetAsync(Socket socket)
    {
        bool isHttp = false;
        try
        {
            bool isTooMany = Interlocked.Increment(ref _greetingCount) > MaxGreeting;
            if (isTooMany) socket.Dispose();
            else isHttp = await _greeter.IsForHttpAsync(socket, _ends.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            if (e is OperationCanceledException && !_ends.IsCancellationRequested) _greeter.CountTimeout();
            socket.Dispose();
            return;
        }
        finally
        {
            Interlocked.Decrement(ref _greetingCount);
        }

        if (isHttp && !_waiting.Writer.TryWrite(socket)) socket.Dispose(); // Kestrel does not keep up, or stops
    }
}
