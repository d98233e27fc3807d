using System.Text.Json.Serialization;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards;

/// <summary>The documents of leaderboards' endpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GameModeListAnswer))]
[JsonSerializable(typeof(SubmitScoreRequest))]
[JsonSerializable(typeof(SubmitScoreAnswer))]
[JsonSerializable(typeof(SubmitBatchRequest))]
[JsonSerializable(typeof(SubmitBatchAnswer))]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(PlayerRankAnswer))]
[JsonSerializable(typeof(PlayerStatsAnswer))]
[JsonSerializable(typeof(PlayerRequest))]
[JsonSerializable(typeof(PlayerAnswer))]
[JsonSerializable(typeof(PlayerListAnswer))]
[JsonSerializable(typeof(ContestRequest))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(ContestAnswer))]
[JsonSerializable(typeof(ContestListAnswer))]
[JsonSerializable(typeof(RankHistoryAnswer))]
[JsonSerializable(typeof(ArchiveListAnswer))]
[JsonSerializable(typeof(ArchiveAnswer))]
[JsonSerializable(typeof(FlagListAnswer))]
[JsonSerializable(typeof(BanRequest))]
[JsonSerializable(typeof(AdjustRequest))]
[JsonSerializable(typeof(ModerationAnswer))]
[JsonSerializable(typeof(BoardPurge))]
[JsonSerializable(typeof(LeaderboardUpdate))]
[JsonSerializable(typeof(RankChange))]
[JsonSerializable(typeof(RecentScores))]
[JsonSerializable(typeof(LeaderboardSubscription))]
[JsonSerializable(typeof(ModeFiguresAnswer))]
internal sealed partial class LeaderboardsJson : JsonSerializerContext;
