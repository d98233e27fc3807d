using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Engines;
using Catalog.Bench.Shared.Measure;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// Submissions through the engine alone, shard, journal and sync included, without HTTP and without anybody who
/// listens: requests of many, as the server makes of what a game's servers send.
/// </summary>
internal sealed class SubmitsInProcess : ICommandSource<LeaderboardState, SubmitScores, SubmitResults>
{
    private const int BatchSize = 250;
    private static readonly PipelineShape Shape = new(8, 1);

    private readonly Lock _gate = new();
    private readonly SystemHandle<LeaderboardState> _modes;
    private readonly long[] _played = new long[GameModes.All.Count];
    private long _timeMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
    private ulong _submissions;

    private SubmitsInProcess(SystemHandle<LeaderboardState> modes) => _modes = modes;

    /// <summary>Submissions a second that count.</summary>
    public static async Task<double> MeasureAsync(BenchRun run)
    {
        var options = new EngineOptions { Shards = Environment.ProcessorCount };
        await using var engine = new CatalogEngine(options, EngineStorage.OpenFolder(run.NewFolder("engine")));
        var source = new SubmitsInProcess(engine.Add(new LeaderboardMachine()));
        await engine.StartAsync();
        await Task.WhenAll(GameModes.All.Select(mode => GamePopulation.SeedModeAsync(source._modes, mode)));
        var pipeline = new GroupPipeline<LeaderboardState, SubmitScores, SubmitResults>(
            source._modes, Environment.ProcessorCount, Shape, source);
        await pipeline.RunAsync(TimeSpan.FromSeconds(1), run.Cancel);
        return await Rounds.MedianAsync(run, "submits through the engine", async () =>
        {
            CpuTime cpu = CpuTime.Now();
            PipelineScore score = await pipeline.RunAsync(run.Duration, run.Cancel);
            BenchRun.Say(CpuTime.Describe("  a submission", score.Granted * BatchSize, cpu));
            return score.Granted * BatchSize / score.Elapsed.TotalSeconds;
        });
    }

    public void Fill(int shard, int commandCount, CommandGroup<LeaderboardState, SubmitScores, SubmitResults> group)
    {
        GameMode mode = GameModes.All[Random.Shared.Next(GameModes.All.Count)];
        while (_modes.ShardIndexOf(mode.Id) != shard) mode = GameModes.All[Random.Shared.Next(GameModes.All.Count)];
        lock (_gate) group.TryAdd(mode.Id, BatchOf(mode));
    }

    public bool IsGranted(in Reply<SubmitResults> reply)
    {
        bool isGranted = reply.HasValue && reply.Value.Code == BoardCode.Ok && reply.Value.Results.Count == BatchSize
            && reply.Value.Results[0].Code == BoardCode.Ok && reply.Value.Results[^1].Code == BoardCode.Ok;
        return isGranted ? true : throw new InvalidOperationException($"Unexpected answer: {reply}.");
    }

    // A clock of its own: everybody has played, so a minute has passed.
    private SubmitScores BatchOf(GameMode mode)
    {
        var batch = new SubmitScore[BatchSize];
        for (int i = 0; i < batch.Length; i++)
        {
            (int player, int score) = GameOrder.Draw(_played[mode.Id - 1]++);
            if (_played[mode.Id - 1] % GamePopulation.PlayerCount == 0) _timeMs += mode.Terms.MinIntervalMs;
            batch[i] = new SubmitScore(
                _timeMs, (ulong)(GamePopulation.FirstPlayer + player), ++_submissions, 1, score,
                mode.Terms.AverageGameSeconds, GamePopulation.RegionOf(player));
        }

        return new SubmitScores(_timeMs, batch);
    }
}
