namespace Catalog.WsGateway;

/// <summary>
/// Why a connection ends: the codes the gateway sends. Those from 4400 on are the gateway's own and follow the HTTP
/// statuses they resemble. Source: RFC 6455 §7.4 and the registry it founded.
/// </summary>
public enum CloseCode : ushort
{
    /// <summary>Done; nothing went wrong.</summary>
    Normal = 1000,

    /// <summary>The server goes away; the reason says when to come back.</summary>
    GoingAway = 1001,

    /// <summary>The client broke the WebSocket protocol.</summary>
    ProtocolError = 1002,

    /// <summary>A kind of message this protocol has no use for, as binary data where text is spoken.</summary>
    Unsupported = 1003,

    /// <summary>A text message or a close reason is not UTF-8, or a compressed message cannot be read.</summary>
    InvalidData = 1007,

    /// <summary>A frame or a message is larger than allowed.</summary>
    TooBig = 1009,

    /// <summary>The server failed.</summary>
    InternalError = 1011,

    /// <summary>The server restarts; the reason says when to come back.</summary>
    ServiceRestart = 1012,

    /// <summary>Too much to do; the reason says when to come back.</summary>
    TryAgainLater = 1013,

    /// <summary>A message that is well framed and makes no sense.</summary>
    BadMessage = 4400,

    /// <summary>Not signed in in time, the ticket is not good, or the sign-in ran out.</summary>
    Unauthorized = 4401,

    /// <summary>Signed in, and not allowed.</summary>
    Forbidden = 4403,

    /// <summary>Too slow: the client does not read fast enough, or did not answer a ping.</summary>
    TooSlow = 4408,

    /// <summary>Too many messages.</summary>
    TooManyRequests = 4429,
}
