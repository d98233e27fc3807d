using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards;

/// <summary>
/// A set of a million members behind the port for clients of Redis, and in Redis, driven by the same redis-benchmark
/// commands: writes as each keeps them, reads, and the memory. All servers run, and take turns, so that what else the
/// machine does meets all of them.
/// </summary>
internal static class RespVersus
{
    private const string Layer = "resp";
    private static readonly int[] Pipelines = [1, 16];

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        var ours = new List<RespContestant>();
        var theirs = new List<RespContestant>();
        try
        {
            ours.Add(await RespContestant.StartOursAsync(run, isInMemory: false));
            if (Directory.Exists(RespContestant.Memory))
                ours.Add(await RespContestant.StartOursAsync(run, isInMemory: true));
            foreach (string? keeping in new[] { null, "no", "everysec", "always" })
                theirs.Add(await RespContestant.StartRedisAsync(run, keeping));
            Subject memory = SubjectOf($"{RespLoad.MemberCount:N0} members, resident memory a member");
            rows.Add(VersusRow.Cost(memory, theirs[0].Name, ours[0].BytesAMember, theirs[0].BytesAMember, "B"));
            foreach (RespLoad load in RespLoad.All)
            {
                // What only looks is kept by nobody: one of each will do.
                RespContestant[] writers = [.. ours, .. theirs];
                RespContestant[] turn = load.IsWrite ? writers : [ours[0], theirs[0]];
                foreach (int pipeline in Pipelines) await CompareAsync(run, rows, turn, (load, pipeline));
            }
        }
        finally
        {
            foreach (RespContestant contestant in ours.Concat(theirs)) await contestant.DisposeAsync();
        }
    }

    private static async Task CompareAsync(
        BenchRun run, RowSink<VersusRow> rows, RespContestant[] turn, (RespLoad Load, int Pipeline) what)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{what.Load.Name}, P={what.Pipeline}");
        double[][] figures = [.. turn.Select(_ => new double[run.Runs])];
        ProcessCost[] costs = [.. turn.Select(static one => one.Cost)];
        for (int round = 0; round < run.Runs; round++)
        {
            for (int i = 0; i < turn.Length; i++)
            {
                run.Cancel.ThrowIfCancellationRequested();
                figures[i][round] = await RedisBenchmark.RunAsync(turn[i].Port, what.Load, what.Pipeline, run.Folder);
            }
        }

        for (int i = 0; i < turn.Length; i++)
        {
            string all = string.Join(
                " · ", figures[i].Select(static v => v.ToString("N0", CultureInfo.InvariantCulture)));
            long answers = (long)run.Runs * what.Load.CountAt(what.Pipeline);
            BenchRun.Say($"  {turn[i].Name}: {name}: {all} · {turn[i].Cost.Since(costs[i], answers)}");
        }

        for (int i = 0; i < turn.Length; i++)
        {
            for (int j = 0; j < turn.Length && turn[i].IsOurs; j++)
            {
                if (turn[j].IsOurs) continue;
                rows.Add(VersusRow.Rate(
                    SubjectOf($"{name}, {turn[i].Name}"), turn[j].Name, Rounds.Median(figures[i]),
                    Rounds.Median(figures[j])));
            }
        }
    }

    private static Subject SubjectOf(string workload) => new("leaderboards", workload, Layer);
}
