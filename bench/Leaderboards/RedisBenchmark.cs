using System.Globalization;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Peers;

namespace Catalog.Bench.Leaderboards;

/// <summary>redis-benchmark, Redis's own load generator: the same for whoever answers.</summary>
internal static class RedisBenchmark
{
    private const int Connections = 50;

    /// <summary>Commands a second.</summary>
    /// <exception cref="PeerMissingException">It is not installed.</exception>
    /// <exception cref="InvalidOperationException">It failed, or printed something else.</exception>
    public static async Task<double> RunAsync(int port, RespLoad load, int pipeline, string folder)
    {
        string program = Programs.Find("redis-benchmark", "redis-tools");
        string output = await ChildProcess.ReadAsync(
            program,
            [
                "-p", $"{port}", "-c", $"{Connections}", "-P", $"{pipeline}", "-n", $"{load.CountAt(pipeline)}",
                "-r", $"{RespLoad.MemberCount}", "--csv", .. load.Words,
            ],
            folder);

        // "test","rps",… and then a line of figures in quotes.
        string last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
        string[] fields = last.Split("\",\"");
        if (fields.Length > 1 && double.TryParse(fields[1], CultureInfo.InvariantCulture, out double perSecond))
            return perSecond;
        throw new InvalidOperationException($"redis-benchmark printed:\n{output}");
    }
}
