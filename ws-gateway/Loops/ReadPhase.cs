namespace Catalog.WsGateway.Loops;

/// <summary>What a connection does with its input.</summary>
internal enum ReadPhase : byte
{
    Reading,

    /// <summary>A handler has not finished; the next message waits for it.</summary>
    Handling,

    /// <summary>The connection failed; what comes is thrown away until the client is gone.</summary>
    Discarding,

    /// <summary>The client's close frame has come: nothing may follow.</summary>
    PeerClosed,
}
