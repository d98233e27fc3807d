using System.Text.Json.Serialization;

namespace Catalog.Shell.Ai.Wire;

/// <summary>
/// The documents of OpenAI's wire format that are used here. What else stands in them is passed over.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireChatRequest))]
[JsonSerializable(typeof(WireChatAnswer))]
[JsonSerializable(typeof(WireEmbeddingRequest))]
[JsonSerializable(typeof(WireEmbeddingAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;
