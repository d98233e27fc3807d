using System.Text.Json.Serialization;
using Catalog.Shell.Audit.Contracts;

namespace Catalog.Shell.Audit;

/// <summary>The audit log's document.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditListAnswer))]
internal sealed partial class AuditJson : JsonSerializerContext;
