using System.Text.Json.Serialization;
using Catalog.Shell.Cluster.Nodes.Contracts;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>How the cluster's answers are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClusterAnswer))]
internal sealed partial class ClusterJson : JsonSerializerContext;
