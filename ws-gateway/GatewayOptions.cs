using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway;

/// <summary>
/// The gateway's bounds and times, checked at start. The defaults suit a public server with many clients that mostly
/// listen.
/// </summary>
public sealed class GatewayOptions
{
    /// <summary>Loops that share the connections, 1 to 256; the processors there are unless set.</summary>
    public int Loops { get; set; } = Environment.ProcessorCount;

    /// <summary>Connections at a time; one more is answered 503 with Retry-After.</summary>
    public int MaxConnections { get; set; } = 100_000;

    /// <summary>Connections admitted a second; more are answered 503 with Retry-After. 0: as many as come.</summary>
    public int MaxConnectsPerSecond { get; set; } = 5_000;

    /// <summary>Largest frame taken from a client, in bytes.</summary>
    public int MaxFrameBytes { get; set; } = 64 * 1024;

    /// <summary>Largest message taken from a client, in bytes, also after it was inflated.</summary>
    public int MaxMessageBytes { get; set; } = 64 * 1024;

    /// <summary>
    /// Bytes that wait for a connection that does not keep up, before its topics' policies are applied.
    /// </summary>
    public int MaxQueuedBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes published and not yet looked at by a loop, before publishing answers "busy".</summary>
    public long MaxInboxBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Messages a second a client may send, on average; 0: no limit. More ends in 4429.</summary>
    public int MessagesPerSecond { get; set; } = 100;

    /// <summary>Messages a client may send at once, above the average.</summary>
    public int MessageBurst { get; set; } = 200;

    /// <summary>
    /// Requests of a connection that may be under way at a time, where their handlers are registered as independent;
    /// the next message waits until one is done.
    /// </summary>
    public int MaxConcurrentRequests { get; set; } = 8;

    /// <summary>Topics a connection may subscribe to.</summary>
    public int MaxSubscriptions { get; set; } = 256;

    /// <summary>Topics that exist at a time.</summary>
    public int MaxTopics { get; set; } = 100_000;

    /// <summary>
    /// A topic that keeps messages ends its life when it had no subscriber and no message for this time; one that keeps
    /// none does after some seconds. A new one of the name begins a new epoch.
    /// </summary>
    public TimeSpan TopicIdleTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest head of an upgrade request, in bytes.</summary>
    public int MaxHandshakeBytes { get; set; } = 8 * 1024;

    /// <summary>A client has to finish its handshake in this time.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether clients have to sign in, where there is an authenticator. Otherwise those who do not are nobody, and may
    /// do what topics and handlers allow to nobody.
    /// </summary>
    public bool RequireSignIn { get; set; } = true;

    /// <summary>A client that has not signed in by then is sent away with 4401, if signing in is asked for.</summary>
    public TimeSpan AuthTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A client that was silent for this long is pinged.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>A client that was pinged has this long to be heard of.</summary>
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the client's answer to a close frame is waited for.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A client that takes no byte for this long while some wait is cut off.</summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes sent to a client that comes back, at most; one that missed more takes a snapshot.</summary>
    public int MaxReplayBytes { get; set; } = 256 * 1024;

    /// <summary>A user whose last connection to a topic ended has left it after this time, if none comes.</summary>
    public TimeSpan PresenceGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Another node that was silent for this long has nobody in its topics any more.</summary>
    public TimeSpan PeerTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Users in topics, at all nodes together, each counted once a topic and node.</summary>
    public int MaxPresentMembers { get; set; } = 1_000_000;

    /// <summary>A user types for this long behind the last time its client said so.</summary>
    public TimeSpan TypingTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>When the program stops, clients are sent away over this time.</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Origins browsers may connect from, as <c>https://example.org</c>; <c>*</c> for any. A page of the same host may
    /// always, and so may clients that send no origin, which browsers cannot do.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Whether to agree to permessage-deflate when a client offers it; then messages from 512 bytes on are compressed.
    /// </summary>
    public bool AllowCompression { get; set; }

    /// <summary>What holds for topics no rule is made for.</summary>
    public TopicOptions Topics { get; } = new();
}
