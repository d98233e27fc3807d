using System.Diagnostics;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>
/// The real server in a process of its own, as built beside this program, on a free loopback port. Stopped when
/// disposed; its data folder belongs to the run.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Assembly = "Catalog.Shell.dll";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private ServerProcess(ChildProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Its address.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>From the start of the process until it said it was ready.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>What it has used so far.</summary>
    public ProcessCost Cost => ProcessCost.Of(_process.Id);

    /// <summary>What it printed.</summary>
    public string Output => _process.Output;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="dataFolder">Its data folder; what is there is recovered.</param>
    /// <param name="settings">More settings, such as <c>Catalog:Demo=false</c>.</param>
    public static async Task<ServerProcess> StartAsync(BenchRun run, string dataFolder, params string[] settings)
    {
        int port = Loopback.FreePort();
        long start = Stopwatch.GetTimestamp();
        ChildProcess process = Launch(port, dataFolder, settings);
        var server = new ServerProcess(process, port);
        try
        {
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(5) };
            await process.WaitUntilAsync(() => IsReadyAsync(client), StartTimeout, run.Cancel);
            server.StartTime = Stopwatch.GetElapsedTime(start);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and kills it a moment later, ready or not.</summary>
    public static async Task StartAndKillAsync(
        BenchRun run, string dataFolder, int afterMs, params string[] settings)
    {
        await using ChildProcess process = Launch(Loopback.FreePort(), dataFolder, settings);
        await Task.Delay(afterMs, run.Cancel);
        await process.KillAsync();
    }

    /// <summary>Ends it as a power cut would end the process: nothing is flushed, nothing is finished.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Stops it where it is: it keeps its connections and does nothing.</summary>
    public void Pause() => Native.Signal(_process.Id, Native.SigStop);

    /// <summary>Lets it go on.</summary>
    public void Resume() => Native.Signal(_process.Id, Native.SigCont);

    /// <summary>Asks it to drain and end.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ChildProcess Launch(int port, string dataFolder, string[] settings)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, Assembly), "--urls", $"http://127.0.0.1:{port}",
            $"--Catalog:DataPath={dataFolder}", "--Logging:LogLevel:Default=Warning",
            "--Catalog:Leaderboards:Resp:Enabled=false",
            .. settings.Select(s => "--" + s),
        ];
        return ChildProcess.Start("dotnet", arguments, dataFolder);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
