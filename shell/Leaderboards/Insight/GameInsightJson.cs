using System.Text.Json.Serialization;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>The documents of the dashboard.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BoardHealthAnswer))]
[JsonSerializable(typeof(TopDayAnswer))]
[JsonSerializable(typeof(SeasonAnswer))]
[JsonSerializable(typeof(GamePulseAnswer))]
internal sealed partial class GameInsightJson : JsonSerializerContext;
