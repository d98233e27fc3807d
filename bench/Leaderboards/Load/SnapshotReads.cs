using System.Diagnostics;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Hosting;
using Catalog.Shell.Leaderboards.Boards;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>Reads of the first hundred: over HTTP, and from the service that keeps them ready.</summary>
internal static class SnapshotReads
{
    private const string Path = "/leaderboards/api/leaderboard/deathmatch/top100";
    private const int ReadsAtOnce = 1_000;

    /// <summary>Reads a second over HTTP, documents or what a cache that has the latest one gets.</summary>
    public static Task<double> OverHttpAsync(BenchRun run, ServerProcess server, string name, string? entityTag)
    {
        string headers = entityTag is null ? "" : $"If-None-Match: {entityTag}\r\n";
        var request = new RequestTemplate("GET", Path, headers);
        return Rounds.MedianAsync(run, name, async () =>
        {
            ProcessCost start = server.Cost;
            HttpScore score = await HttpLoad.ClosedAsync(
                server.Port, ServerFloor.ClosedConnections, run.Duration, _ => new FixedRequest(request));
            BenchRun.Say($"    {score} · {server.Cost.Since(start, score.Latency.Count)}");
            ServerFloor.ThrowUnlessAll(score, entityTag is null ? 200 : 304);
            return score.PerSecond;
        });
    }

    /// <summary>The entity tag as of now.</summary>
    public static async Task<string> EntityTagAsync(ServerProcess server, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage answer = await client.GetAsync(Path, cancel);
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>
    /// Reads a second by one thread from the service itself, in a server in this process on the same folder.
    /// </summary>
    public static async Task<double> InProcessAsync(BenchRun run, string folder)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", "--Catalog:DataPath=" + folder, "--Catalog:Leaderboards:Resp:Enabled=false",
        ];
        WebApplicationBuilder builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.AddCatalog(Shell.Systems.Create()).Build();
        app.UseCatalog();
        await app.StartAsync(run.Cancel);
        var snapshots = app.Services.GetRequiredService<BoardSnapshots>();
        var key = new BoardSnapshotKey(1, WindowKind.AllTime, 0);
        double perSecond = await Rounds.MedianAsync(run, "the service, one thread", async () =>
        {
            await snapshots.FindAsync(key);
            return Read(snapshots, key, run.Duration);
        });
        await app.StopAsync(run.Cancel);
        return perSecond;
    }

    private static double Read(BoardSnapshots snapshots, BoardSnapshotKey key, TimeSpan duration)
    {
        long reads = 0, start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            for (int i = 0; i < ReadsAtOnce; i++)
                if (snapshots.FindAsync(key).Result is null) throw new InvalidOperationException("There is none.");
            reads += ReadsAtOnce;
        }

        return reads / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
