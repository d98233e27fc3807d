using System.Text.Json.Serialization;

namespace Catalog.Bench.Shared.Rows;

/// <summary>How rows are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(List<VersusRow>))]
[JsonSerializable(typeof(List<LoadRow>))]
[JsonSerializable(typeof(List<QualityRow>))]
internal sealed partial class RowJson : JsonSerializerContext;
