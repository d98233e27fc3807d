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

        TopicOptions options = gateway.Topics.OptionsOf(wish.Topic);
        ResumeFrom? from = wish.Offset is { } offset ? new ResumeFrom(offset, wish.Epoch ?? "") : null;
        bool isAllowed = options.AllowSubscribe && options.Authorize?.Invoke(connection, wish.Topic) is null or true;
        if (!isAllowed)
        {
            Refuse(connection, SubscribeResult.Forbidden, id);
            return default;
        }

        // Before the subscription begins what other nodes publish has to be heard here, or some of it would be missed.
        Task? listening = options.FedAtEveryNode ? null : gateway.ListeningTo(wish.Topic);
        if (options.OnSubscribe is null && listening is null)
        {
            Refuse(connection, connection.Subscribe(wish.Topic, id, from), id);
            return default;
        }

        Func<SubscribeRequest, ValueTask<SubscribeResult>> serve =
            options.OnSubscribe ?? (static request => new ValueTask<SubscribeResult>(request.Begin()));
        return ServeAsync(serve, new SubscribeRequest(connection, wish.Topic, from, id), listening, id.ToArray());
    }

    private async ValueTask ServeAsync(
        Func<SubscribeRequest, ValueTask<SubscribeResult>> serve, SubscribeRequest request, Task? listening, byte[] id)
    {
        try
        {
            if (listening is not null) await listening;
            Refuse(request.Connection, await serve(request), id);
        }
        catch (Exception e)
        {
            gateway.Refuse(request.Connection, id, e);
        }
    }

    internal static void Refuse(GatewayConnection connection, SubscribeResult result, ReadOnlySpan<byte> id)
    {
        if (result is SubscribeResult.Subscribed or SubscribeResult.Closed) return;
        string code = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.ToString());
        connection.SendError(id, code, "There is no such subscription to be had.");
    }
}
