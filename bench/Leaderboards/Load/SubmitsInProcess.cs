using System.Diagnostics;
using Catalog.Bench.Shared;
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
internal sealed class SubmitsInProcess
{
    private const int BatchSize = 250;
    private const int LanesAMode = 3;

    private readonly Lock _gate = new();
    private readonly SystemHandle<LeaderboardState> _modes;
    private readonly long[] _played = new long[GameModes.All.Count];
    private ulong _submissions;

    private SubmitsInProcess(SystemHandle<LeaderboardState> modes) => _modes = modes;

    /// <summary>Submissions a second that count.</summary>
    public static async Task<double> MeasureAsync(BenchRun run)
    {
        var options = new EngineOptions { Shards = 1 };
        await using var engine = new CatalogEngine(options, EngineStorage.OpenFolder(run.NewFolder("engine")));
        var submits = new SubmitsInProcess(engine.Add(new LeaderboardMachine()));
        await engine.StartAsync();
        await Task.WhenAll(GameModes.All.Select(mode =>
            GamePopulation.SeedModeAsync(submits._modes, mode.Id, TermsOf(mode))));
        await submits.RunAsync(TimeSpan.FromSeconds(2), run.Cancel);
        return await Rounds.MedianAsync(run, "submits through the engine", async () =>
        {
            CpuTime cpu = CpuTime.Now();
            long start = Stopwatch.GetTimestamp();
            long count = await submits.RunAsync(run.Duration, run.Cancel);
            BenchRun.Say(CpuTime.Describe("  a submission", count, cpu));
            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }

    private async Task<long> RunAsync(TimeSpan duration, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        IEnumerable<Task<long>> lanes = GameModes.All
            .SelectMany(static mode => Enumerable.Repeat(mode, LanesAMode))
            .Select(mode => Task.Run(() => RunLaneAsync(mode, start, duration), cancel));
        return (await Task.WhenAll(lanes)).Sum();
    }

    private async Task<long> RunLaneAsync(GameMode mode, long start, TimeSpan duration)
    {
        long count = 0;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            SubmitScores batch;
            lock (_gate) batch = BatchOf(mode);
            Reply<SubmitResults> reply = await _modes.ExecuteAsync<SubmitScores, SubmitResults>(mode.Id, batch);
            bool isCounted = reply.HasValue && reply.Value.Code == BoardCode.Ok
                && reply.Value.Results[0].Code == BoardCode.Ok && reply.Value.Results[^1].Code == BoardCode.Ok;
            if (!isCounted) throw new InvalidOperationException($"Unexpected answer: {Describe(reply)}.");
            count += BatchSize;
        }

        return count;
    }

    private static string Describe(Reply<SubmitResults> reply) => reply.HasValue
        ? $"{reply.Value.Code}: {string.Join(", ", reply.Value.Results.CountBy(static result => result.Code))}"
        : reply.Status.ToString();

    // Everybody plays again as soon as all others have, which may be within a minute.
    private static ModeTerms TermsOf(GameMode mode) => mode.Terms with { MinIntervalMs = 0 };

    private SubmitScores BatchOf(GameMode mode)
    {
        long nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var batch = new SubmitScore[BatchSize];
        for (int i = 0; i < batch.Length; i++)
        {
            (int player, int score) = GameOrder.Draw(_played[mode.Id - 1]++);
            batch[i] = new SubmitScore(
                nowMs, (ulong)(GamePopulation.FirstPlayer + player), ++_submissions, 1, score,
                mode.Terms.AverageGameSeconds, GamePopulation.RegionOf(player));
        }

        return new SubmitScores(nowMs, batch);
    }
}
