using System.Text.Json;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Handlers;

/// <summary>"subscribe" {topic, offset?, epoch?}: answered by "subscribed", followed by what was missed.</summary>
internal sealed class SubscribeHandler(Gateway gateway) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        TopicWish? wish = TopicWish.Read(data);
        if (wish is null)
        {
            connection.SendError(id, "bad_request", "A subscription names a topic.");
            return default;
        }

        SubscribeResult result = Subscribe(connection, wish, id);
        if (result != SubscribeResult.Subscribed && result != SubscribeResult.Closed)
            connection.SendError(id, CodeOf(result), "There is no such subscription to be had.");
        return default;
    }

    private SubscribeResult Subscribe(GatewayConnection connection, TopicWish wish, ReadOnlySpan<byte> id)
    {
        TopicOptions options = gateway.Topics.OptionsOf(wish.Topic);
        bool isAllowed = options.AllowSubscribe && options.Authorize?.Invoke(connection, wish.Topic) is null or true;
        if (!isAllowed) return SubscribeResult.Forbidden;
        ResumeFrom? from = wish.Offset is { } offset ? new ResumeFrom(offset, wish.Epoch ?? "") : null;
        return connection.Subscribe(wish.Topic, id, from);
    }

    private static string CodeOf(SubscribeResult result) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(result.ToString());
}
