using System.Diagnostics;
using System.Text;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>
/// A program we started, known by its process id, ended when disposed: asked first, then made to. Should this process
/// end without disposing it, it is ended too.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptOutputChars = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly int _stopSignal;
    private readonly StringBuilder _output = new();
    private int _stopped;

    private ChildProcess(Process process, int stopSignal)
    {
        _process = process;
        _stopSignal = stopSignal;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        AppDomain.CurrentDomain.ProcessExit += OnOurExit;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it printed, at most the last 64 K characters.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    private string Program => _process.StartInfo.FileName;

    /// <summary>Starts a program. It inherits the environment.</summary>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="stopSignal">The signal that asks it to end.</param>
    public static ChildProcess Start(
        string program, IReadOnlyList<string> arguments, string folder, int stopSignal = Native.SigTerm)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new ChildProcess(Process.Start(start)!, stopSignal);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    public static Task RunAsync(string program, IReadOnlyList<string> arguments, string folder) =>
        ReadAsync(program, arguments, folder);

    /// <summary>Runs a program to its end and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has its output.</exception>
    public static async Task<string> ReadAsync(string program, IReadOnlyList<string> arguments, string folder)
    {
        await using ChildProcess child = Start(program, arguments, folder);
        await child._process.WaitForExitAsync();
        if (child._process.ExitCode == 0) return child.Output;
        throw new InvalidOperationException($"{program} ended with {child._process.ExitCode}:\n{child.Output}");
    }

    /// <summary>Tries until it is up.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was late; the message has its output.</exception>
    public async Task WaitUntilAsync(Func<Task<bool>> isUp, TimeSpan timeout, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await isUp())
        {
            bool isLate = Stopwatch.GetElapsedTime(start) > timeout;
            if (HasExited || isLate)
                throw new InvalidOperationException($"{Program} {(isLate ? "is late" : "ended")}:\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancel);
        }
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public Task KillAsync() => EndAsync(Native.SigKill);

    /// <summary>Sends a signal that ends it and waits until it has.</summary>
    public async Task EndAsync(int signal)
    {
        Native.Signal(Id, signal);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, waits, and ends it if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return;
        AppDomain.CurrentDomain.ProcessExit -= OnOurExit;
        if (!HasExited)
        {
            Native.Signal(Id, _stopSignal);
            using var timeout = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
            }
        }

        _process.Dispose();
    }

    private void OnOurExit(object? sender, EventArgs e)
    {
        if (!HasExited) Native.Signal(Id, Native.SigKill);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            if (_output.Length > KeptOutputChars) _output.Remove(0, KeptOutputChars / 2);
            _output.AppendLine(line);
        }
    }
}
