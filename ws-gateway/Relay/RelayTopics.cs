using System.Net.WebSockets;
using System.Text.Json;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// The shared topics: the gateway behind is listened to once a topic, and its messages are published here under its own
/// numbers and epoch. Thread-safe.
/// </summary>
/// <remarks>
/// <code>
///   trunk ─► message ─► Topic (ring, subscribers here)          under the offsets of the gateway behind
///     │ comes back: subscribe {topic, last offset, epoch}
///     ├─ complete: what was missed follows, nobody notices
///     └─ gap, another epoch: Topic.Restart, which tells every subscriber of the gap
/// </code>
/// Invariant: as long as a topic is attached, its last offset and epoch are those the gateway behind has told.
/// </remarks>
internal sealed class RelayTopics(Gateway gateway, RelayOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RelayTopic> _topics = [];

    /// <summary>The connection that listens.</summary>
    internal required UpstreamChannel Trunk { get; init; }

    internal int Count
    {
        get
        {
            lock (_gate) return _topics.Count;
        }
    }

    /// <summary>The topic, kept until <see cref="Leave"/>; null when there are too many.</summary>
    internal RelayTopic? Enter(string name)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(name, out RelayTopic? topic))
            {
                if (gateway.Topics.GetOrAdd(name) is not { } found) return null;
                _topics[name] = topic = new RelayTopic(found);
                _ = ListenAsync(topic);
            }

            topic.WaitingCount++;
            return topic;
        }
    }

    internal void Leave(RelayTopic topic)
    {
        lock (_gate)
        {
            topic.WaitingCount--;
            topic.UsedAt = gateway.Tick;
        }
    }

    /// <summary>The trunk is there: every topic goes on where it was.</summary>
    internal void OnUp()
    {
        lock (_gate)
            foreach (RelayTopic topic in _topics.Values) _ = ListenAsync(topic);
    }

    internal void OnDown()
    {
        lock (_gate)
            foreach (RelayTopic topic in _topics.Values) topic.Detach();
    }

    /// <summary>Takes what comes on the trunk; as long as the loops are too far behind, no more is read.</summary>
    internal async ValueTask TakeAsync(UpstreamMessage message)
    {
        if (message.Event is "subscribed" or "gap" && message.Topic is null)
        {
            TakeState(message);
            return;
        }

        if (message.Topic is null) return;
        RelayTopic? topic;
        lock (_gate) topic = _topics.GetValueOrDefault(message.Topic);
        if (topic is not { IsAttached: true } || message.Offset <= topic.Topic.LastOffset) return; // a snapshot
        var to = new PublishOptions(Offset: message.Offset);
        byte[] name = gateway.EventNames.Get(message.Event);
        while (topic.Topic.TryPublish(name, message.Data.Span, in to, out PublishResult result) && !result.IsTaken)
            await Task.Delay(Pause, clock);
    }

    /// <summary>Forgets topics nobody has used for a while.</summary>
    internal void Sweep(int idleTicks)
    {
        lock (_gate)
        {
            foreach ((string name, RelayTopic topic) in _topics)
            {
                bool isUsed = topic.WaitingCount > 0 || topic.Topic.SubscriberCount > 0;
                if (isUsed) topic.UsedAt = gateway.Tick;
                if (isUsed || gateway.Tick - topic.UsedAt < idleTicks || !topic.Topic.TryEnd()) continue;
                _topics.Remove(name);
                gateway.Topics.Remove(topic.Topic);
                if (topic.IsAttached) _ = StopListeningAsync(name);
            }
        }
    }

    private void TakeState(UpstreamMessage message)
    {
        UpstreamSubscribed? said = JsonSerializer.Deserialize(
            message.Data.Span, RelayJson.Default.UpstreamSubscribed);
        lock (_gate)
        {
            if (said is null || !_topics.TryGetValue(said.Topic, out RelayTopic? topic)) return;
            if (message.Event == "subscribed") topic.Attach(said);
            else topic.Restart(said);
        }
    }

    private async Task ListenAsync(RelayTopic topic)
    {
        Topic known = topic.Topic;
        TopicWish wish = topic.IsKnown
            ? new TopicWish(known.Name, known.LastOffset, known.Epoch)
            : new TopicWish(known.Name);
        try
        {
            await Trunk.AskAsync("subscribe", wish, RelayJson.Default.TopicWish, default);
        }
        catch (GatewayException e) when (e.Code == "busy")
        {
            await Task.Delay(options.AnswerTimeout / 100, clock);
            _ = ListenAsync(topic);
        }
        catch (GatewayException e)
        {
            if (e.Code != "already_subscribed") Refuse(topic, e);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It is asked for again when the trunk is there again.
        }
    }

    private void Refuse(RelayTopic topic, GatewayException why)
    {
        lock (_gate)
        {
            topic.Refuse(why);
            _topics.Remove(topic.Topic.Name);

            // Who listens is told of a gap, comes for a snapshot, and hears the refusal.
            if (topic.IsKnown) topic.Topic.Restart(topic.Topic.Epoch, topic.Topic.LastOffset);
        }
    }

    private async Task StopListeningAsync(string name)
    {
        try
        {
            await Trunk.AskAsync("unsubscribe", new TopicWish(name), RelayJson.Default.TopicWish, default);
        }
        catch (Exception e) when (e is GatewayException or WebSocketException or OperationCanceledException)
        {
            // Then it is not listened to, either.
        }
    }
}
