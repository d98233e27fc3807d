using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Relay;

/// <summary>"subscribe" and "unsubscribe": shared topics are the relay's, others the client's own.</summary>
internal sealed class RelayTopicHandler(Relay relay, MessageHandler shared, MessageHandler own, bool begins)
    : MessageHandler
{
    internal override ValueTask HandleAsync(GatewayConnection connection, InboundEnvelope message)
    {
        TopicWish? wish = TopicWish.Read(message.Data);
        if (wish is null || relay.IsShared(wish.Topic))
        {
            return begins && wish is not null
                ? relay.BeginAsync(connection, wish, message.Id.ToArray())
                : shared.HandleAsync(connection, message);
        }

        relay.LineOf(connection).Note(wish.Topic, begins);
        return own.HandleAsync(connection, message);
    }

    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id) =>
        throw new NotSupportedException("The event's name goes with it.");
}
