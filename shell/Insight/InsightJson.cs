using System.Text.Json.Serialization;
using Catalog.Shell.Insight.Contracts;

namespace Catalog.Shell.Insight;

/// <summary>The documents of questions to rollups.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RollupListAnswer))]
[JsonSerializable(typeof(RollupTableAnswer))]
[JsonSerializable(typeof(ActivityAnswer))]
[JsonSerializable(typeof(RetentionAnswer))]
internal sealed partial class InsightJson : JsonSerializerContext;
