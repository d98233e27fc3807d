using System.Text.Json.Serialization;
using Catalog.Shell.Events.Contracts;

namespace Catalog.Shell.Events;

/// <summary>The operator's documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConsumerListAnswer))]
[JsonSerializable(typeof(ParkedListAnswer))]
[JsonSerializable(typeof(ReplayAnswer))]
internal sealed partial class EventsJson : JsonSerializerContext;
