using System.Buffers;
using System.Net.WebSockets;

namespace Catalog.WsGateway.Relay;

/// <summary>A connection to the gateway behind: whole messages in and out. Sending is thread-safe.</summary>
internal sealed class UpstreamSocket : IDisposable
{
    private const int PieceBytes = 16 * 1024;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly int _maxMessageBytes;

    private UpstreamSocket(int maxMessageBytes)
    {
        _maxMessageBytes = maxMessageBytes;
        _socket.Options.KeepAliveInterval = KeepAlive;
        _socket.Options.KeepAliveTimeout = KeepAlive; // a gateway behind that is gone without a word
    }

    /// <summary>Why it ended, if the gateway behind said so; else 0.</summary>
    internal int CloseCode => (int)(_socket.CloseStatus ?? 0);

    /// <summary>Why, in words.</summary>
    internal string CloseReason => _socket.CloseStatusDescription ?? "";

    /// <summary>Connects.</summary>
    /// <exception cref="WebSocketException">It cannot be reached, or refuses.</exception>
    internal static async Task<UpstreamSocket> ConnectAsync(RelayOptions options, CancellationToken cancel)
    {
        var socket = new UpstreamSocket(options.MaxMessageBytes);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(options.AnswerTimeout);
            await socket._socket.ConnectAsync(options.Upstream!, patience.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message.</summary>
    /// <exception cref="WebSocketException">The connection is no more.</exception>
    internal async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            // A send that is cancelled ends the connection, and others use it.
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, default);
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
        {
            throw new WebSocketException(WebSocketError.InvalidState, e);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next message, in memory of its own; null at the end.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        var message = new ArrayBufferWriter<byte>(PieceBytes);
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult piece =
                    await _socket.ReceiveAsync(message.GetMemory(PieceBytes / 2), cancel);
                if (piece.MessageType == WebSocketMessageType.Close) return null;
                message.Advance(piece.Count);
                if (message.WrittenCount > _maxMessageBytes) return null;
                if (piece.EndOfMessage) return message.WrittenMemory;
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Ends it without a word.</summary>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }
}
