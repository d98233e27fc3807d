using System.Text.Json.Serialization;
using Catalog.Shell.Cluster.Sql.Contracts;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>The documents about tables for analysts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SqlTablesListAnswer))]
internal sealed partial class SqlTablesJson : JsonSerializerContext;
