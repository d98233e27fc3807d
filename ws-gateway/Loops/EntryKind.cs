namespace Catalog.WsGateway.Loops;

/// <summary>What a <see cref="LoopEntry"/> asks its loop to do.</summary>
internal enum EntryKind : byte
{
    /// <summary>A topic's message for its subscribers in this loop.</summary>
    Publish,

    /// <summary>What a topic's subscribers in this loop have to be told, whatever its policy.</summary>
    Notice,

    /// <summary>Bytes for one connection.</summary>
    Direct,

    /// <summary>A connection's subscription begins; what it missed comes with it.</summary>
    Subscribe,

    /// <summary>A connection's subscription ends.</summary>
    Unsubscribe,

    /// <summary>A connection was accepted; the answer to its handshake comes with it.</summary>
    Open,

    /// <summary>The gateway ends a connection with a close frame.</summary>
    Close,

    /// <summary>The client sent its close frame.</summary>
    PeerClose,

    /// <summary>The client is gone.</summary>
    Gone,

    /// <summary>A connection that was stalled may be written again.</summary>
    Writable,

    /// <summary>Time to look after connections that wait.</summary>
    Sweep,

    /// <summary>Look again at who a user's connections are.</summary>
    Recheck,

    /// <summary>Send a part of the clients away.</summary>
    Drain,

    /// <summary>Cut all connections off.</summary>
    Abort,
}
