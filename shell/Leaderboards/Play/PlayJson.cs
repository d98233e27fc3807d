using System.Text.Json.Serialization;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>The documents of what is learned of players.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SkillAnswer))]
[JsonSerializable(typeof(OpponentListAnswer))]
[JsonSerializable(typeof(InsightListAnswer))]
[JsonSerializable(typeof(ProjectionListAnswer))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(AntiCheatAnswer))]
internal sealed partial class PlayJson : JsonSerializerContext;
