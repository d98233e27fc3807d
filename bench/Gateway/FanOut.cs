using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Gateway;

/// <summary>One fan-out against one server, and what it cost both sides.</summary>
internal static class FanOut
{
    /// <summary>Connects, warms up, measures, and goes.</summary>
    public static async Task<FanOutScore> MeasureAsync(
        PeerServer server, int receivers, TimeSpan warmUp, TimeSpan duration)
    {
        Dialect dialect = server.Kind.Dialect;
        using Crowd crowd = Crowd.Join(server.Port, dialect, receivers, FanOutDriver.TextBytes);
        using WsClient publisher = Crowd.Publisher(server.Port, dialect);
        using var driver = new FanOutDriver(crowd.Clients, publisher, dialect);
        await Cores.RunOnGeneratorAsync(() => driver.Run(warmUp));
        long allocated = await server.AllocatedBytesAsync();
        ProcessCost start = server.Cost;
        CpuTime own = CpuTime.Now();
        FanOutScore score = await Cores.RunOnGeneratorAsync(() => driver.Run(duration));
        score.GeneratorCpu = CpuTime.Now().Cpu - own.Cpu;
        score.ServerCpu = server.Cost.Cpu - start.Cpu;
        score.AllocatedBytes = await server.AllocatedBytesAsync() - allocated;
        return score;
    }
}
