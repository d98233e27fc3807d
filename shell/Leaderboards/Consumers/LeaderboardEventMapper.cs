using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Shell.Events;

namespace Catalog.Shell.Leaderboards.Consumers;

/// <summary>
/// What the modes' facts are called outside. The key is the game mode, so events of one mode come in order. Of who is
/// hidden only submissions and suspicions are told, which players do not read.
/// </summary>
public sealed class LeaderboardEventMapper : IEventMapper
{
    private const int Top = 100;

    /// <inheritdoc/>
    public IReadOnlyList<string> Topics { get; } =
    [
        LeaderboardTopics.Scores, LeaderboardTopics.Boards, LeaderboardTopics.Cheats, LeaderboardTopics.Achievements,
    ];

    /// <inheritdoc/>
    public bool Maps(in EventHeader header, string topic) =>
        header.Partition.System == LeaderboardMachine.Id && topic switch
        {
            LeaderboardTopics.Scores => header.Type is 10 or 11,
            LeaderboardTopics.Boards => header.Type is 10 or 20 or 34,
            LeaderboardTopics.Cheats => header.Type is 11 or 36,
            LeaderboardTopics.Achievements => header.Type is 10 or 22,
            _ => false,
        };

    /// <inheritdoc/>
    public void Map(in EventEnvelope fact, EventSink sink)
    {
        ulong mode = fact.Header.Partition.Key;
        switch (fact.Header.Type)
        {
            case 10: Map(mode, fact.Read<ScoreCounted>(), sink); break;
            case 11: Map(mode, fact.Read<ScoreHeld>(), sink); break;
            case 20: Map(mode, fact.Read<WindowClosed>(), sink); break;
            case 22: Map(mode, fact.Read<RewardGranted>(), sink); break;
            case 34: Map(mode, fact.Read<ScoresRemoved>(), sink); break;
            case 36: Map(mode, fact.Read<AnomalyFlagged>(), sink); break;
            default: break;
        }
    }

    private static void Map(ulong mode, in ScoreCounted fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.ScoreSubmitted, mode, fact.PlayerId);
        WriteGame(json, fact.SubmissionId, fact.Score, fact.DurationSeconds, fact.Region);
        json.WriteBoolean("isValid", true);
        sink.End();
        if (fact.IsHidden) return;
        json = Begin(sink, LeaderboardTopics.RankChanged, mode, fact.PlayerId);
        WriteRanks(json, fact.Total, fact.Rank, fact.OldRank);
        sink.End();
        if (fact.IsPersonalBest && fact.OldRank > 0)
        {
            Begin(sink, LeaderboardTopics.NewHighScore, mode, fact.PlayerId).WriteNumber("score", fact.Score);
            sink.End();
        }

        if (fact.Rank > Top || fact.OldRank is > 0 and <= Top) return;
        WriteRanks(Begin(sink, LeaderboardTopics.TopHundred, mode, fact.PlayerId), fact.Total, fact.Rank, fact.OldRank);
        sink.End();
    }

    private static void Map(ulong mode, in ScoreHeld fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.ScoreSubmitted, mode, fact.PlayerId);
        WriteGame(json, fact.SubmissionId, fact.Score, fact.DurationSeconds, fact.Region);
        json.WriteBoolean("isValid", false);
        sink.End();
        json = Begin(sink, LeaderboardTopics.CheatDetected, mode, fact.PlayerId);
        WriteGame(json, fact.SubmissionId, fact.Score, fact.DurationSeconds, fact.Region);
        json.WriteString("caseId", fact.CaseId.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("reasons");
        foreach (string reason in BoardAnswers.ReasonsOf(fact.Reasons)) json.WriteStringValue(reason);
        json.WriteEndArray();
        sink.End();
    }

    private static void Map(ulong mode, in AnomalyFlagged fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.CheatDetected, mode, fact.PlayerId);
        json.WriteString("caseId", fact.CaseId.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("anomalyScore", Math.Round(fact.Score, 3));
        json.WriteString("pattern", BoardAnswers.PatternOf(fact.Pattern));
        json.WriteStartArray("reasons");
        foreach (AnomalyReason reason in fact.Reasons) json.WriteStringValue(reason.Code);
        json.WriteEndArray();
        sink.End();
    }

    private static void Map(ulong mode, in WindowClosed fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.WindowClosed, mode);
        json.WriteString("type", BoardTypes.NameOf(fact.Kind));
        json.WriteString("window", BoardCalendar.NameOf(fact.Kind, fact.Window));
        json.WriteNumber("participants", fact.Participants);
        sink.End();
    }

    private static void Map(ulong mode, in RewardGranted fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.Rewarded, mode, fact.PlayerId);
        json.WriteString("type", BoardTypes.NameOf(fact.Board.Kind));
        json.WriteString("window", BoardTypes.WindowOf(fact.Board));
        json.WriteNumber("rank", fact.Rank);
        json.WriteNumber("score", fact.Score);
        json.WriteString("reward", fact.Reward);
        sink.End();
    }

    private static void Map(ulong mode, in ScoresRemoved fact, EventSink sink)
    {
        Utf8JsonWriter json = Begin(sink, LeaderboardTopics.Corrected, mode, fact.PlayerId);
        json.WriteNumber("removedScore", fact.Total);
        json.WriteNumber("freedRank", fact.Rank);
        sink.End();
    }

    private static Utf8JsonWriter Begin(EventSink sink, EventName name, ulong mode, ulong playerId = 0)
    {
        string slug = GameModes.Find(mode)?.Slug ?? mode.ToString(CultureInfo.InvariantCulture);
        Utf8JsonWriter json = sink.Begin(name, slug);
        json.WriteString("gameMode", slug);
        if (playerId != 0) json.WriteString("playerId", playerId.ToString(CultureInfo.InvariantCulture));
        return json;
    }

    private static void WriteGame(Utf8JsonWriter json, ulong submissionId, int score, int seconds, byte region)
    {
        json.WriteString("submissionId", submissionId.ToString("x16", CultureInfo.InvariantCulture));
        json.WriteNumber("score", score);
        json.WriteNumber("gameDurationSeconds", seconds);
        if (GameModes.RegionName(region) is { } name) json.WriteString("region", name);
    }

    private static void WriteRanks(Utf8JsonWriter json, long total, long rank, long oldRank)
    {
        json.WriteNumber("totalScore", total);
        json.WriteNumber("rank", rank);
        if (oldRank > 0) json.WriteNumber("previousRank", oldRank);
    }
}
