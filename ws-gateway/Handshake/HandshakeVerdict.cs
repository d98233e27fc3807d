namespace Catalog.WsGateway.Handshake;

/// <summary>What is answered to an upgrade request.</summary>
/// <param name="Status">101, or why not.</param>
/// <param name="Detail">Why not, in words.</param>
internal sealed record HandshakeVerdict(int Status, string Detail = "")
{
    /// <summary>The value of Sec-WebSocket-Accept.</summary>
    internal string Accept { get; init; } = "";

    /// <summary>The subprotocol agreed on, if any was asked for.</summary>
    internal string? Subprotocol { get; init; }

    /// <summary>The answer to the extensions offered, if one was accepted.</summary>
    internal string? Extension { get; init; }

    /// <summary>Language and compression.</summary>
    internal int Variant { get; init; }

    /// <summary>What the client signs in with, if it does so already.</summary>
    internal string? Ticket { get; init; }

    /// <summary>Seconds after which to try again; 0: not said.</summary>
    internal int RetryAfterSeconds { get; init; }

    internal bool IsAccepted => Status == 101;
}
