using System.Numerics;
using Catalog.Engine.Analytics;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The rollups of the boards: the specification's tables, and what its dashboard asks for beside them.
/// </summary>
public static class BoardRollups
{
    /// <summary>Who plays how much, by mode and region; for a fortnight by hour.</summary>
    public const string DailyPlayers = "analytics_daily_players";

    /// <summary>Quantiles of scores and durations of single games, by mode.</summary>
    public const string ScorePercentiles = "analytics_score_percentiles";

    /// <summary>How many single games brought how much: by mode and steps of <see cref="ScoreStep"/> points.</summary>
    public const string GameScores = "analytics_game_scores";

    /// <summary>
    /// How many players have how much altogether: what each day moved between the steps of <see cref="TotalBucket"/>,
    /// so that the sum of all days until one is the distribution at its end.
    /// </summary>
    public const string ScoreDistribution = "analytics_score_distribution";

    /// <summary>How many players played how many games a day; see <see cref="GamesBucket"/>.</summary>
    public const string GamesPerDay = "analytics_games_per_day";

    /// <summary>When people play: by mode, region, weekday and hour, UTC.</summary>
    public const string ModeHours = "analytics_mode_hours";

    /// <summary>How wide a step of <see cref="GameScores"/> is, in points.</summary>
    public const int ScoreStep = 500;

    private const int StepsPerOctave = 4;
    private static readonly DimensionSpec Mode = new("mode", "Game mode", 64);
    private static readonly DimensionSpec Region = new("region", "Region", 64);

    private static readonly RollupLevel[] ByDay = [new(TimeGrain.Day, 800), new(TimeGrain.Month, 0)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RollupSpec> All { get; } =
        [PlayersSpec(), PercentilesSpec(), GameScoresSpec(), DistributionSpec(), GamesPerDaySpec(), HoursSpec()];

    /// <summary>The step of a total: four to an octave; 0 for nothing and less. O(1).</summary>
    public static ulong TotalBucket(long total)
    {
        if (total <= 0) return 0;
        int octave = BitOperations.Log2((ulong)total);
        long quarter = octave >= 2 ? (total >> (octave - 2)) & 3 : (total << (2 - octave)) & 3;
        return 1 + (ulong)((octave * StepsPerOctave) + quarter);
    }

    /// <summary>The least total of a step. O(1).</summary>
    public static double TotalOf(ulong bucket)
    {
        if (bucket == 0) return 0;
        (int octave, int quarter) = ((int)(bucket - 1) / StepsPerOctave, (int)(bucket - 1) % StepsPerOctave);
        return Math.ScaleB(1 + (quarter / (double)StepsPerOctave), octave);
    }

    /// <summary>The step of a number of games a day: single up to nine, then from 10, 20 and 50 on. O(1).</summary>
    public static ulong GamesBucket(int games) => games switch
    {
        < 10 => (ulong)games,
        < 20 => 10,
        < 50 => 20,
        _ => 50,
    };

    private static RollupSpec PlayersSpec() => new()
    {
        Name = DailyPlayers,
        Title = "Players and games",
        Dimensions = [Mode, Region],
        Measures =
        [
            MeasureSpec.Distinct("active_players", "Active players"),
            MeasureSpec.Count("scores_submitted", "Scores submitted"),
            MeasureSpec.Count("games", "Games counted"),
            MeasureSpec.Count("held", "Held for review"),
            MeasureSpec.Count("player_days", "Days players played"),
            MeasureSpec.Count("new_players", "New players"),
            MeasureSpec.Sum("score_sum", "Points", MeasureUnit.Points),
            MeasureSpec.Sum("duration_sum", "Time played", MeasureUnit.Milliseconds),
            MeasureSpec.Ratio("mean_score", "Average score", ("score_sum", "games"), MeasureUnit.Points),
            MeasureSpec.Ratio(
                "mean_duration", "Average duration", ("duration_sum", "games"), MeasureUnit.Milliseconds),
            MeasureSpec.Ratio("held_rate", "Share held", ("held", "scores_submitted")),
            MeasureSpec.Ratio(
                "games_per_day", "Games a player and day", ("games", "player_days"), MeasureUnit.Points),
        ],
        Levels = [new(TimeGrain.Hour, 14 * 24), new(TimeGrain.Day, 1_100), new(TimeGrain.Month, 0)],
    };

    private static RollupSpec PercentilesSpec() => new()
    {
        Name = ScorePercentiles,
        Title = "Scores of single games",
        Dimensions = [Mode],
        Measures =
        [
            MeasureSpec.Count("games", "Games counted"),
            MeasureSpec.Quantiles("score", "Score", MeasureUnit.Points) with { Percentiles = [50, 75, 90, 95, 99] },
            MeasureSpec.Quantiles("duration", "Duration", MeasureUnit.Milliseconds),
        ],
        Levels = ByDay,
    };

    private static RollupSpec GameScoresSpec() => new()
    {
        Name = GameScores,
        Title = "How many games brought how much",
        Dimensions = [Mode, new("points", "Score", 512)],
        Measures = [MeasureSpec.Count("games", "Games")],
        Levels = ByDay,
    };

    private static RollupSpec DistributionSpec() => new()
    {
        Name = ScoreDistribution,
        Title = "How many players have how much",
        Dimensions = [Mode, new("bucket", "Total", 256)],
        Measures = [MeasureSpec.Count("player_count", "Players")],
        Levels = ByDay,
    };

    private static RollupSpec GamesPerDaySpec() => new()
    {
        Name = GamesPerDay,
        Title = "Games a player and day",
        Dimensions = [Mode, new("count", "Games", 64)],
        Measures = [MeasureSpec.Count("player_days", "Days players played")],
        Levels = ByDay,
    };

    private static RollupSpec HoursSpec() => new()
    {
        Name = ModeHours,
        Title = "When people play",
        Dimensions = [Mode, Region, new("weekday", "Weekday", 7), new("hour", "Hour", 24)],
        Measures =
        [
            MeasureSpec.Count("scores_submitted", "Scores submitted"),
            MeasureSpec.Count("held", "Held for review"),
        ],
        Levels = [new(TimeGrain.Day, 400), new(TimeGrain.Month, 0)],
    };
}
