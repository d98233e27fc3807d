using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>
/// When players reach a rank, said eight weeks before the end and held against what came; and who is among the first
/// ten of the last eight weeks' season after half of it.
/// </summary>
internal static class ProjectionQuality
{
    private const int Cut = PlayWorld.Days - 57;
    private const int Ahead = 56;
    private const double InsideBar = 70;

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        var misses = new List<double>();
        var naiveMisses = new List<double>();
        int inside = 0, said = 0;
        foreach (double share in new[] { 0.002, 0.005, 0.01, 0.02, 0.05 })
        {
            int rank = Math.Max(5, (int)(record.World.Players * share));
            double[] line = ThresholdOf(record, rank);
            var threshold = TotalsOf(line, Cut);
            for (int player = 0; player < record.World.Players; player++)
            {
                if (record.Totals[Cut][player] >= line[Cut] || record.Totals[Cut][player] < 0.5 * line[Cut]) continue;
                double[] own = LineOf(record, player);
                RankProjection projected = Projector.Project(rank, TotalsOf(own, Cut), threshold);
                if (projected.Outcome != ProjectionOutcome.Reached || projected.Days > Ahead) continue;
                int reached = FirstAbove(own, line);
                said++;
                inside += IsInside(projected, reached) ? 1 : 0;
                if (reached > Ahead) continue;
                misses.Add(Math.Abs(projected.Days - reached));
                double naive = (line[Cut] - own[Cut]) / Math.Max(1, own[Cut] / (Cut + 1));
                naiveMisses.Add(Math.Abs(Math.Min(naive, Ahead) - reached));
            }
        }

        misses.Sort();
        naiveMisses.Sort();
        double miss = misses[misses.Count / 2], naiveMiss = naiveMisses[misses.Count / 2];
        rows.Add(new QualityRow(
            "leaderboards", "rank reached, median days off (baseline: lifetime's pace, standing threshold)", miss,
            naiveMiss, "below the baseline", miss < naiveMiss));
        double held = 100.0 * inside / said;
        rows.Add(new QualityRow(
            "leaderboards", "rank reached within the 80 % band, %", held, 0, $"at least {InsideBar} %",
            held >= InsideBar));
        BenchRun.Say($"  {said} projections of at most {Ahead} days, {misses.Count} came true by then");
        Season(record, rows);
    }

    private static void Season(PlayRecord record, RowSink<QualityRow> rows)
    {
        int half = Cut + (Ahead / 2), end = PlayWorld.Days - 1;
        var standing = Enumerable.Range(0, record.World.Players)
            .Select(player => (Player: player, Score: record.Totals[half][player] - record.Totals[Cut][player]))
            .OrderByDescending(static each => each.Score).Take(300).ToArray();
        SeasonCandidate[] candidates = [.. standing.Select(each =>
        {
            double[] line = LineOf(record, each.Player);
            double before = record.Totals[Cut][each.Player];
            for (int day = 0; day < line.Length; day++) line[day] = Math.Max(0, line[day] - before);
            return new SeasonCandidate((ulong)each.Player, TotalsOf(line, half));
        })];
        HashSet<int> winners = [.. Enumerable.Range(0, record.World.Players)
            .OrderByDescending(player => record.Totals[end][player] - record.Totals[Cut][player]).Take(10)];
        int hits = SeasonForecast.Predict(candidates, end - half, 10).Take(10)
            .Count(each => winners.Contains((int)each.PlayerId));
        int naive = standing.Take(10).Count(each => winners.Contains(each.Player));
        rows.Add(new QualityRow(
            "leaderboards", "season's first ten known at half time (baseline: those who lead)", hits, naive,
            "not below the baseline", hits >= naive));
    }

    private static bool IsInside(RankProjection projected, int reached) =>
        reached > Ahead
            ? projected.Latest > Ahead
            : reached >= projected.Earliest - 1 && reached <= projected.Latest + 1;

    private static double[] ThresholdOf(PlayRecord record, int rank)
    {
        double[] line = new double[PlayWorld.Days];
        for (int day = 0; day < line.Length; day++)
        {
            float[] sorted = (float[])record.Totals[day].Clone();
            Array.Sort(sorted);
            line[day] = sorted[^rank];
        }

        return line;
    }

    private static double[] LineOf(PlayRecord record, int player) =>
        [.. record.Totals.Select(totals => (double)totals[player])];

    private static DailyTotals TotalsOf(double[] line, int today)
    {
        double[] gains = new double[Pace.MostDays];
        for (int i = 0; i < gains.Length; i++)
        {
            int day = today - gains.Length + 1 + i;
            gains[i] = line[day] - line[day - 1];
        }

        return new DailyTotals(line[today], gains);
    }

    private static int FirstAbove(double[] own, double[] line)
    {
        for (int day = Cut + 1; day < line.Length; day++)
            if (own[day] >= line[day]) return day - Cut;
        return int.MaxValue;
    }
}
