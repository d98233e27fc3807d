using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Catalog.WsGateway.Protocols;
using Microsoft.Extensions.Logging;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// A relay's own connection to the gateway behind, made again whenever it ends; requests and their answers, and
/// messages in between. Thread-safe.
/// </summary>
internal sealed partial class UpstreamChannel(
    RelayOptions options, TimeProvider clock, ILogger log, Func<UpstreamMessage, ValueTask> take)
{
    private const int FirstPauseMs = 50;

    private readonly EventNames _names = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<UpstreamMessage>> _waiting = new();
    private volatile UpstreamSocket? _socket;
    private long _lastId;

    /// <summary>Whether it is there.</summary>
    internal bool IsUp => _socket is not null;

    /// <summary>Called each time it is there again, before any message is taken.</summary>
    internal Action? OnUp { get; init; }

    /// <summary>Called each time it ends.</summary>
    internal Action? OnDown { get; init; }

    /// <summary>Connects, and connects again, until told to stop.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        int failures = 0;
        while (!stop.IsCancellationRequested)
        {
            int? hintMs = null;
            try
            {
                using UpstreamSocket socket = await UpstreamSocket.ConnectAsync(options, stop);
                bool isIn = await ServeAsync(socket, stop);
                failures = isIn ? 0 : failures + 1;
                hintMs = ReconnectHint.Read(socket.CloseReason);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                failures++;
                if (!stop.IsCancellationRequested && failures == 1) LogAway(options.Upstream!, e.Message);
            }

            await PauseAsync(failures, hintMs, stop);
        }
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="GatewayException">It was refused, with the refusal's code.</exception>
    /// <exception cref="WebSocketException">The connection is not there, or ended before the answer.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    internal async Task<UpstreamMessage> AskAsync<T>(
        string name, T data, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        UpstreamSocket socket = _socket ?? throw new WebSocketException(WebSocketError.InvalidState);
        long id = Interlocked.Increment(ref _lastId);
        var waiting = new TaskCompletionSource<UpstreamMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = waiting;
        try
        {
            await socket.SendAsync(Encode(name, id, JsonSerializer.SerializeToUtf8Bytes(data, type)), cancel);
            if (_socket != socket) throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            UpstreamMessage answer = await waiting.Task.WaitAsync(options.AnswerTimeout, clock, cancel);
            return answer.Event == "error" ? throw RefusalOf(answer) : answer;
        }
        catch (TimeoutException e)
        {
            throw new OperationCanceledException("The gateway behind does not answer.", e);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Asks, and waits for the connection first, too.</summary>
    /// <exception cref="GatewayException">It was refused, with the refusal's code.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    internal async Task<UpstreamMessage> AskPatientlyAsync<T>(
        string name, T data, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await AskAsync(name, data, type, cancel);
            }
            catch (WebSocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(FirstPauseMs), clock, cancel); // it is on its way back
            }
        }
    }

    private static GatewayException RefusalOf(UpstreamMessage answer)
    {
        RelayRefusal? refusal = JsonSerializer.Deserialize(answer.Data.Span, RelayJson.Default.RelayRefusal);
        return new GatewayException(refusal?.Code ?? "refused", refusal?.Message ?? "", answer.Data);
    }

    /// <summary>Shows the secret, then takes what comes until the end; false when the secret was not taken.</summary>
    private async Task<bool> ServeAsync(UpstreamSocket socket, CancellationToken stop)
    {
        byte[] secret = JsonSerializer.SerializeToUtf8Bytes(
            new RelaySecret(options.Secret), RelayJson.Default.RelaySecret);
        bool isIn = false;
        try
        {
            await socket.SendAsync(Encode(RelayDoor.Hello, 0, secret), stop);
            while (await socket.ReceiveAsync(stop) is { } text)
            {
                if (UpstreamMessage.Read(text) is not { } message) return false;
                if (isIn)
                {
                    await TakeAsync(message);
                    continue;
                }

                if (message.Event != RelayDoor.Hello)
                {
                    LogRefused(options.Upstream!, Encoding.UTF8.GetString(message.Data.Span));
                    return false;
                }

                isIn = true;
                _socket = socket;
                OnUp?.Invoke();
            }
        }
        finally
        {
            _socket = null;
            foreach (TaskCompletionSource<UpstreamMessage> waiting in _waiting.Values)
                waiting.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
            if (isIn) OnDown?.Invoke();
        }

        return isIn;
    }

    private async ValueTask TakeAsync(UpstreamMessage message)
    {
        // First the message, then who waits for it: what comes behind must find what this one has done.
        await take(message);
        if (message.Id.IsEmpty || !long.TryParse(message.Id.Span, CultureInfo.InvariantCulture, out long id)) return;
        if (_waiting.TryGetValue(id, out TaskCompletionSource<UpstreamMessage>? waiting)) waiting.TrySetResult(message);
    }

    private byte[] Encode(string name, long id, ReadOnlySpan<byte> data)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginMessage(_names.Get(name), Encoding.ASCII.GetBytes($"{id}"), data);
        return encoder.Envelope.ToArray();
    }

    private async Task PauseAsync(int failures, int? hintMs, CancellationToken stop)
    {
        double boundMs = Math.Min(
            FirstPauseMs * Math.Pow(2, Math.Min(failures, 16)), options.MaxReconnectPause.TotalMilliseconds);
        double pauseMs = hintMs is { } hint ? Math.Min(hint, boundMs * 16) : boundMs * Random.Shared.NextDouble();
        await Task.Delay(TimeSpan.FromMilliseconds(pauseMs), clock, stop)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gateway at {upstream} cannot be reached: {reason}")]
    private partial void LogAway(Uri upstream, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The gateway at {upstream} takes this for no relay: {reason}")]
    private partial void LogRefused(Uri upstream, string reason);
}
