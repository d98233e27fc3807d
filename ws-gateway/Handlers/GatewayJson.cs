using System.Text.Json.Serialization;

namespace Catalog.WsGateway.Handlers;

/// <summary>The gateway's own messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TopicWish))]
[JsonSerializable(typeof(TicketWish))]
[JsonSerializable(typeof(SignedIn))]
internal sealed partial class GatewayJson : JsonSerializerContext;
