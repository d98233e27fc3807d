using System.Text.Json.Serialization;
using Catalog.WsGateway.Presence;

namespace Catalog.WsGateway.Handlers;

/// <summary>The gateway's own messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TopicWish))]
[JsonSerializable(typeof(TicketWish))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(PresenceList))]
[JsonSerializable(typeof(TypingWish))]
internal sealed partial class GatewayJson : JsonSerializerContext;
