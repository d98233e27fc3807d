namespace Catalog.WsGateway.Framing;

/// <summary>What <see cref="MessageReader.Read"/> found.</summary>
internal enum InboundKind
{
    /// <summary>The input is used up.</summary>
    None,
    Text,
    Binary,
    Ping,
    Pong,

    /// <summary>A close frame that is well formed; the payload is its body.</summary>
    Close,

    /// <summary>
    /// The peer broke the protocol: <see cref="MessageReader.Violation"/>. Nothing can be read any more.
    /// </summary>
    Violation,
}
