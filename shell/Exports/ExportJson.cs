using System.Text.Json.Serialization;
using Catalog.Shell.Exports.Contracts;

namespace Catalog.Shell.Exports;

/// <summary>The documents of exports and reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExportRequest))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(ExportListAnswer))]
[JsonSerializable(typeof(ExportSourceListAnswer))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(ReportListAnswer))]
internal sealed partial class ExportJson : JsonSerializerContext;
