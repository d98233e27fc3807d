using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// <c>load leaderboards</c>: 10,000 scores a second, then 50,000, from a game's servers over HTTP in requests of many,
/// open loop, each on the disk before its answer; meanwhile players listen for their own ranks. Then reads of the
/// first hundred, and what the engine does alone.
/// </summary>
internal static class LeaderboardsLoad
{
    private const string Name = "leaderboards";
    private const string Submits = "submits";
    private const string Reads = "reads";

    /// <summary>The demo's administrator, whom a game's servers sign in as.</summary>
    public const string Email = "admin@catalog.test";

    /// <summary>The administrator's password.</summary>
    public const string Password = "demo-admin-1";

    private const int RequestsASecond = 100;
    private const int ConnectionCount = 32;
    private const int WatchedCount = 200;
    private const double SustainedPerSecond = 10_000;
    private const double PeakPerSecond = 50_000;
    private const double EnoughOfRate = 0.99;
    private const double MostRankMs = 200;
    private const double MostLag = 1_000;
    private const double LeastReads = 100_000;

    // More would have somebody play twice within a minute, which is held.
    private static readonly TimeSpan LongestPeak = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSustained = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "scores at 10,000 and 50,000 a second, ranks told meanwhile, reads of the first hundred", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        if (run.Wants(Submits) || run.Wants(Reads)) await RunServerAsync(run, rows);
        if (!run.Wants("durable")) return;
        double submits = await SubmitsInProcess.MeasureAsync(run);
        rows.Add(new LoadRow(
            Name, "submits in process, synced", submits, "submits/s", $"at least {PeakPerSecond:N0}",
            submits >= PeakPerSecond));
    }

    private static async Task RunServerAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        string data = run.NewFolder("data");
        BenchRun.Say($"  {GamePopulation.PlayerCount:N0} players with a score in each mode");
        await GamePopulation.SeedAsync(data);
        string[] settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=true"];
        await using (ServerProcess server = await ServerProcess.StartAsync(run, data, settings))
        {
            string token = await LoadAccounts.SignInAsync(server.Address, Email, Password, run.Cancel);
            if (run.Wants(Submits)) await SubmitAsync(run, rows, server, token);
            if (run.Wants(Reads)) await ReadAsync(run, rows, server);
        }

        if (!run.Wants(Reads)) return;
        double reads = await SnapshotReads.InProcessAsync(run, data);
        rows.Add(new LoadRow(
            Name, "top-100 reads from the snapshot, in process, one thread", reads, "reads/s",
            $"at least {LeastReads:N0}", reads >= LeastReads));
    }

    private static async Task SubmitAsync(BenchRun run, RowSink<LoadRow> rows, ServerProcess server, string token)
    {
        var order = new GameOrder();
        await using RankWatch watch = await RankWatch.StartAsync(server.Address, WatchedCount, run.Cancel);
        await HttpLoad.OpenAsync(
            server.Port, ConnectionCount, RequestsASecond, WarmUp, RequestsOf(order, token, SustainedPerSecond / 2));
        (string Title, double PerSecond, TimeSpan Longest)[] phases =
            [("sustained", SustainedPerSecond, LongestSustained), ("peak", PeakPerSecond, LongestPeak)];
        foreach ((string title, double perSecond, TimeSpan longest) in phases)
        {
            TimeSpan duration = run.Duration < longest ? run.Duration : longest;
            BatchRequests requests = RequestsOf(order, token, perSecond);
            var lag = new LagWatch(server.Address, token);
            ProcessCost start = server.Cost;
            Task<HttpScore> scoring = HttpLoad.OpenAsync(
                server.Port, ConnectionCount, RequestsASecond, duration, requests);
            Task<(LatencyHistogram Told, int Missing)> watching = watch.RunAsync(duration, run.Cancel);
            await lag.WatchAsync(scoring, () => requests.CountedCount, run.Cancel);
            HttpScore score = await scoring;
            BenchRun.Say($"  {title}: {score} · {server.Cost.Since(start, Math.Max(1, requests.CountedCount))}");
            AddSubmits(rows, title, perSecond, (score, requests));
            AddRanks(rows, title, await watching);
            rows.Add(new LoadRow(
                Name, $"{title}: furthest behind, {lag.Slowest}", lag.MostFacts, "facts", $"under {MostLag:N0}",
                lag.MostFacts < MostLag));
        }
    }

    private static BatchRequests RequestsOf(GameOrder order, string token, double perSecond) =>
        new(order, token, (int)(perSecond / RequestsASecond));

    private static void AddSubmits(
        RowSink<LoadRow> rows, string title, double offered, (HttpScore Score, BatchRequests Requests) got)
    {
        double perSecond = got.Requests.CountedCount / got.Score.Elapsed.TotalSeconds;
        double least = offered * EnoughOfRate;
        rows.Add(new LoadRow(
            Name, $"{title}: submits that count", perSecond, "submits/s", $"at least {least:N0}", perSecond >= least));
        long lost = got.Requests.AnsweredCount - got.Requests.CountedCount;
        rows.Add(new LoadRow(Name, $"{title}: submits that do not", lost, "submits", "exactly 0", lost == 0));
        long unanswered = got.Score.UnansweredCount;
        rows.Add(new LoadRow(Name, $"{title}: unanswered", unanswered, "requests", "exactly 0", unanswered == 0));
        foreach (double percent in new[] { 50, 99, 99.9 })
        {
            rows.Add(new LoadRow(
                Name, $"{title}: due to answered, p{percent}", got.Score.Latency.PercentileMs(percent), "ms", "",
                true));
        }
    }

    private static void AddRanks(RowSink<LoadRow> rows, string title, (LatencyHistogram Told, int Missing) ranks)
    {
        BenchRun.Say($"  {title}: own rank told: {ranks.Told}");
        rows.Add(new LoadRow(
            Name, $"{title}: score sent to rank told, p50", ranks.Told.PercentileMs(50), "ms", "", true));
        double p99 = ranks.Told.PercentileMs(99);
        rows.Add(new LoadRow(
            Name, $"{title}: score sent to rank told, p99", p99, "ms", $"under {MostRankMs} ms", p99 < MostRankMs));
        rows.Add(new LoadRow(
            Name, $"{title}: ranks never told", ranks.Missing, "ranks", "exactly 0", ranks.Missing == 0));
    }

    private static async Task ReadAsync(BenchRun run, RowSink<LoadRow> rows, ServerProcess server)
    {
        double documents = await SnapshotReads.OverHttpAsync(run, server, "top 100 over HTTP", entityTag: null);
        string tag = await SnapshotReads.EntityTagAsync(server, run.Cancel);
        double unchanged = await SnapshotReads.OverHttpAsync(run, server, "top 100 over HTTP, unchanged", tag);
        double floor = await ServerFloor.MeasureAsync(run, server);
        rows.Add(new LoadRow(Name, "top-100 reads over HTTP, 304", unchanged, "reads/s", "", true));
        rows.Add(new LoadRow(Name, "top-100 reads over HTTP, whole", documents, "reads/s", "", true));
        rows.Add(new LoadRow(Name, "an empty GET of the same server", floor, "requests/s", "", true));
    }
}
