using System.Text.Json.Serialization;
using Catalog.WsGateway.Handlers;

namespace Catalog.WsGateway.Relay;

/// <summary>What a relay and the gateway behind it say to each other.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RelaySecret))]
[JsonSerializable(typeof(RelayGrant))]
[JsonSerializable(typeof(RelayRefusal))]
[JsonSerializable(typeof(UpstreamSubscribed))]
[JsonSerializable(typeof(TopicWish))]
[JsonSerializable(typeof(TicketWish))]
internal sealed partial class RelayJson : JsonSerializerContext;
