using System.Text.Json;
using Catalog.Bench.Gateway.Hosts;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Gateway.Loads;

/// <summary>Our gateway in a process of its own, with options of its own, for a load.</summary>
internal static class GatewayServer
{
    /// <summary>Starts it.</summary>
    public static Task<PeerServer> StartAsync(BenchRun run, params string[] settings) =>
        StartAsync(run, Loopback.FreePort(), settings);

    /// <summary>Starts it on a port.</summary>
    public static Task<PeerServer> StartAsync(BenchRun run, int port, string[] settings) => PeerServer.StartAsync(
        run, PeerKind.Catalog, port, p => PeerKind.HostCommandLine("catalog", p, settings));

    /// <summary>What it counted so far.</summary>
    public static async Task<Dictionary<string, long>> CountersAsync(PeerServer server) =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(await server.AskAsync(CatalogHost.Counters))!;
}
