using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-recovery</c>: how long an engine takes until it is ready on a journal of 10 million booking facts:
/// without any snapshot, with the one a crash leaves behind, with the one a clean stop writes. Then the whole server.
/// </summary>
internal static class RecoveryLoad
{
    private const string Name = "booking-recovery";
    private const long FactCount = 10_000_000;
    private const long FactsBehindSnapshot = 1_000_000;
    private const int ShowtimeCount = 2_000;
    private const double MostSeconds = 10;
    private const double NanosecondsPerSecond = 1e9;

    // No snapshot but those asked for.
    private static readonly EngineOptions Options = new()
    {
        CheckpointBytes = long.MaxValue,
        CheckpointInterval = TimeSpan.FromDays(1),
    };

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "recovery of 10 million booking facts, in process", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        string data = run.NewFolder("data");
        string snapshots = Path.Combine(data, "snapshots");
        string atCrash = Path.Combine(data, "snapshots-at-crash");
        string atStop = Path.Combine(data, "snapshots-at-stop");
        await BuildAsync(data, () => Copy(snapshots, atCrash), run.Cancel);
        Copy(snapshots, atStop);
        var journal = new DirectoryInfo(Path.Combine(data, "journal"));
        rows.Add(Row("journal", journal.EnumerateFiles("*.seg").Sum(file => file.Length) / 1e6, "MB"));
        foreach ((string how, string? from) in new[]
        {
            ("no snapshot", null),
            (string.Create(CultureInfo.InvariantCulture, $"crash, {FactsBehindSnapshot:N0} facts behind"), atCrash),
            ("clean stop", atStop),
        })
        {
            await MeasureAsync(run, rows, how, () =>
            {
                Directory.Delete(snapshots, recursive: true);
                if (from is not null) Copy(from, snapshots);
                return data;
            });
        }

        Directory.Delete(snapshots, recursive: true);
        await MeasureServerAsync(run, rows, data);
    }

    /// <summary>The whole server on the same data: its models too are built from every fact.</summary>
    private static async Task MeasureServerAsync(BenchRun run, RowSink<LoadRow> rows, string data)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, "Catalog:Demo=false");
        double seconds = server.StartTime.TotalSeconds;
        rows.Add(Row("server with its models, no snapshot: ready after", seconds, "s"));
    }

    private static async Task BuildAsync(string data, Action onSnapshot, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        await using (var engine = new CatalogEngine(Options, EngineStorage.OpenFolder(data)))
        {
            SystemHandle<ShowtimeState> houses = engine.Add(new ShowtimeMachine());
            engine.HoldJournal(static () => 0);
            await engine.StartAsync();
            var journal = new RecoveryJournal(houses, ShowtimeCount);
            await journal.OpenAsync();
            await journal.WriteAsync(FactCount - FactsBehindSnapshot, cancel);
            await engine.CheckpointAsync(cancel);
            onSnapshot();
            await journal.WriteAsync(FactCount, cancel);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        BenchRun.Say(string.Create(CultureInfo.InvariantCulture, $"  journal written in {seconds:0.0} s"));
    }

    private static async Task MeasureAsync(BenchRun run, RowSink<LoadRow> rows, string how, Func<string> prepare)
    {
        var seconds = new List<double>();
        RecoveryReport report = default;
        for (int i = 0; i < run.Runs; i++)
        {
            string data = prepare();
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            await using var engine = new CatalogEngine(Options, EngineStorage.OpenFolder(data));
            engine.Add(new ShowtimeMachine());
            engine.HoldJournal(static () => 0);
            await engine.StartAsync();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            report = engine.Recovered;
            BenchRun.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  {how}: {seconds[^1]:0.00} s, of these replay {report.Elapsed.TotalSeconds:0.00} s"));
        }

        double median = seconds.Order().ElementAt(seconds.Count / 2);
        string bar = string.Create(CultureInfo.InvariantCulture, $"at most {MostSeconds} s");
        rows.Add(Row($"{how}: facts read", report.ReadCount, "facts"));
        rows.Add(new LoadRow(Name, $"{how}: ready after", median, "s", bar, median <= MostSeconds));
        if (report.ReadCount > 0)
            rows.Add(Row($"{how}: a fact", median * NanosecondsPerSecond / report.ReadCount, "ns"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static LoadRow Row(string metric, double value, string unit) => new(Name, metric, value, unit, "", true);
}
