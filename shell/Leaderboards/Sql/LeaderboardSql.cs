namespace Catalog.Shell.Leaderboards.Sql;

/// <summary>The parts of leaderboards' tables that are plain SQL.</summary>
internal static class LeaderboardSql
{
    /// <summary>The all-time board's first hundred as they stand, under a day's name.</summary>
    public const string SampleTop = """
        INSERT INTO leaderboards.analytics_top_players_history (date, game_mode_id, rank, player_id, score)
        SELECT $1, game_mode_id, row_number() OVER (ORDER BY total_score DESC, reached_at, player_id), player_id,
               total_score
        FROM leaderboards.player_modes WHERE game_mode_id = $2 AND is_ranked AND ban IS NULL
        ORDER BY total_score DESC, reached_at, player_id LIMIT 100
        ON CONFLICT DO NOTHING
        """;

    /// <summary>A player's submissions in a mode no longer count.</summary>
    public const string RemoveSubmissions = """
        UPDATE leaderboards.score_submissions SET is_valid = false, removed_at = $3
        WHERE player_id = $1 AND game_mode_id = $2 AND is_valid
        """;

    /// <summary>A player leaves a mode's final standings; who was behind moves up.</summary>
    public const string RemoveFromArchives = """
        WITH gone AS (
            DELETE FROM leaderboards.archive_entries WHERE player_id = $1 AND game_mode_id = $2
            RETURNING board, rank),
        fewer AS (
            UPDATE leaderboards.archives a SET participants = a.participants - 1
            FROM gone WHERE a.game_mode_id = $2 AND a.board = gone.board)
        UPDATE leaderboards.archive_entries e SET rank = e.rank - 1
        FROM gone WHERE e.game_mode_id = $2 AND e.board = gone.board AND e.rank > gone.rank
        """;

    /// <summary>
    /// Indexes, and the specification's views. Days are UTC's; the level is the API's; a bucket is named by its lower
    /// bound.
    /// </summary>
    public const string IndexesAndViews = """
        CREATE UNIQUE INDEX profiles_username ON leaderboards.profiles (username);
        CREATE INDEX idx_player_scores ON leaderboards.score_submissions (player_id, submitted_at DESC);
        CREATE INDEX score_submissions_time ON leaderboards.score_submissions USING brin (submitted_at);
        CREATE INDEX score_submissions_held ON leaderboards.score_submissions (submitted_at) WHERE NOT is_valid;
        CREATE INDEX player_modes_board ON leaderboards.player_modes
            (game_mode_id, total_score DESC, reached_at, player_id) WHERE is_ranked AND ban IS NULL;
        CREATE INDEX player_days_player ON leaderboards.player_days (player_id, date);
        CREATE INDEX archive_entries_player ON leaderboards.archive_entries (player_id);

        CREATE VIEW leaderboards.players AS
        SELECT p.id, p.username, p.email, 1 + floor(sqrt(coalesce(s.games_played, 0)))::integer AS level,
               coalesce(s.total_score, 0) AS total_score, coalesce(s.games_played, 0) AS games_played,
               p.created_at, p.region
        FROM leaderboards.profiles p
        LEFT JOIN (SELECT player_id, sum(total_score)::bigint AS total_score,
                          sum(games_played)::bigint AS games_played
                   FROM leaderboards.player_modes GROUP BY 1) s ON s.player_id = p.id
        WHERE p.username IS NOT NULL;

        CREATE VIEW leaderboards.analytics_daily_players AS
        SELECT d.date, m.name AS game_mode, count(*) AS active_players, sum(d.submissions) AS scores_submitted
        FROM leaderboards.player_days d JOIN leaderboards.game_modes m ON m.id = d.game_mode_id GROUP BY 1, 2;

        CREATE VIEW leaderboards.analytics_score_distribution AS
        WITH bounds AS (SELECT ARRAY[0, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000,
            1000000, 2000000, 5000000, 10000000, 20000000, 50000000, 100000000]::bigint[] AS of)
        SELECT m.name AS game_mode, coalesce(b.of[width_bucket(p.total_score, b.of)], 0) AS score_bucket,
               count(*) AS player_count
        FROM leaderboards.player_modes p JOIN leaderboards.game_modes m ON m.id = p.game_mode_id, bounds b
        WHERE p.is_ranked AND p.ban IS NULL GROUP BY 1, 2;
        """;
}
