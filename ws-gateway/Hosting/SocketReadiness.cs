using System.Net.Sockets;

namespace Catalog.WsGateway.Hosting;

/// <summary>
/// Waits until a socket has something to read. The socket's own awaitable receive would do, but the socket keeps that,
/// with the last buffer, for as long as it lives.
/// </summary>
internal sealed class SocketReadiness(Socket socket) : SocketAsyncEventArgs(true)
{
    private TaskCompletionSource? _waiting;

    /// <summary>Waits; a wait that was given up must be the last.</summary>
    internal Task WaitAsync(CancellationToken cancel)
    {
        _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return socket.ReceiveAsync(this) ? _waiting.Task.WaitAsync(cancel) : Task.CompletedTask;
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) => _waiting!.TrySetResult();
}
