using System.CommandLine;
using Catalog.Bench.Leaderboards.Load;
using Catalog.Bench.Leaderboards.Quality;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Pictures;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards;

/// <summary>Leaderboards, measured.</summary>
internal sealed class LeaderboardsBench : IBenchSystem
{
    public string Name => "leaderboards";

    public IReadOnlyList<LoadScenario> Scenarios { get; } = [LeaderboardsLoad.Scenario];

    public IReadOnlyList<Command> Commands { get; } = [];

    public Task<IReadOnlyList<ScreenshotPage>> StageAsync(DemoSession demo, bool isNew) =>
        BoardPages.StageAsync(demo, isNew);

    public async Task VersusAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        if (run.Wants("in-process")) await RankingVersus.RunAsync(run, rows);
        if (run.Wants("http")) await BoardsHttpVersus.RunAsync(run, rows);
        if (run.Wants("resp")) await RespVersus.RunAsync(run, rows);
    }

    public Task QualityAsync(BenchRun run, RowSink<QualityRow> rows) => LeaderboardsQuality.RunAsync(run, rows);
}
