namespace Catalog.WsGateway.Loops;

/// <summary>The code of a client's close frame, on its way to the loop.</summary>
internal sealed record PeerCloseCode(ushort Code);
