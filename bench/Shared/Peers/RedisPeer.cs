using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Shared.Peers;

/// <summary>A private redis-server on a free loopback port, gone with its data when disposed.</summary>
internal sealed class RedisPeer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(10);

    private readonly ChildProcess _process;

    private RedisPeer(ChildProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts one.</summary>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="fsyncAlways">Whether every write is on the disk before its answer; else nothing is kept.</param>
    /// <exception cref="PeerMissingException">redis-server is not installed.</exception>
    public static async Task<RedisPeer> StartAsync(BenchRun run, bool fsyncAlways)
    {
        string program = Programs.Find("redis-server", "redis-server");
        string folder = run.NewFolder("redis");
        int port = Loopback.FreePort();
        string[] arguments =
        [
            "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--daemonize", "no",
            "--appendonly", fsyncAlways ? "yes" : "no", "--appendfsync", "always",
            "--no-appendfsync-on-rewrite", "no", "--protected-mode", "yes",
        ];
        ChildProcess process = ChildProcess.Start(program, arguments, folder);
        var peer = new RedisPeer(process, port);
        try
        {
            await process.WaitUntilAsync(() => Loopback.AnswersAsync(port), StartTimeout, run.Cancel);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
