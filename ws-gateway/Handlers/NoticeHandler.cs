using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Catalog.WsGateway.Handlers;

/// <summary>Decodes an event nobody waits for; with an id it is answered all the same, without data.</summary>
internal sealed class NoticeHandler<TEvent>(
    Gateway gateway, byte[] jsonEvent, JsonTypeInfo<TEvent> type, Func<GatewayConnection, TEvent, ValueTask> handler)
    : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        TEvent? value = default;
        try
        {
            if (!data.IsEmpty) value = JsonSerializer.Deserialize(data, type);
        }
        catch (JsonException)
        {
            // Told below, as if there were no data.
        }

        if (value is null)
        {
            connection.SendError(id, "bad_request", "The data is not what this event takes.");
            return default;
        }

        try
        {
            ValueTask handling = handler(connection, value);
            if (!handling.IsCompletedSuccessfully) return AwaitAsync(handling, connection, id.ToArray());
            Confirm(connection, id);
        }
        catch (Exception e)
        {
            gateway.Refuse(connection, id, e);
        }

        return default;
    }

    private async ValueTask AwaitAsync(ValueTask handling, GatewayConnection connection, byte[] id)
    {
        try
        {
            await handling;
            Confirm(connection, id);
        }
        catch (Exception e)
        {
            gateway.Refuse(connection, id, e);
        }
    }

    private void Confirm(GatewayConnection connection, ReadOnlySpan<byte> id)
    {
        if (!id.IsEmpty) connection.Answer(jsonEvent, id, default);
    }
}
