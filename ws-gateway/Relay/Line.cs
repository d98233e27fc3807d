using System.Net.WebSockets;
using System.Text.Json;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// A client's own connection to the gateway behind, for what is not shared: made when it is needed, signed in with the
/// client's token, given up when it is not used. What either side says goes to the other as it is.
/// </summary>
/// <remarks>
/// When it breaks, a client that waits for an answer or listens to topics of its own is sent away with 1012 and comes
/// back by itself; one that does neither notices nothing.
/// </remarks>
internal sealed class Line(GatewayConnection client, RelayOptions options, TimeProvider clock) : IDisposable
{
    private const int HintMs = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ends = new();
    private readonly HashSet<string> _topics = [];
    private UpstreamSocket? _socket;
    private RelayGrant? _signedInAs;
    private long _usedAt = clock.GetTimestamp();
    private int _pendingCount;

    private static ReadOnlySpan<byte> OwnId => "\"relay\""u8;

    /// <summary>Sends a message on; a request that cannot be is answered so.</summary>
    internal async ValueTask ForwardAsync(ReadOnlyMemory<byte> message, byte[] id)
    {
        if (!await TryBeginAsync()) return;
        try
        {
            UpstreamSocket socket = await OpenAsync();
            if (id.Length > 0) Interlocked.Increment(ref _pendingCount);
            await socket.SendAsync(message, _ends.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            client.SendError(id, "unavailable", "The server behind cannot be reached; try again later.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Remembers that the client listens on it to a topic, or does no longer.</summary>
    internal void Note(string topic, bool listens)
    {
        lock (_topics)
        {
            if (listens) _topics.Add(topic);
            else _topics.Remove(topic);
        }
    }

    /// <summary>The client has signed in anew; what it listens to must not end with the old token.</summary>
    internal async Task RenewAsync()
    {
        if (!await TryBeginAsync()) return;
        try
        {
            if (_socket is { } socket) await SignInAsync(socket);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It is made again, with the new token.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the connection up if nobody needs it for now.</summary>
    internal void TryRest()
    {
        if (_socket is null || clock.GetElapsedTime(_usedAt) < options.LineIdleTime || !_turn.Wait(0)) return;
        bool isIdle = Volatile.Read(ref _pendingCount) <= 0 && TopicCount == 0;
        if (isIdle) Drop();
        _turn.Release();
    }

    /// <summary>The client is gone.</summary>
    public void Dispose()
    {
        _ends.Cancel();
        _socket?.Dispose();
    }

    private int TopicCount
    {
        get
        {
            lock (_topics) return _topics.Count;
        }
    }

    private async ValueTask<bool> TryBeginAsync()
    {
        await _turn.WaitAsync();
        _usedAt = clock.GetTimestamp();
        if (!_ends.IsCancellationRequested) return true;
        _turn.Release();
        return false;
    }

    private async ValueTask<UpstreamSocket> OpenAsync()
    {
        if (_socket is null)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ends.Token);
            patience.CancelAfter(options.AnswerTimeout);
            UpstreamSocket opened = await ConnectAsync(patience.Token);
            _socket = opened;
            _signedInAs = null;
            _ = ReceiveAsync(opened);
        }

        await SignInAsync(_socket);
        return _socket;
    }

    /// <summary>Connects, also to a gateway that is just starting again.</summary>
    private async ValueTask<UpstreamSocket> ConnectAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await UpstreamSocket.ConnectAsync(options, cancel);
            }
            catch (WebSocketException)
            {
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    private async ValueTask SignInAsync(UpstreamSocket socket)
    {
        if (client.Identity?.Details is not RelayGrant grant || grant == _signedInAs) return;
        byte[] wish = JsonSerializer.SerializeToUtf8Bytes(
            new TicketWish(Token: grant.Token), RelayJson.Default.TicketWish);
        _signedInAs = grant;
        await socket.SendAsync(Encode(wish), _ends.Token);
    }

    private static byte[] Encode(byte[] wish)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginMessage("auth"u8, OwnId, wish);
        return encoder.Envelope.ToArray();
    }

    private async Task ReceiveAsync(UpstreamSocket socket)
    {
        while (await socket.ReceiveAsync(_ends.Token) is { } text)
        {
            if (UpstreamMessage.Read(text) is not { } message) break;
            if (message.Id.Span.SequenceEqual(OwnId)) continue;
            if (!message.Id.IsEmpty) Interlocked.Decrement(ref _pendingCount);
            while (!client.Forward(text.Span) && client.IsOpen)
                await Task.Delay(Pause, clock, _ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await EndAsync(socket);
    }

    /// <summary>The gateway behind has ended it.</summary>
    private async ValueTask EndAsync(UpstreamSocket socket)
    {
        int code = socket.CloseCode;
        string reason = socket.CloseReason;
        if (!await TryBeginAsync()) return;
        bool isMissed = Volatile.Read(ref _pendingCount) > 0 || TopicCount > 0;
        if (_socket == socket) Drop();
        _turn.Release();
        const int firstOfOurs = 4000;
        if (code >= firstOfOurs) client.Close((CloseCode)code, reason);
        else if (isMissed) client.Close(CloseCode.ServiceRestart, ReconnectHint.Make(HintMs));
    }

    private void Drop()
    {
        _socket?.Dispose();
        _socket = null;
        _pendingCount = 0;
    }
}
