using System.Text.Json;

namespace Catalog.WsGateway.Handlers;

/// <summary>What a client says of a topic.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Offset">The last message the client has, if any.</param>
/// <param name="Epoch">The life of the topic the offset counts in.</param>
internal sealed record TopicWish(string Topic, long? Offset = null, string? Epoch = null)
{
    /// <summary>Reads a wish; null when the data is none.</summary>
    internal static TopicWish? Read(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return null;
        try
        {
            TopicWish? wish = JsonSerializer.Deserialize(data, GatewayJson.Default.TopicWish);
            return string.IsNullOrEmpty(wish?.Topic) ? null : wish;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
