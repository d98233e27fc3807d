using System.Text.Json.Serialization.Metadata;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Presence;
using Catalog.WsGateway.Protocols;
using Catalog.WsGateway.Topics;
using Microsoft.Extensions.Logging;

namespace Catalog.WsGateway;

/// <summary>
/// A WebSocket gateway: handlers for what clients send, topics for what they listen to. One a program; thread-safe.
/// </summary>
/// <remarks>
/// Wire: text <c>{"event","data"}</c>, with an <c>"id"</c> where an answer is wanted, which bears the same id; an
/// answer
/// that is a refusal is <c>{"event":"error","id","data":{"code","message"}}</c>. A topic's message also carries
/// <c>"topic"</c> and <c>"offset"</c>. Clients that ask for the subprotocol <c>catalog.msgpack</c> speak the same in
/// MessagePack. Handlers of one connection run one after the other, except those that are registered as independent; a
/// handler that waits keeps that connection's next message waiting, and no other's.
/// </remarks>
public sealed partial class Gateway : IAsyncDisposable, IBackplaneReceiver
{
    private const string SignInEvent = "auth";

    private readonly GatewayLoop[] _loops;
    private readonly ILogger<Gateway> _log;
    private readonly IGatewayAuthenticator? _authenticator;
    private readonly TimeProvider _clock;
    private readonly GatewayMetrics _metrics;
    private readonly ITimer _timer;
    private readonly long _startedAt;

    /// <summary>Creates a gateway; ASP.NET programs have the container do so.</summary>
    /// <param name="options">Bounds and times.</param>
    /// <param name="clock">The time.</param>
    /// <param name="log">Where failures go.</param>
    /// <param name="authenticator">Decides who clients are; without one nobody has to sign in.</param>
    /// <param name="backplane">Joins gateways of several processes; without one this one is alone.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Gateway(
        GatewayOptions options, TimeProvider clock, ILogger<Gateway> log, IGatewayAuthenticator? authenticator = null,
        IGatewayBackplane? backplane = null)
    {
        if (GatewayOptionsValidator.FaultOf(options) is { } fault) throw new ArgumentException(fault, nameof(options));
        (Options, _clock, _log) = (options, clock, log);
        (_authenticator, _backplane) = (authenticator, backplane);
        Limits = new GatewayLimits(options);
        _loops = new GatewayLoop[options.Loops];
        for (int i = 0; i < _loops.Length; i++) _loops[i] = new GatewayLoop(i, Limits);
        string node = Guid.NewGuid().ToString("n")[..12];
        Topics = new TopicRegistry(options, _loops, node, backplane);
        _node = node;
        _presence = new NodePresence(node, options, Limits, backplane, TellPresence);
        _typing = new TypingBoard(options.MaxPresentMembers);
        Handlers.Add("subscribe", new SubscribeHandler(this));
        Handlers.Add("unsubscribe", new UnsubscribeHandler());
        Handlers.Add("presence", new PresenceHandler(this));
        Handlers.Add("typing", new TypingHandler(this));
        if (authenticator is not null) Handlers.Add(SignInEvent, new SignInHandler(this));
        _metrics = new GatewayMetrics(this, _loops);
        _startedAt = clock.GetTimestamp();
        backplane?.Start(node, this);
        _timer = clock.CreateTimer(_ => Sweep(), null, GatewayLimits.Tick, GatewayLimits.Tick);
    }

    /// <summary>Connections that are open.</summary>
    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>Topics that exist.</summary>
    public int TopicCount => Topics.Count;

    /// <summary>The bounds and times.</summary>
    public GatewayOptions Options { get; }

    internal GatewayLimits Limits { get; }

    internal EventHandlers Handlers { get; } = new();

    /// <summary>Somebody who was connected has signed in.</summary>
    internal Action<GatewayConnection>? SignedIn { get; set; }

    /// <summary>A connection is no more.</summary>
    internal Action<GatewayConnection>? Ended { get; set; }

    internal TopicRegistry Topics { get; }

    internal EventNames EventNames { get; } = new();

    /// <summary>Ticks since the start, as of the last sweep.</summary>
    internal int Tick => Volatile.Read(ref _tick);

    /// <summary>Handles a request: its answer goes out under the request's id, if it has one.</summary>
    /// <param name="name">The event.</param>
    /// <param name="requestType">How the request is read, source-generated.</param>
    /// <param name="responseType">How the answer is written, source-generated.</param>
    /// <param name="handler">
    /// Runs on the connection's reading thread; a <see cref="GatewayException"/> becomes an error for the client.
    /// </param>
    /// <param name="isIndependent">
    /// Whether the client's next message need not wait while the handler does; answers then come in any order, and the
    /// ids say whose they are. At most <see cref="GatewayOptions.MaxConcurrentRequests"/> a connection.
    /// </param>
    /// <exception cref="ArgumentException">The event has a handler, or its name is empty or above 100.</exception>
    public void On<TRequest, TResponse>(
        string name, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType,
        Func<GatewayConnection, TRequest, ValueTask<TResponse>> handler, bool isIndependent = false) =>
        Handlers.Add(name, new RequestHandler<TRequest, TResponse>(
            this, EventNames.Get(name), requestType, responseType, handler) { MayOverlap = isIndependent });

    /// <summary>Handles an event; a request with an id is answered "accepted" by the same event without data.</summary>
    /// <param name="name">The event.</param>
    /// <param name="type">How the data is read, source-generated.</param>
    /// <param name="handler">Runs on the connection's reading thread.</param>
    /// <exception cref="ArgumentException">The event has a handler, or its name is empty or above 100.</exception>
    public void On<TEvent>(
        string name, JsonTypeInfo<TEvent> type, Func<GatewayConnection, TEvent, ValueTask> handler) =>
        Handlers.Add(name, new NoticeHandler<TEvent>(this, EventNames.Get(name), type, handler));

    /// <summary>Handles an event whose data is wanted as it came. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The event has a handler, or its name is empty or above 100.</exception>
    public void OnRaw(string name, RawHandler handler) => Handlers.Add(name, new RawMessageHandler(handler));

    /// <summary>
    /// Handles a request whose data is wanted as it came and whose answer is JSON already; the answer is not checked.
    /// </summary>
    /// <param name="name">The event.</param>
    /// <param name="handler">
    /// Called on the connection's reading thread with a copy of the data; empty is an answer without data. A
    /// <see cref="GatewayException"/> becomes an error for the client.
    /// </param>
    /// <param name="isIndependent">Whether the client's next message need not wait while the handler does.</param>
    /// <exception cref="ArgumentException">The event has a handler, or its name is empty or above 100.</exception>
    public void OnRawRequest(
        string name, Func<GatewayConnection, ReadOnlyMemory<byte>, ValueTask<ReadOnlyMemory<byte>>> handler,
        bool isIndependent = false) =>
        Handlers.Add(
            name, new RawRequestHandler(this, EventNames.Get(name), handler) { MayOverlap = isIndependent });

    /// <summary>Connections that are subscribed to a topic. O(1).</summary>
    public int SubscriberCount(string topic) => Topics.Find(topic)?.SubscriberCount ?? 0;

    /// <summary>Makes a rule for topics that do not exist yet.</summary>
    /// <param name="pattern">A name, or the beginning of names and a star; the longest that fits holds.</param>
    /// <param name="configure">Sets what holds for them.</param>
    /// <exception cref="ArgumentException">What it sets cannot hold.</exception>
    public void Topic(string pattern, Action<TopicOptions> configure)
    {
        var rule = new TopicOptions();
        configure(rule);
        if (GatewayOptionsValidator.TopicFaultOf(rule) is { } fault)
            throw new ArgumentException(fault, nameof(configure));
        Topics.AddRule(pattern, rule);
    }

    /// <summary>Publishes a message to a topic's subscribers.</summary>
    /// <param name="topic">The topic; it comes into being if need be.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="data">Its data.</param>
    /// <param name="type">How the data becomes JSON, source-generated.</param>
    /// <param name="to">What else there is to say: a key, somebody to leave out.</param>
    /// <returns>The number it got; or that nothing happened, because the loops are too far behind.</returns>
    /// <exception cref="InvalidOperationException">There are as many topics as there may be.</exception>
    public PublishResult Publish<T>(
        string topic, string name, T data, JsonTypeInfo<T> type, PublishOptions to = default) =>
        PublishRaw(topic, name, FrameEncoder.Current.EncodeData(data, type), to);

    /// <summary>
    /// Publishes a message whose data is JSON already; it is not checked. O(size · loops with subscribers); allocates
    /// nothing below 16 KiB.
    /// </summary>
    /// <returns>The number it got; or that nothing happened, because the loops are too far behind.</returns>
    /// <exception cref="InvalidOperationException">There are as many topics as there may be.</exception>
    public PublishResult PublishRaw(
        string topic, string name, ReadOnlySpan<byte> json, PublishOptions to = default)
    {
        // What has a number already is published by every node, from where the number comes from.
        return _backplane is null || to.Offset != 0
            ? PublishHere(topic, name, json, in to)
            : PublishToAll(topic, name, json, in to);
    }

    /// <summary>
    /// Counts messages of a durable topic as published that nobody would hear, so that they need not even be written:
    /// they are in the topic's history, and whoever comes later gets them from there. O(1), allocates nothing.
    /// </summary>
    /// <param name="topic">The topic; it comes into being if need be.</param>
    /// <param name="offset">The last one's; the next message published has a higher one.</param>
    /// <returns>False when somebody is subscribed, or the topic has no history: publish them.</returns>
    /// <exception cref="InvalidOperationException">There are as many topics as there may be.</exception>
    public bool TrySkip(string topic, long offset) => SkipHere(topic, offset);

    /// <summary>Finds the handler of a client's message and runs it.</summary>
    /// <param name="connection">The client.</param>
    /// <param name="message">The message.</param>
    /// <param name="mayOverlap">Whether the client's next message need not wait.</param>
    internal ValueTask HandleAsync(GatewayConnection connection, InboundEnvelope message, out bool mayOverlap)
    {
        mayOverlap = false;
        if (AsksForSignIn && connection.Identity is null && !message.Name.SequenceEqual("auth"u8))
        {
            connection.SendError(message.Id, "unauthorized", "Sign in first.");
            connection.Close(CloseCode.Unauthorized, "not signed in");
            return default;
        }

        if ((Handlers.Find(message.Name) ?? Handlers.Other) is { } handler)
        {
            mayOverlap = handler.MayOverlap;
            return handler.HandleAsync(connection, message);
        }

        connection.ChargeNonsense();
        connection.SendError(message.Id, "unknown_event", "There is no such event.");
        return default;
    }
}
