using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>
/// Cheaters found among honest players, some lucky, some learning, some playing all weekend. Counted are those who
/// began when there was a model and played at least 24 games since.
/// </summary>
internal static class CheatQuality
{
    private const int FewestGames = 24;
    private const int FewestWild = 3;
    private const double Bar = 95;

    public static void Run(PlayRecord record, RowSink<QualityRow> rows)
    {
        var cheaters = new List<int>();
        int honest = 0, found = 0, named = 0, right = 0, wrong = 0, wild = 0, wildRight = 0, wildWrong = 0;
        var latencies = new List<int>();
        for (int player = 0; player < record.World.Players; player++)
        {
            PlayerProfile profile = record.Profiles[player];
            bool isFlagged = record.FirstFlag[player].IsFlagged, isWild = record.WildGames[player] >= FewestWild;
            if (record.CheatedGames[player] == 0)
            {
                honest += record.GamesOf[player] >= FewestGames ? 1 : 0;
                wrong += isFlagged ? 1 : 0;
                wildWrong += isWild ? 1 : 0;
                continue;
            }

            right += isFlagged ? 1 : 0;
            wildRight += isWild ? 1 : 0;
            if (profile.CheatFrom < PlayRecord.FirstTraining || record.CheatedGames[player] < FewestGames) continue;
            cheaters.Add(player);
            wild += isWild ? 1 : 0;
            if (!isFlagged) continue;
            found++;
            latencies.Add(record.GamesUntilFlag[player]);
            named += (int)record.FirstFlag[player].Pattern == (int)profile.Cheat ? 1 : 0;
        }

        Add(rows, "cheaters found, %", Share(found, cheaters.Count), Share(wild, cheaters.Count));
        Add(rows, "flagged who cheat, %", Share(right, right + wrong), Share(wildRight, wildRight + wildWrong));
        latencies.Sort();
        BenchRun.Say($"  {cheaters.Count} cheaters beside {honest:N0} honest, {found} found, {wrong} honest flagged, "
            + $"{named} of the found named rightly; median of {latencies[latencies.Count / 2]} games until the flag");
        foreach (CheatKind kind in Enum.GetValues<CheatKind>()[1..])
        {
            int all = cheaters.Count(player => record.Profiles[player].Cheat == kind);
            int hit = cheaters.Count(
                player => record.Profiles[player].Cheat == kind && record.FirstFlag[player].IsFlagged);
            BenchRun.Say($"    {kind}: {hit} of {all}");
        }
    }

    private static void Add(RowSink<QualityRow> rows, string what, double value, double baseline) =>
        rows.Add(new QualityRow(
            "leaderboards", $"{what} (baseline: three scores beyond three deviations)", value, baseline,
            $"at least {Bar} %", value >= Bar));

    private static double Share(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}
