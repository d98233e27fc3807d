using System.Text.Json.Serialization;
using Catalog.Shell.Alerts.Contracts;

namespace Catalog.Shell.Alerts;

/// <summary>The documents of alerts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AlertListAnswer))]
[JsonSerializable(typeof(AlertAnswer))]
[JsonSerializable(typeof(AlertNews))]
[JsonSerializable(typeof(AlertSnapshotAnswer))]
[JsonSerializable(typeof(AlertFiguresAnswer))]
[JsonSerializable(typeof(ResolveRequest))]
[JsonSerializable(typeof(AlertRuleRequest))]
[JsonSerializable(typeof(AlertRuleAnswer))]
[JsonSerializable(typeof(AlertRuleListAnswer))]
[JsonSerializable(typeof(AlertSubjectListAnswer))]
[JsonSerializable(typeof(WebhookDeliveryListAnswer))]
internal sealed partial class AlertJson : JsonSerializerContext;
