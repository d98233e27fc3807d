using Catalog.Bench.Leaderboards.Load;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Leaderboards;

/// <summary>
/// Boards over HTTP, each beside an empty GET of the same server in the same run: the first hundred from the snapshot,
/// a player's places read from the mode's shard, and scores in requests of a hundred, synced before the answer.
/// </summary>
internal static class BoardsHttpVersus
{
    private const string Layer = "http";
    private const string Peer = "an empty GET of the same server";
    private const int GamesARequest = 100;
    private const int SubmitConnections = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        string data = run.NewFolder("data");
        await GamePopulation.SeedAsync(data);
        string[] settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=true"];
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, settings);
        string token = await LoadAccounts.SignInAsync(
            server.Address, LeaderboardsLoad.Email, LeaderboardsLoad.Password, run.Cancel);
        var ranks = new RankRequests();
        await HttpLoad.ClosedAsync(server.Port, ServerFloor.ClosedConnections, WarmUp, _ => ranks);
        double floor = await ServerFloor.MeasureAsync(run, server);
        double top = await SnapshotReads.OverHttpAsync(run, server, "top 100 over HTTP", entityTag: null);
        rows.Add(VersusRow.Rate(SubjectOf("GET top100"), Peer, top, floor));
        double rank = await Rounds.MedianAsync(run, "rank over HTTP", () => MeasureRanksAsync(run, server, ranks));
        rows.Add(VersusRow.Rate(SubjectOf("GET a player's rank and places"), Peer, rank, floor));
        var order = new GameOrder();
        double submits = await Rounds.MedianAsync(
            run, "submits over HTTP", () => MeasureSubmitsAsync(run, server, new(order, token, GamesARequest)));
        rows.Add(VersusRow.Rate(
            SubjectOf($"POST submit-batch of {GamesARequest}, synced, submits"), Peer, submits, floor));
    }

    private static async Task<double> MeasureRanksAsync(BenchRun run, ServerProcess server, RankRequests ranks)
    {
        ProcessCost start = server.Cost;
        HttpScore score = await HttpLoad.ClosedAsync(
            server.Port, ServerFloor.ClosedConnections, run.Duration, _ => ranks);
        BenchRun.Say($"    {score} · {server.Cost.Since(start, score.Latency.Count)}");
        ServerFloor.ThrowUnlessAll(score, 200);
        return score.PerSecond;
    }

    private static async Task<double> MeasureSubmitsAsync(BenchRun run, ServerProcess server, BatchRequests requests)
    {
        ProcessCost start = server.Cost;
        HttpScore score = await HttpLoad.ClosedAsync(server.Port, SubmitConnections, run.Duration, _ => requests);
        BenchRun.Say($"    {score} · {server.Cost.Since(start, Math.Max(1, requests.AnsweredCount))}");
        ServerFloor.ThrowUnlessAll(score, 200);
        // A player who plays twice within a minute is held: then there were more than there are players for.
        if (requests.CountedCount < requests.AnsweredCount)
            BenchRun.Say($"    {requests.AnsweredCount - requests.CountedCount} were held");
        return requests.AnsweredCount / score.Elapsed.TotalSeconds;
    }

    private static Subject SubjectOf(string workload) => new("leaderboards", workload, Layer);
}
