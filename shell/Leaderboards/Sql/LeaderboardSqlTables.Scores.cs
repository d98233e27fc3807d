using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Leaderboards.Sql;

/// <content>What scores and moderators do.</content>
internal sealed partial class LeaderboardSqlTables
{
    private static void MapCounted(in EventHeader header, ScoreCounted fact, SqlBatch into)
    {
        ulong mode = header.Partition.Key;
        string id = SubmissionUuid.Of(mode, header.TimeMs, fact.PlayerId, fact.SubmissionId);
        string? region = GameModes.RegionName(fact.Region);
        DateTime at = SqlText.Time(header.TimeMs);
        into.Put(LeaderboardTables.Submissions, id)
            .Set("player_id", fact.PlayerId)
            .Set("game_mode_id", mode)
            .Set("score", fact.Score)
            .Set("game_duration_seconds", fact.DurationSeconds)
            .Set("submitted_at", at)
            .Set("is_valid", true)
            .Set("counted", fact.Counted)
            .Set("region", region);
        // A score that does not change keeps its place; whoever has none yet takes one.
        SqlRow player = Count(in header, fact.PlayerId, fact.Total, fact.Counted != 0 || fact.OldRank == 0, into);
        player.Add("games_played", 1)
            .Add("play_seconds", fact.DurationSeconds)
            .Set("last_submitted_at", at)
            .Set("region", region);
        into.Put(LeaderboardTables.PlayerDays, DayOf(header.TimeMs), mode, fact.PlayerId)
            .Add("submissions", 1)
            .Add("games_counted", 1);
    }

    private static void MapHeld(in EventHeader header, ScoreHeld fact, SqlBatch into)
    {
        ulong mode = header.Partition.Key;
        into.Put(
                LeaderboardTables.Submissions,
                SubmissionUuid.Of(mode, header.TimeMs, fact.PlayerId, fact.SubmissionId))
            .Set("player_id", fact.PlayerId)
            .Set("game_mode_id", mode)
            .Set("score", fact.Score)
            .Set("game_duration_seconds", fact.DurationSeconds)
            .Set("submitted_at", SqlText.Time(header.TimeMs))
            .Set("is_valid", false)
            .Set("region", GameModes.RegionName(fact.Region))
            .Set("reasons", BoardAnswers.ReasonsOf(fact.Reasons));
        into.Put(LeaderboardTables.PlayerDays, DayOf(header.TimeMs), mode, fact.PlayerId).Add("submissions", 1);
    }

    /// <summary>One that was held and cleared, or comes from elsewhere; that has no id but its fact's place.</summary>
    private static void MapLate(in EventHeader header, HeldScoreCounted fact, SqlBatch into)
    {
        ulong mode = header.Partition.Key;
        bool isNew = fact.SubmissionId == 0;
        ulong submission = isNew ? (ulong)header.Position : fact.SubmissionId;
        into.Put(
                LeaderboardTables.Submissions, SubmissionUuid.Of(mode, fact.PlayedMs, fact.PlayerId, submission))
            .Set("player_id", fact.PlayerId)
            .Set("game_mode_id", mode)
            .Set("score", fact.Score)
            .Set("game_duration_seconds", fact.DurationSeconds)
            .Set("submitted_at", SqlText.Time(fact.PlayedMs))
            .Set("is_valid", true)
            .Set("counted", fact.Counted)
            .Set("region", GameModes.RegionName(fact.Region));
        Count(in header, fact.PlayerId, fact.Total, fact.Counted != 0, into)
            .Add("games_played", 1)
            .Add("play_seconds", fact.DurationSeconds);
        into.Put(LeaderboardTables.PlayerDays, DayOf(fact.PlayedMs), mode, fact.PlayerId)
            .Add("submissions", isNew ? 1 : 0)
            .Add("games_counted", 1);
    }

    private static void MapAdjusted(in EventHeader header, ScoreAdjusted fact, SqlBatch into) =>
        Count(in header, fact.PlayerId, fact.Total, fact.Delta != 0, into);

    private static SqlRow Count(in EventHeader header, ulong playerId, long total, bool isReached, SqlBatch into)
    {
        SqlRow row = into.Put(LeaderboardTables.PlayerModes, playerId, header.Partition.Key)
            .Set("total_score", total)
            .Set("is_ranked", true);
        return isReached ? row.Set("reached_at", header.Position) : row;
    }

    private static void MapBan(ulong mode, PlayerBanned fact, SqlBatch into) =>
        into.Put(LeaderboardTables.PlayerModes, fact.PlayerId, mode)
            .Set("ban", NameOf(fact.Kind))
            .Set("banned_until", SqlText.TimeOrNull(fact.UntilMs));

    private static void MapUnban(ulong mode, PlayerUnbanned fact, SqlBatch into) =>
        into.Put(LeaderboardTables.PlayerModes, fact.PlayerId, mode).Set("ban", null).Set("banned_until", null);

    private static string NameOf(BanKind kind) => kind switch
    {
        BanKind.Shadow => "shadow",
        BanKind.Temporary => "temporary",
        _ => "permanent",
    };

    private static void MapRemoved(in EventHeader header, ScoresRemoved fact, SqlBatch into)
    {
        ulong mode = header.Partition.Key;
        into.Put(LeaderboardTables.PlayerModes, fact.PlayerId, mode)
            .Set("total_score", 0)
            .Set("is_ranked", false)
            .Set("games_played", 0)
            .Set("play_seconds", 0);
        (long player, int id) = ((long)fact.PlayerId, (int)mode);
        into.Run(LeaderboardSql.RemoveSubmissions, player, id, SqlText.Time(header.TimeMs));
        into.Run(LeaderboardSql.RemoveFromArchives, player, id);
    }
}
