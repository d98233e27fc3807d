using System.Text.Json.Serialization.Metadata;
using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Protocols;
using Catalog.WsGateway.Relay;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway;

/// <summary>
/// A client's connection, as handlers see it. Thread-safe; what is sent from one thread arrives in order.
/// </summary>
/// <remarks>
/// <code>
///   reading   one callback at a time: pipe ─► MessageReader ─► handler      (GatewayConnection.Reading)
///   writing   the loop alone: PendingBits, Queue, Outbound                  (GatewayConnection.LoopState)
///   ends      the reader and the loop each say that they are done; the second one lets the connection go
/// </code>
/// </remarks>
public sealed partial class GatewayConnection
{
    private readonly Gateway _gateway;
    private readonly TaskCompletionSource? _done;
    private Subscription?[] _subscriptions = [];
    private int _subscriptionCount;
    private bool _isSubscribingOver;

    internal GatewayConnection(
        Gateway gateway, GatewayLoop loop, long id, in HandshakeAgreement agreement, TaskCompletionSource? done)
    {
        _done = done;
        (_gateway, Loop, Id) = (gateway, loop, id);
        _variant = (byte)agreement.Variant;
        GatewayOptions options = gateway.Options;
        _reader = new Framing.MessageReader(
            options.MaxFrameBytes, options.MaxMessageBytes, Loops.Variant.IsDeflate(agreement.Variant));
        SignIn(agreement.Identity);
    }

    /// <summary>A number no other connection of this gateway has had.</summary>
    public long Id { get; }

    /// <summary>Whatever the program wants to keep with it.</summary>
    public object? State { get; set; }

    /// <summary>
    /// Whether it is one of ours, as a relay is: the limits of messages and subscriptions do not hold for it.
    /// </summary>
    public bool IsTrusted { get; set; }

    /// <summary>Whether it speaks MessagePack instead of JSON.</summary>
    public bool IsMessagePack => Loops.Variant.IsMessagePack(_variant);

    /// <summary>Whether anything may still be sent.</summary>
    public bool IsOpen => Phase is ConnectionPhase.New or ConnectionPhase.Open;

    /// <summary>Guards the list of subscriptions; nobody else locks it.</summary>
    private object Gate => Outbound;

    /// <summary>Sends an event. O(size), one copy; no allocation beyond what the serializer needs.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="data">Its data.</param>
    /// <param name="type">How the data becomes JSON, source-generated.</param>
    /// <returns>False when the connection's loop is too far behind, or the connection has ended.</returns>
    public bool Send<T>(string name, T data, JsonTypeInfo<T> type) =>
        SendRaw(name, FrameEncoder.Current.EncodeData(data, type));

    /// <summary>Sends an event whose data is JSON already; it is not checked.</summary>
    /// <returns>False when the connection's loop is too far behind, or the connection has ended.</returns>
    public bool SendRaw(string name, ReadOnlySpan<byte> json) => Answer(_gateway.EventNames.Get(name), default, json);

    /// <summary>Subscribes the connection to a topic.</summary>
    /// <param name="topic">The topic's name.</param>
    /// <param name="from">Where it left off, if it was here before.</param>
    public SubscribeResult Subscribe(string topic, ResumeFrom? from = null) => Subscribe(topic, default, from);

    /// <summary>Ends the connection's subscription to a topic; false when there is none.</summary>
    public bool Unsubscribe(string topic)
    {
        Subscription? found = null;
        lock (Gate)
        {
            for (int i = 0; i < _subscriptionCount && found is null; i++)
            {
                if (_subscriptions[i]!.Topic.Name != topic) continue;
                found = _subscriptions[i];
                _subscriptions[i] = _subscriptions[--_subscriptionCount];
                _subscriptions[_subscriptionCount] = null;
            }
        }

        if (found is null) return false;
        found.Topic.Unsubscribe(found);
        _gateway.Leave(found);
        return true;
    }

    /// <summary>Ends the connection with a close frame; what was sent before arrives first. Returns at once.</summary>
    /// <param name="code">Why, as a number.</param>
    /// <param name="reason">Why, in words; cut to 123 bytes.</param>
    public void Close(CloseCode code, string reason = "") =>
        Loop.Post(EntryKind.Close, this, null, new CloseOrder(code, reason));

    internal bool IsSubscribed(string topic)
    {
        lock (Gate)
        {
            for (int i = 0; i < _subscriptionCount; i++)
                if (_subscriptions[i]!.Topic.Name == topic) return true;
        }

        return false;
    }

    /// <summary>A subscription ended with the connection.</summary>
    internal void Lose(Subscription subscription) => _gateway.Leave(subscription);

    internal SubscribeResult Subscribe(
        string topic, ReadOnlySpan<byte> id, ResumeFrom? from, Func<TopicSnapshot>? snapshot = null,
        RelayReplay? replay = null)
    {
        if (!Loop.HasRoom) return SubscribeResult.Busy;
        if (_gateway.Topics.GetOrAdd(topic) is not { } found) return SubscribeResult.TooManyTopics;
        var subscription = new Subscription(this, found) { Snapshot = snapshot };
        lock (Gate)
        {
            if (_isSubscribingOver) return SubscribeResult.Closed;
            for (int i = 0; i < _subscriptionCount; i++)
                if (_subscriptions[i]!.Topic == found) return SubscribeResult.AlreadySubscribed;
            if (_subscriptionCount >= _gateway.Options.MaxSubscriptions && !IsTrusted)
                return SubscribeResult.TooManySubscriptions;
            if (_subscriptionCount == _subscriptions.Length)
                Array.Resize(ref _subscriptions, Math.Max(2, 2 * _subscriptionCount));
            _subscriptions[_subscriptionCount++] = subscription;

            // Under the gate: the loop, which takes the list when the connection ends, finds what it has to undo.
            BeginOutcome outcome = replay is null
                ? found.Begin(subscription, id, from)
                : found.Begin(subscription, id, replay);
            if (outcome is BeginOutcome.Retired or BeginOutcome.MustAsk)
            {
                _subscriptions[--_subscriptionCount] = null;
                if (outcome == BeginOutcome.MustAsk) return SubscribeResult.Busy;
                _gateway.Topics.Remove(found);
                return Subscribe(topic, id, from, snapshot, replay);
            }

            if (outcome == BeginOutcome.MustRead)
                _ = new CatchUp(_gateway, found, subscription, id.ToArray()).RunAsync(from!.Value.Offset);
            _gateway.Enter(subscription);
        }

        return SubscribeResult.Subscribed;
    }

    /// <summary>Sends a whole message, as JSON, on; false when there is no room for it.</summary>
    internal bool Forward(ReadOnlySpan<byte> envelope)
    {
        if (!IsOpen || !Loop.HasRoom) return false;
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginReplay(_variant);
        encoder.AddEnvelope(envelope);
        Loop.PostBytes(EntryKind.Direct, this, encoder.Replay);
        return true;
    }

    /// <summary>Sends an event, or an answer if there is an id.</summary>
    internal bool Answer(ReadOnlySpan<byte> jsonEvent, ReadOnlySpan<byte> id, ReadOnlySpan<byte> data)
    {
        if (!IsOpen || !Loop.HasRoom) return false;
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginMessage(jsonEvent, id, data);
        Loop.PostBytes(EntryKind.Direct, this, encoder.FrameOf(_variant));
        return true;
    }

    /// <summary>Sends an error, as the answer to a request if there is an id.</summary>
    internal void SendError(ReadOnlySpan<byte> id, string code, string message)
    {
        if (!IsOpen || !Loop.HasRoom) return;
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginError(id, code, message);
        Loop.PostBytes(EntryKind.Direct, this, encoder.FrameOf(_variant));
    }
}
