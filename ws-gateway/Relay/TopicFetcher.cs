using System.Net.WebSockets;
using System.Text.Json;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// Asks the gateway behind what it would say to somebody who begins to listen, by listening for a moment on a
/// connection of its own. One after the other. Thread-safe.
/// </summary>
internal sealed class TopicFetcher : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<UpstreamMessage> _found = [];
    private volatile string? _topic;

    /// <summary>The connection; its messages go to <see cref="Take"/>.</summary>
    internal required UpstreamChannel Channel { get; init; }

    /// <summary>Takes a message that came.</summary>
    internal void Take(UpstreamMessage message)
    {
        // What comes before the answer belongs to an earlier fetch that was given up.
        if (message.Event == "subscribed" && message.Topic is null) _found.Clear();
        else if (message.Topic is not null && message.Topic == _topic) _found.Add(message);
    }

    /// <summary>Asks.</summary>
    /// <exception cref="GatewayException">The gateway behind refuses.</exception>
    /// <exception cref="OperationCanceledException">It is not there.</exception>
    internal async Task<RelayReplay> FetchAsync(string topic, ResumeFrom? from, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            _topic = topic;
            while (true)
            {
                try
                {
                    return await TryFetchAsync(topic, from, cancel);
                }
                catch (WebSocketException)
                {
                    await Task.Delay(Pause, cancel); // it is on its way back
                }
            }
        }
        finally
        {
            _topic = null;
            _turn.Release();
        }
    }

    private async Task<RelayReplay> TryFetchAsync(string topic, ResumeFrom? from, CancellationToken cancel)
    {
        var wish = new TopicWish(topic, from?.Offset, from?.Epoch);
        UpstreamMessage answer;
        try
        {
            answer = await Channel.AskAsync("subscribe", wish, RelayJson.Default.TopicWish, cancel);
        }
        catch (GatewayException e) when (e.Code == "already_subscribed")
        {
            // An earlier fetch was given up half-way.
            await LeaveAsync(topic, cancel);
            throw new WebSocketException("once more");
        }

        // What the answer brings with it comes before the next answer.
        await LeaveAsync(topic, cancel);
        UpstreamSubscribed said =
            JsonSerializer.Deserialize(answer.Data.Span, RelayJson.Default.UpstreamSubscribed)!;
        Recovery recovery = RecoveryOf(said);
        UpstreamMessage[] found = [.. _found];
        long last = found.Length > 0 ? Math.Max(found[^1].Offset, said.Offset) : said.Offset;
        return new RelayReplay(said.Epoch, recovery, said.Offset, last, Array.ConvertAll(found, one => one.Text));
    }

    internal static Recovery RecoveryOf(UpstreamSubscribed said) => said.Recovery switch
    {
        "complete" => Recovery.Complete,
        "gap" => Recovery.Gap,
        _ => Recovery.None,
    };

    public void Dispose() => _turn.Dispose();

    private async Task LeaveAsync(string topic, CancellationToken cancel)
    {
        try
        {
            await Channel.AskAsync("unsubscribe", new TopicWish(topic), RelayJson.Default.TopicWish, cancel);
        }
        catch (GatewayException)
        {
            // There was no subscription.
        }
    }
}
