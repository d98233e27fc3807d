namespace Catalog.WsGateway.Topics;

/// <summary>What holds for the topics of a rule.</summary>
public sealed class TopicOptions
{
    /// <summary>What happens when a subscriber does not keep up.</summary>
    public SlowConsumerPolicy SlowConsumer { get; set; } = SlowConsumerPolicy.Disconnect;

    /// <summary>Whether the topic is another gateway's, whose numbers and epochs it has.</summary>
    internal bool IsRelayed { get; set; }

    /// <summary>Messages kept for clients that come back; 0: none.</summary>
    public int HistoryMessages { get; set; }

    /// <summary>Bytes of messages kept, at most.</summary>
    public int HistoryBytes { get; set; } = 256 * 1024;

    /// <summary>Where messages can be read again that are no longer kept; null: nowhere.</summary>
    public ITopicHistory? History { get; set; }

    /// <summary>
    /// Whether subscribers are told of users who come and leave ("joined", "left"), and may ask who is there
    /// ("presence"). Users are known by signing in.
    /// </summary>
    public bool Presence { get; set; }

    /// <summary>
    /// Whether subscribers are told of users who type ("typing", "typing_ended"), who say so by "typing". Users are
    /// known by signing in.
    /// </summary>
    public bool Typing { get; set; }

    /// <summary>
    /// Whether every node publishes the topic's messages by itself, as from a journal all of them read, so that none
    /// goes from node to node. Topics with a <see cref="History"/> are so anyway.
    /// </summary>
    public bool FedAtEveryNode { get; set; }

    /// <summary>Whether clients may subscribe by themselves; otherwise only the server subscribes them.</summary>
    public bool AllowSubscribe { get; set; } = true;

    /// <summary>
    /// Who may subscribe, asked on the connection's reading thread; null: everybody. Quick, and must not throw.
    /// </summary>
    public Func<GatewayConnection, string, bool>? Authorize { get; set; }

    /// <summary>
    /// Serves wishes to subscribe instead of the gateway, as where something has to be fetched first or a snapshot goes
    /// with it: called on the connection's reading thread, it ends with <see cref="SubscribeRequest.Begin"/> or a
    /// refusal. Null: subscriptions just begin.
    /// </summary>
    public Func<SubscribeRequest, ValueTask<SubscribeResult>>? OnSubscribe { get; set; }
}
