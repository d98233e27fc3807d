namespace Catalog.WsGateway.Handlers;

/// <summary>Hands data on as it came.</summary>
internal sealed class RawMessageHandler(RawHandler handler) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        handler(connection, data);
        return default;
    }
}
