namespace Catalog.WsGateway.Topics;

/// <summary>What became of a wish to subscribe.</summary>
public enum SubscribeResult
{
    /// <summary>Done: the answer and what was missed are on their way.</summary>
    Subscribed,

    /// <summary>The connection has that subscription.</summary>
    AlreadySubscribed,

    /// <summary>The connection has as many as it may.</summary>
    TooManySubscriptions,

    /// <summary>There are as many topics as there may be.</summary>
    TooManyTopics,

    /// <summary>The topic is not for this client, or not for clients to choose.</summary>
    Forbidden,

    /// <summary>There is no such topic.</summary>
    UnknownTopic,

    /// <summary>The connection's loop is too far behind; try again later.</summary>
    Busy,

    /// <summary>The connection has ended.</summary>
    Closed,
}
