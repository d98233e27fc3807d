using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Handlers;

/// <summary>Decodes a request, and encodes the answer if the client asked for one with an id.</summary>
internal sealed class RequestHandler<TRequest, TResponse>(
    Gateway gateway, byte[] jsonEvent, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType,
    Func<GatewayConnection, TRequest, ValueTask<TResponse>> handler) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        TRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(data.IsEmpty ? "null"u8 : data, requestType);
        }
        catch (JsonException)
        {
            connection.SendError(id, "bad_request", "The data is not what this event takes.");
            return default;
        }

        if (request is null)
        {
            connection.SendError(id, "bad_request", "The event takes data.");
            return default;
        }

        try
        {
            ValueTask<TResponse> answering = handler(connection, request);
            if (!answering.IsCompletedSuccessfully) return AwaitAsync(answering, connection, id.ToArray());
            Answer(connection, id, answering.Result);
        }
        catch (Exception e)
        {
            gateway.Refuse(connection, id, e);
        }

        return default;
    }

    private async ValueTask AwaitAsync(ValueTask<TResponse> answering, GatewayConnection connection, byte[] id)
    {
        try
        {
            TResponse response = await answering;
            Answer(connection, id, response);
        }
        catch (Exception e)
        {
            gateway.Refuse(connection, id, e);
        }
    }

    private void Answer(GatewayConnection connection, ReadOnlySpan<byte> id, TResponse response)
    {
        if (!id.IsEmpty)
            connection.Answer(jsonEvent, id, FrameEncoder.Current.EncodeData(response, responseType));
    }
}
