using System.Text.Json;
using Catalog.WsGateway.Handlers;

namespace Catalog.WsGateway.Presence;

/// <summary>What a client says of its typing.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Ended">Whether it types no longer.</param>
internal sealed record TypingWish(string Topic, bool Ended = false)
{
    /// <summary>Reads a wish; null when the data is none.</summary>
    internal static TypingWish? Read(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return null;
        try
        {
            TypingWish? wish = JsonSerializer.Deserialize(data, GatewayJson.Default.TypingWish);
            return string.IsNullOrEmpty(wish?.Topic) ? null : wish;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
