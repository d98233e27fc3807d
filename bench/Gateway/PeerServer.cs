using System.Globalization;
using Catalog.Bench.Gateway.Hosts;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Gateway;

/// <summary>
/// A server that is measured: private, on the servers' processor, on a free port, stopped when disposed.
/// </summary>
internal sealed class PeerServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(300);

    private readonly ChildProcess _process;
    private readonly HttpClient _admin;

    private PeerServer(PeerKind kind, ChildProcess process, int port)
    {
        (Kind, _process, Port) = (kind, process, port);
        _admin = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>What it is.</summary>
    public PeerKind Kind { get; }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>What it has used so far.</summary>
    public ProcessCost Cost => ProcessCost.Of(_process.Id);

    /// <summary>Its resident memory, in bytes.</summary>
    public long ResidentBytes => ResidentMemory.Of(_process.Id);

    /// <summary>Starts one and waits until it answers.</summary>
    public static Task<PeerServer> StartAsync(BenchRun run, PeerKind kind) =>
        StartAsync(run, kind, Loopback.FreePort(), kind.Command);

    /// <summary>Starts one by a command of its own, on a port.</summary>
    public static async Task<PeerServer> StartAsync(
        BenchRun run, PeerKind kind, int port, Func<int, string[]> command)
    {
        string[] words = Cores.Pinned(command(port));
        var process = ChildProcess.Start(words[0], words[1..], run.NewFolder("server"));
        var server = new PeerServer(kind, process, port);
        try
        {
            await process.WaitUntilAsync(() => Loopback.AnswersAsync(port), StartTimeout, run.Cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has it give back what it does not need, and waits a moment.</summary>
    public async Task SettleAsync()
    {
        for (int i = 0; i < 2; i++)
        {
            await Task.Delay(SettleTime);
            await _admin.GetStringAsync(HostAdmin.Settle);
        }

        await Task.Delay(SettleTime);
    }

    /// <summary>Bytes it allocated since its start; 0 when it cannot tell.</summary>
    public async Task<long> AllocatedBytesAsync() => Kind.TellsAllocations
        ? long.Parse(await _admin.GetStringAsync(HostAdmin.Allocated), CultureInfo.InvariantCulture)
        : 0;

    /// <summary>What it answers to a question of ours.</summary>
    public Task<string> AskAsync(string path) => _admin.GetStringAsync(path);

    /// <summary>Ends it as a crash would.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _process.DisposeAsync();
    }
}
