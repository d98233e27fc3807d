namespace Catalog.WsGateway.Topics;

/// <summary>A connection's subscription to a topic.</summary>
internal sealed class Subscription(GatewayConnection connection, Topic topic)
{
    internal GatewayConnection Connection { get; } = connection;

    internal Topic Topic { get; } = topic;

    internal TopicShard Shard { get; } = topic.ShardOf(connection.Loop);

    /// <summary>Makes what a client needs that is not told everything it missed.</summary>
    internal Func<TopicSnapshot>? Snapshot { get; init; }

    /// <summary>Where it stands in its shard; negative when it does not. The loop's.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>The user that is present by it, if any. The connection's gate guards it until it has ended.</summary>
    internal string? PresentUser { get; set; }

    /// <summary>Whether its topic counts it among those who want messages. The topic's.</summary>
    internal bool IsCounted { get; set; }

    /// <summary>Whether it was ended, perhaps before the loop has heard that it began.</summary>
    internal bool IsEnded { get; set; }
}
