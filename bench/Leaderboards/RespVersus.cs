using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards;

/// <summary>
/// A set of a million members behind the port for clients of Redis, and in Redis, driven by the same redis-benchmark
/// commands: writes as each keeps them, reads, and the memory.
/// </summary>
internal static class RespVersus
{
    private const string Layer = "resp";
    private static readonly int[] Pipelines = [1, 16];

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        var theirs = new Dictionary<string, Dictionary<string, double>>();
        double bytes = 0;
        foreach (string? keeping in new[] { null, "no", "everysec", "always" })
        {
            await using RespContestant redis = await RespContestant.StartRedisAsync(run, keeping);
            if (keeping is null) bytes = redis.BytesAMember;
            theirs[redis.Name] = await MeasureAsync(run, redis, withReads: keeping is null);
        }

        bool hasMemory = Directory.Exists(RespContestant.Memory);
        foreach (bool isInMemory in hasMemory ? new[] { false, true } : [false])
        {
            await using RespContestant ours = await RespContestant.StartOursAsync(run, isInMemory);
            Dictionary<string, double> figures = await MeasureAsync(run, ours, withReads: !isInMemory);
            foreach ((string load, double figure) in figures)
            {
                foreach ((string peer, Dictionary<string, double> peers) in theirs)
                {
                    if (!peers.TryGetValue(load, out double other)) continue;
                    rows.Add(VersusRow.Rate(SubjectOf($"{load}, {ours.Name}"), peer, figure, other));
                }
            }

            if (isInMemory) continue;
            Subject memory = SubjectOf($"{RespLoad.MemberCount:N0} members, resident memory a member");
            rows.Add(VersusRow.Cost(memory, "Redis, nothing kept", ours.BytesAMember, bytes, "B"));
        }
    }

    private static Subject SubjectOf(string workload) => new("leaderboards", workload, Layer);

    private static async Task<Dictionary<string, double>> MeasureAsync(
        BenchRun run, RespContestant contestant, bool withReads)
    {
        var figures = new Dictionary<string, double>();
        foreach (RespLoad load in RespLoad.All)
        {
            if (!load.IsWrite && !withReads) continue;
            foreach (int pipeline in Pipelines)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{load.Name}, P={pipeline}");
                ProcessCost start = contestant.Cost;
                figures[name] = await Rounds.MedianAsync(
                    run, $"{contestant.Name}: {name}",
                    () => RedisBenchmark.RunAsync(contestant.Port, load, pipeline, run.Folder));
                BenchRun.Say($"    {contestant.Cost.Since(start, (long)run.Runs * load.CountAt(pipeline))}");
            }
        }

        return figures;
    }
}
