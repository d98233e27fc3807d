namespace Catalog.WsGateway.Handlers;

/// <summary>"unsubscribe" {topic}: answered by "unsubscribed" if there is an id.</summary>
internal sealed class UnsubscribeHandler : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        if (TopicWish.Read(data) is not { } wish || !connection.Unsubscribe(wish.Topic))
            connection.SendError(id, "not_subscribed", "There is no such subscription.");
        else if (!id.IsEmpty)
            connection.Answer("unsubscribed"u8, id, default);
        return default;
    }
}
