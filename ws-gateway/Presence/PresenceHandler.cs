using System.Text.Json;
using Catalog.WsGateway.Handlers;

namespace Catalog.WsGateway.Presence;

/// <summary>"presence" {topic}: answered by who is there, to those who are there themselves.</summary>
internal sealed class PresenceHandler(Gateway gateway) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        if (TopicWish.Read(data) is not { } wish || !connection.IsSubscribed(wish.Topic)
            || !gateway.Topics.OptionsOf(wish.Topic).Presence)
        {
            connection.SendError(id, "not_subscribed", "Who is there is told to those who are there.");
            return default;
        }

        var list = new PresenceList(wish.Topic, gateway.PresentUsers(wish.Topic));
        byte[] answer = JsonSerializer.SerializeToUtf8Bytes(list, GatewayJson.Default.PresenceList);
        connection.Answer("presence"u8, id, answer);
        return default;
    }
}
