namespace Catalog.WsGateway.Loops;

/// <summary>Where a connection stands, as its loop sees it.</summary>
internal enum ConnectionPhase : byte
{
    /// <summary>Accepted; its loop has not seen it yet.</summary>
    New,
    Open,

    /// <summary>A close frame was sent, or waits behind what is being sent.</summary>
    Closing,
    Closed,
}
