using System.Text.Json.Serialization;
using Catalog.Shell.Live.Contracts;

namespace Catalog.Shell.Live;

/// <summary>The gateway's documents over HTTP.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(LiveStatusAnswer))]
internal sealed partial class LiveJson : JsonSerializerContext;
