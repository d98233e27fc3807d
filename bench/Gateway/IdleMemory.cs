using Catalog.Bench.Gateway.Generator;

namespace Catalog.Bench.Gateway;

/// <summary>
/// What an idle connection takes: the server's resident memory with and without them, each time settled.
/// </summary>
internal static class IdleMemory
{
    public const int ConnectionCount = 5_000;
    private const int WarmUpCount = 500;

    /// <summary>Resident bytes a connection that joined and then only listens. Wants a fresh server.</summary>
    public static async Task<double> MeasureAsync(PeerServer server, int count) =>
        (await MeasureAsync(server, count, static _ => Task.FromResult(0))).Bytes;

    /// <summary>The same, and what else is measured while they are there.</summary>
    public static async Task<(double Bytes, T Else)> MeasureAsync<T>(
        PeerServer server, int count, Func<Crowd, Task<T>> meanwhile)
    {
        // What is loaded and compiled for the first connections is not theirs.
        using (Crowd first = Crowd.Join(server.Port, server.Kind.Dialect, WarmUpCount, FanOutDriver.TextBytes))
            await server.SettleAsync();
        await server.SettleAsync();
        long before = server.ResidentBytes;
        using Crowd crowd = Crowd.Join(server.Port, server.Kind.Dialect, count, FanOutDriver.TextBytes);
        await server.SettleAsync();
        long with = server.ResidentBytes;
        foreach (WsClient client in crowd.Clients)
            if (!client.IsConnected) throw new InvalidOperationException("A connection was closed meanwhile.");
        return ((double)(with - before) / count, await meanwhile(crowd));
    }
}
