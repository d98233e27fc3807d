using Catalog.WsGateway.Handlers;

namespace Catalog.WsGateway.Presence;

/// <summary>
/// "typing" {topic, ended?}: said again every few seconds while the user types; told to all who are there but the one
/// who says it.
/// </summary>
internal sealed class TypingHandler(Gateway gateway) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        if (TypingWish.Read(data) is not { } wish || connection.Identity is not { } identity
            || !connection.IsSubscribed(wish.Topic) || !gateway.Topics.OptionsOf(wish.Topic).Typing)
        {
            connection.SendError(id, "not_subscribed", "Who types is told by those who are there, and signed in.");
            return default;
        }

        gateway.Type(new(wish.Topic, identity.UserId), connection, wish.Ended);
        if (!id.IsEmpty) connection.Answer("typing"u8, id, default);
        return default;
    }
}
