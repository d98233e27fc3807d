namespace Catalog.WsGateway.Handlers;

/// <summary>
/// Takes an event's data as it came, valid JSON, without a copy; called on the connection's reading thread.
/// </summary>
/// <param name="connection">Who sent it.</param>
/// <param name="json">The data; gone when the call returns.</param>
public delegate void RawHandler(GatewayConnection connection, ReadOnlySpan<byte> json);
