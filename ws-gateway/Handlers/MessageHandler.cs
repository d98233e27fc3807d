namespace Catalog.WsGateway.Handlers;

/// <summary>What is done with a client's event.</summary>
internal abstract class MessageHandler
{
    /// <summary>Takes the event. The data and the id are only there until it returns.</summary>
    internal abstract ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id);
}
