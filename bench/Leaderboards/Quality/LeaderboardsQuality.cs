using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;
using Catalog.Seed.Leaderboards;

namespace Catalog.Bench.Leaderboards.Quality;

/// <summary>
/// How good the models of play are: half a year of a world whose players, cheaters and leavers are known is played game
/// by game, and models, which are told nothing but the games, are asked as time goes on. Scale 1 is 60,000 players and
/// three million games. The thresholds were chosen on the worlds of other seeds.
/// </summary>
internal static class LeaderboardsQuality
{
    private const int Players = 60_000;
    private const int Seed = 7;
    private static readonly DateTimeOffset Today = new(2026, 9, 15, 0, 0, 0, TimeSpan.Zero);

    public static Task RunAsync(BenchRun run, RowSink<QualityRow> rows)
    {
        int players = Math.Max(5_000, (int)(Players * run.Scale));
        var world = new PlayWorld(players, Seed, Today.ToUnixTimeMilliseconds());
        BenchRun.Say($"  half a year of {players:N0} players");
        PlayRecord record = PlayRecord.Play(world, run.Cancel);
        BenchRun.Say($"  {record.Games:N0} games, models and all in {record.Elapsed.TotalSeconds:N0} s");
        CheatQuality.Run(record, rows);
        SkillQuality.Run(record, rows);
        ChurnQuality.Run(record, rows);
        InsightQuality.Run(record, rows);
        ProjectionQuality.Run(record, rows);
        MatchQuality.Run(record, rows);
        return Task.CompletedTask;
    }
}
