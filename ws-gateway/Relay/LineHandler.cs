using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Relay;

/// <summary>Hands what is not for the relay to the client's own connection.</summary>
internal sealed class LineHandler(Relay relay) : MessageHandler
{
    internal override ValueTask HandleAsync(GatewayConnection connection, InboundEnvelope message)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        encoder.BeginMessage(message.Name, message.Id, message.Data);
        return relay.LineOf(connection).ForwardAsync(encoder.Envelope.ToArray(), message.Id.ToArray());
    }

    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id) =>
        throw new NotSupportedException("The event's name goes with it.");
}
