using System.Text.Json.Serialization;
using Catalog.Shell.Observability.Contracts;

namespace Catalog.Shell.Observability;

/// <summary>The system page's document.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SystemAnswer))]
internal sealed partial class ObservabilityJson : JsonSerializerContext;
