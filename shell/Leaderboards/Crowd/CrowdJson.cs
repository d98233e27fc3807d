using System.Text.Json.Serialization;
using Catalog.Shell.Insight.Contracts;
using Catalog.Shell.Leaderboards.Crowd.Contracts;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>The documents about everybody who plays.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EngagementAnswer))]
[JsonSerializable(typeof(RetentionAnswer))]
[JsonSerializable(typeof(CrowdPlayerListAnswer))]
[JsonSerializable(typeof(CrowdForecastAnswer))]
[JsonSerializable(typeof(SkillCrowdAnswer))]
[JsonSerializable(typeof(ChurnCrowdAnswer))]
[JsonSerializable(typeof(EconomyAnswer))]
[JsonSerializable(typeof(PurchaseRequest))]
internal sealed partial class CrowdJson : JsonSerializerContext;
