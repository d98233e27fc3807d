using System.Diagnostics;
using System.Net;
using Catalog.Bench.Shared.Hosts;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>The gateway as a process of its own, before a server.</summary>
internal sealed class RelayProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RelayProcess(Process process, int port) => (_process, Port) = (process, port);

    internal int Port { get; }

    /// <summary>Starts it and waits until it has reached the server.</summary>
    internal static async Task<RelayProcess> StartAsync(int upstreamPort, string secret)
    {
        int port = Loopback.FreePort();
        string program = Path.Combine(AppContext.BaseDirectory, "Catalog.WsGateway.Host.dll");
        string[] arguments =
        [
            program, "--Urls", $"http://127.0.0.1:{port}", "--Relay:Upstream", $"ws://127.0.0.1:{upstreamPort}/ws",
            "--Relay:Secret", secret, "--Relay:SharedTopics:0", "seats:*", "--Gateway:DrainTime", "00:00:00",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        var relay = new RelayProcess(Process.Start(start)!, port);
        relay._process.BeginOutputReadLine();
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (!await relay.IsReadyAsync(http)) await Task.Delay(50, patience.Token);
        return relay;
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for its end.</summary>
    internal async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        Assert.False(_process.HasExited, "The gateway's process has ended.");
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
