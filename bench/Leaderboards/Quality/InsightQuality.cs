using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Leaderboards.Insights;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>
/// Planted habits found in histories of at least 150 games, 50 on either side, with the right size; and what is said
/// of players who have none. The naive way compares means and says what differs by 5 %.
/// </summary>
internal static class InsightQuality
{
    private const int FewestGames = 150;
    private const int FewestOfHabit = 50;
    private const double FoundBar = 80;
    private const double FalseBar = 5;

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        int planted = 0, found = 0, plain = 0, told = 0, naive = 0;
        double miss = 0;
        for (int player = 0; player < record.World.Players; player++)
        {
            List<PlayedGame>? history = record.Histories[player];
            PlayerProfile profile = record.Profiles[player];
            if (history is null || history.Count < FewestGames || profile.Cheat != CheatKind.None) continue;
            PlayedGame[] games = [.. history];
            InsightReport report = PlayerInsights.Find(games, GameModes.All.Count);
            if (profile.Habit == Habit.None)
            {
                plain++;
                told += report.Insights.Any(each => each.Factor != InsightFactor.Progress) ? 1 : 0;
                naive += IsNaivelyTold(games) ? 1 : 0;
                continue;
            }

            (InsightFactor factor, string group, int sign) = Expected(profile.Habit);
            if (!HasEnough(games, profile.Habit)) continue;
            planted++;
            foreach (PerformanceInsight each in report.Insights)
            {
                if (each.Factor != factor || each.Group != group || Math.Sign(each.Effect) != sign) continue;
                found++;
                miss += Math.Abs(Math.Abs(each.Effect) - profile.HabitEffect);
            }
        }

        double share = 100.0 * found / Math.Max(1, planted), wrong = 100.0 * told / Math.Max(1, plain);
        rows.Add(new QualityRow(
            "leaderboards", "planted habits found, %", share, 0, $"at least {FoundBar} %", share >= FoundBar));
        rows.Add(new QualityRow(
            "leaderboards", "players without a habit who are told one, % (baseline: means that differ by 5 %)", wrong,
            100.0 * naive / Math.Max(1, plain), $"at most {FalseBar} %", wrong <= FalseBar));
        BenchRun.Say($"  {planted} habits, {found} found, off by {100 * miss / Math.Max(1, found):0.0} points on "
            + $"average; {plain} players without");
    }

    private static (InsightFactor Factor, string Group, int Sign) Expected(Habit habit) => habit switch
    {
        Habit.Evening => (InsightFactor.PartOfDay, "evening", 1),
        Habit.Morning => (InsightFactor.PartOfDay, "morning", 1),
        Habit.Tires => (InsightFactor.Fatigue, "late in a session", -1),
        Habit.StartsSlowly => (InsightFactor.WarmUp, "first game", -1),
        _ => (InsightFactor.Weekend, "weekend", 1),
    };

    // A habit that hardly ever shows cannot be found: both sides need games.
    private static bool HasEnough(PlayedGame[] games, Habit habit)
    {
        int inside = 0, session = 0;
        for (int i = 0; i < games.Length; i++)
        {
            long beganMs = games[i].TimeMs - (games[i].DurationSeconds * 1000L);
            session = i > 0 && beganMs - games[i - 1].TimeMs < 20 * 60_000 ? session + 1 : 0;
            DateTimeOffset began = DateTimeOffset.FromUnixTimeMilliseconds(beganMs);
            inside += habit switch
            {
                Habit.Evening => began.Hour is >= 18 and < 23,
                Habit.Morning => began.Hour is >= 6 and < 12,
                Habit.Tires => session >= 5,
                Habit.StartsSlowly => session == 0,
                _ => began.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            } ? 1 : 0;
        }

        return inside >= FewestOfHabit && games.Length - inside >= FewestOfHabit;
    }

    private static bool IsNaivelyTold(PlayedGame[] games)
    {
        double mean = games.Average(static game => game.Score);
        return games.GroupBy(static game => DateTimeOffset.FromUnixTimeMilliseconds(game.TimeMs).Hour / 6)
            .Any(part => Math.Abs((part.Average(static game => game.Score) / mean) - 1) >= 0.05);
    }
}
