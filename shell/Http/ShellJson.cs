using System.Text.Json.Serialization;

namespace Catalog.Shell.Http;

/// <summary>The shell's own documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ProblemCode>))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class ShellJson : JsonSerializerContext;
