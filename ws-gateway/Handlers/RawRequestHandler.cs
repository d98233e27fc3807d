namespace Catalog.WsGateway.Handlers;

/// <summary>Hands a request on as it came, and its answer out as it was given.</summary>
internal sealed class RawRequestHandler(
    Gateway gateway, byte[] jsonEvent,
    Func<GatewayConnection, ReadOnlyMemory<byte>, ValueTask<ReadOnlyMemory<byte>>> handler) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id) =>
        AnswerAsync(connection, data.ToArray(), id.ToArray());

    private async ValueTask AnswerAsync(GatewayConnection connection, byte[] data, byte[] id)
    {
        try
        {
            ReadOnlyMemory<byte> answer = await handler(connection, data);
            if (id.Length > 0) connection.Answer(jsonEvent, id, answer.Span);
        }
        catch (Exception e)
        {
            gateway.Refuse(connection, id, e);
        }
    }
}
