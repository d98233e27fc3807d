using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Shared.Peers;

/// <summary>
/// A private redis-server on a free loopback port, gone with its data when disposed. It can be killed and started
/// again.
/// </summary>
internal sealed class RedisPeer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(10);

    private readonly BenchRun _run;
    private readonly string _program;
    private readonly string _folder;
    private readonly string[] _arguments;
    private ChildProcess? _process;

    private RedisPeer(BenchRun run, bool fsyncAlways, string[] extra)
    {
        _run = run;
        _program = Programs.Find("redis-server", "redis-server");
        _folder = run.NewFolder("redis");
        _arguments =
        [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--daemonize", "no",
            "--appendonly", fsyncAlways ? "yes" : "no", "--appendfsync", "always",
            "--no-appendfsync-on-rewrite", "no", "--protected-mode", "yes", .. extra,
        ];
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; } = Loopback.FreePort();

    /// <summary>Its process.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>Starts one.</summary>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="fsyncAlways">Whether every write is on the disk before its answer; else nothing is kept.</param>
    /// <param name="extra">More of its arguments; later ones win.</param>
    /// <exception cref="PeerMissingException">redis-server is not installed.</exception>
    public static async Task<RedisPeer> StartAsync(BenchRun run, bool fsyncAlways, params string[] extra)
    {
        var peer = new RedisPeer(run, fsyncAlways, extra);
        await peer.StartAsync();
        return peer;
    }

    /// <summary>Starts it, again after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        _process = ChildProcess.Start(_program, _arguments, _folder);
        try
        {
            await _process.WaitUntilAsync(() => Loopback.AnswersAsync(Port), StartTimeout, _run.Cancel);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        await _process!.KillAsync();
        await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process) await process.DisposeAsync();
    }
}
