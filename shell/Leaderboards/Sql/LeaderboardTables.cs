using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Leaderboards.Sql;

/// <summary>
/// Leaderboards' tables for analysts, under the specification's names. <c>players</c> is a view: what is known of a
/// player and what the player did come from different partitions.
/// </summary>
internal static class LeaderboardTables
{
    /// <summary>The schema they stand in.</summary>
    public const string Schema = "leaderboards";

    private const string Id = "bigint";
    private const string Mode = "integer";
    private const string Text = "text";
    private const string Time = "timestamptz";
    private const string CountFromZero = "NOT NULL DEFAULT 0";

    /// <summary>Accounts and players; who never played has no name yet.</summary>
    public static SqlTable Profiles { get; } = new(Schema, "profiles", 1,
        [new("id", Id), new("username", Text), new("email", Text), new("region", Text), new("created_at", Time)]);

    /// <summary>Game modes.</summary>
    public static SqlTable GameModes { get; } = new(Schema, "game_modes", 1,
    [
        new("id", Mode), new("name", Text, "NOT NULL"), new("max_score_per_game", "integer", "NOT NULL"),
        new("avg_game_duration_minutes", "integer", "NOT NULL"),
    ]);

    /// <summary>
    /// Submissions, counted and held. The id is made from what the journal says of one, so that the fact that counts a
    /// held one finds it again.
    /// </summary>
    public static SqlTable Submissions { get; } = new(Schema, "score_submissions", 1,
    [
        new("id", "uuid"), new("player_id", Id, "NOT NULL"), new("game_mode_id", Mode, "NOT NULL"),
        new("score", "integer", "NOT NULL"), new("game_duration_seconds", "integer", "NOT NULL"),
        new("submitted_at", Time, "NOT NULL"), new("is_valid", "boolean", "NOT NULL DEFAULT true"),
        new("counted", Id, CountFromZero), new("region", Text), new("reasons", "text[]", "NOT NULL DEFAULT '{}'"),
        new("removed_at", Time),
    ]);

    /// <summary>
    /// What a player has in a mode. Rows taken from the models know of every game up to their last: those are not
    /// added again.
    /// </summary>
    public static SqlTable PlayerModes { get; } = new(
        Schema, "player_modes", 2,
        [
            new("player_id", Id), new("game_mode_id", Mode), new("total_score", Id, CountFromZero),
            new("is_ranked", "boolean", "NOT NULL DEFAULT false"), new("reached_at", Id, CountFromZero),
            new("games_played", "integer", CountFromZero), new("play_seconds", Id, CountFromZero),
            new("last_submitted_at", Time, IsLatest: true), new("region", Text), new("ban", Text),
            new("banned_until", Time),
        ],
        addsWhen: "r.last_submitted_at > t.last_submitted_at");

    /// <summary>Who played on which day (UTC), and how often.</summary>
    public static SqlTable PlayerDays { get; } = new(Schema, "player_days", 3,
    [
        new("date", "date"), new("game_mode_id", Mode), new("player_id", Id),
        new("submissions", "integer", CountFromZero), new("games_counted", "integer", CountFromZero),
    ]);

    /// <summary>Windows, events and tournaments that ended.</summary>
    public static SqlTable Archives { get; } = new(Schema, "archives", 2,
    [
        new("game_mode_id", Mode), new("board", Text), new("type", Text, "NOT NULL"), new("period", Text, "NOT NULL"),
        new("ended_at", Time, "NOT NULL"), new("participants", Id, CountFromZero),
    ]);

    /// <summary>Their final standings, the first hundred, and what they brought.</summary>
    public static SqlTable ArchiveEntries { get; } = new(Schema, "archive_entries", 3,
    [
        new("game_mode_id", Mode), new("board", Text), new("player_id", Id), new("rank", "integer", "NOT NULL"),
        new("score", Id, "NOT NULL"), new("reward", Text),
    ]);

    /// <summary>The first hundred of the all-time board at the end of each day (UTC).</summary>
    public static SqlTable TopHistory { get; } = new(Schema, "analytics_top_players_history", 3,
    [
        new("date", "date"), new("game_mode_id", Mode), new("rank", "integer"), new("player_id", Id, "NOT NULL"),
        new("score", Id, "NOT NULL"),
    ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SqlTable> All { get; } =
        [Profiles, GameModes, Submissions, PlayerModes, PlayerDays, Archives, ArchiveEntries, TopHistory];
}
