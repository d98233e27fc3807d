namespace Catalog.WsGateway.Topics;

/// <summary>What happens to a topic's messages for a client whose queue is full.</summary>
public enum SlowConsumerPolicy
{
    /// <summary>The client is cut off with 4408; it resumes from its last offset.</summary>
    Disconnect,

    /// <summary>The new message is left out. Offsets show that.</summary>
    DropNewest,

    /// <summary>The topic's oldest waiting messages are left out. Offsets show that.</summary>
    DropOldest,

    /// <summary>
    /// Of messages with the same key only the latest waits, from the moment the client stalls; should even those be too
    /// many, the client is cut off.
    /// </summary>
    KeepLatest,

    /// <summary>
    /// All of the topic's waiting messages are left out, and those that come, until the client has read the rest; then
    /// it gets one "gap" event and fetches a snapshot.
    /// </summary>
    Snapshot,
}
