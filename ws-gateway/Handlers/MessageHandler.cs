using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Handlers;

/// <summary>What is done with a client's event.</summary>
internal abstract class MessageHandler
{
    /// <summary>Whether the client's next message need not wait until this one is done.</summary>
    internal bool MayOverlap { get; init; }

    /// <summary>Takes the event; what is in it is only there until it returns.</summary>
    internal virtual ValueTask HandleAsync(GatewayConnection connection, InboundEnvelope message) =>
        HandleAsync(connection, message.Data, message.Id);

    /// <summary>Takes the event. The data and the id are only there until it returns.</summary>
    internal abstract ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id);
}
