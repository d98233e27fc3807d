using System.Diagnostics;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Leaderboards.Matchmaking;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>How far apart players and the opponents they are offered are in the skill they were given.</summary>
internal static class MatchQuality
{
    private const int Asked = 5;

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        int[] active = [.. Enumerable.Range(0, record.World.Players)
            .Where(player => record.LastDay[player] >= PlayWorld.Days - 7 && record.GamesOf[player] >= 20)
            .Where(player => record.CheatedGames[player] == 0)];
        var found = new Opponent[Asked];
        double gap = 0, anyGap = 0;
        int pairs = 0, full = 0, sameRegion = 0;
        long elapsed = 0;
        var draw = new Draw(1, 1, 1);
        foreach (int player in active)
        {
            long start = Stopwatch.GetTimestamp();
            int count = record.Models.FindOpponents((ulong)player, -1, record.World.TodayMs, found);
            elapsed += Stopwatch.GetTimestamp() - start;
            full += count == Asked ? 1 : 0;
            for (int i = 0; i < count; i++)
            {
                gap += Math.Abs(SkillOf(record, player) - SkillOf(record, (int)found[i].PlayerId));
                anyGap += Math.Abs(SkillOf(record, player) - SkillOf(record, active[draw.Below(active.Length)]));
                sameRegion += found[i].Region == record.Profiles[player].Region ? 1 : 0;
                pairs++;
            }
        }

        rows.Add(new QualityRow(
            "leaderboards", "skill between opponents, deviations (baseline: anybody active)", gap / pairs,
            anyGap / pairs, "at most a third", gap < anyGap / 3));
        double whole = 100.0 * full / active.Length;
        rows.Add(new QualityRow(
            "leaderboards", "searches that find five opponents, %", whole, 0, "at least 99 %", whole >= 99));
        BenchRun.Say($"  {active.Length:N0} searches, {1e6 * elapsed / Stopwatch.Frequency / active.Length:0.0} µs "
            + $"each, {100.0 * sameRegion / pairs:0} % of opponents from the same region");
    }

    private static double SkillOf(PlayRecord record, int player) =>
        record.Profiles[player].SkillOn(record.LastDay[player]);
}
