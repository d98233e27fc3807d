namespace Catalog.WsGateway.Topics;

/// <summary>A client's wish to subscribe, for topics that serve such wishes themselves. For one thread.</summary>
public sealed class SubscribeRequest
{
    private readonly byte[] _id;

    internal SubscribeRequest(GatewayConnection connection, string topic, ResumeFrom? from, ReadOnlySpan<byte> id)
    {
        (Connection, Topic, From) = (connection, topic, from);
        _id = id.ToArray();
    }

    /// <summary>Who wants it.</summary>
    public GatewayConnection Connection { get; }

    /// <summary>The topic's name.</summary>
    public string Topic { get; }

    /// <summary>Where the client left off, if it was here before.</summary>
    public ResumeFrom? From { get; }

    /// <summary>Begins the subscription, which answers the client.</summary>
    /// <param name="snapshot">
    /// Called for a client that cannot be told what it missed, or was not here before: what it gives is sent as a
    /// message of the topic, under its last offset, between the answer and the next message. Under the topic's lock:
    /// quick, and must not throw.
    /// </param>
    public SubscribeResult Begin(Func<TopicSnapshot>? snapshot = null) =>
        Connection.Subscribe(Topic, _id, From, snapshot);
}
