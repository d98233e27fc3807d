using System.Diagnostics;
using System.Globalization;
using System.Text;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Leaderboards;

namespace Catalog.Bench.Leaderboards;

/// <summary>
/// Rankings alone, by one thread over a million members, beside what they are to reach. What each operation costs is
/// said in processor time, too, which is what it is on a machine that others use meanwhile.
/// </summary>
internal static class RankingVersus
{
    private const string Layer = "in-process";
    private const string Aim = "the aim";
    private const int Million = 1_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private const double MostIdBytes = 40;
    private const double MostNameBytes = 60;
    private const double MostTenMillionMb = 450;

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        await MeasureSetAsync(run, rows);
        await MeasureWindowsAsync(run, rows);
        MeasureMemory(rows);
    }

    private static async Task MeasureSetAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        var figures = new RankingFigures();
        RankedSet set = figures.Filled();
        (string Name, Func<int> Act, double Aim)[] operations =
        [
            ("update, random scores, in batches", () => figures.UpdateMany(set, ScoreOperator.Set), 2_500_000),
            ("update, increments, in batches", () => figures.UpdateMany(set, ScoreOperator.Increment), 2_500_000),
            ("update, random scores, one by one", () => figures.Update(set), 2_500_000),
            ("rank, in batches", () => figures.RankMany(set), 4_000_000),
            ("rank, one by one", () => figures.Rank(set), 4_000_000),
            ("around-me(11), in batches", () => figures.AroundMany(set), 1_500_000),
            ("around-me(11), one by one", () => figures.Around(set), 1_500_000),
            ("top 100", () => figures.Top(set), 1_000_000),
        ];
        double allocated = 0;
        foreach ((string name, Func<int> act, double aim) in operations)
            allocated += await MeasureAsync(run, rows, name, act, aim);
        allocated = Math.Round(allocated, 2);
        rows.Add(VersusRow.Cost(SubjectOf("allocated by all of these"), "nothing", allocated, 0, "B/op"));
    }

    private static async Task MeasureWindowsAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        var figures = new RankingFigures();
        (MemberTable members, RankedTree[] trees) = figures.FilledWindows();
        const double aim = 400_000;
        await MeasureAsync(
            run, rows, "ten windows a submit, in batches", () => figures.SubmitMany(members, trees), aim);
        await MeasureAsync(
            run, rows, "ten windows a submit, one by one", () => figures.Submit(members, trees), aim);
    }

    /// <summary>The median of operations a second; answers what an operation allocated.</summary>
    private static async Task<double> MeasureAsync(
        BenchRun run, RowSink<VersusRow> rows, string name, Func<int> act, double aim)
    {
        long operations = 0, allocated = 0;
        Repeat(act, WarmUp);
        CpuTime cpu = CpuTime.Now();
        double perSecond = await Rounds.MedianAsync(run, name, () =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            (long done, double seconds) = Repeat(act, run.Duration);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            operations += done;
            return Task.FromResult(done / seconds);
        });
        BenchRun.Say(CpuTime.Describe(name, operations, cpu));
        rows.Add(VersusRow.Rate(SubjectOf($"{name}, 1 M members"), Aim, perSecond, aim));
        return (double)allocated / operations;
    }

    private static (long Operations, double Seconds) Repeat(Func<int> act, TimeSpan duration)
    {
        long operations = 0, start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration) operations += act();
        return (operations, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void MeasureMemory(RowSink<VersusRow> rows)
    {
        AddBytes("64-bit ids", (double)new RankingFigures().Filled().AllocatedBytes / Million, MostIdBytes);
        var named = new NamedRankedSet(new NamedRankedSetOptions { Capacity = Million });
        var random = new Random(1);
        Span<byte> name = stackalloc byte[32];
        for (int i = 0; i < Million; i++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"player-{i:00000}");
            int length = Encoding.UTF8.GetBytes(text, name);
            named.Add(name[..length], random.Next(), default, out _);
        }

        AddBytes("names of 12 or 13 bytes", (double)named.AllocatedBytes / Million, MostNameBytes);
        RankedSet tenMillion = new RankingFigures(10 * Million).Filled();
        rows.Add(VersusRow.Cost(
            SubjectOf("10 M members, 64-bit ids"), Aim, tenMillion.AllocatedBytes / 1e6, MostTenMillionMb, "MB"));

        void AddBytes(string what, double bytes, double most) =>
            rows.Add(VersusRow.Cost(SubjectOf($"a member of 1 M, {what}"), Aim, bytes, most, "B"));
    }

    private static Subject SubjectOf(string workload) => new("leaderboards", workload, Layer);
}
