using Catalog.Bench.Shared.Hosts;
using Npgsql;

namespace Catalog.Bench.Shared.Peers;

/// <summary>
/// A private PostgreSQL server on a socket of its own, <c>fsync</c> and <c>synchronous_commit</c> on, gone with its
/// data when disposed. The server refuses to run as root, so root runs it as the user <c>postgres</c>.
/// </summary>
internal sealed class PostgresPeer : IAsyncDisposable
{
    private const string User = "bench";
    private const string SystemUser = "postgres";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly BenchRun _run;
    private readonly string _programs;
    private readonly string _folder;
    private readonly PostgresPeerOptions _options;
    private ChildProcess? _process;

    private PostgresPeer(BenchRun run, string programs, string folder, PostgresPeerOptions options)
    {
        _run = run;
        _programs = programs;
        _folder = folder;
        _options = options;
        ConnectionString =
            $"Host={folder};Username={User};Database=postgres;Maximum Pool Size=64;Timeout=30;" +
            "Command Timeout=600;Include Error Detail=true";
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    private string DataFolder => Path.Combine(_folder, "data");

    /// <summary>Makes a cluster and starts it.</summary>
    /// <exception cref="PeerMissingException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresPeer> StartAsync(BenchRun run, PostgresPeerOptions? options = null)
    {
        string programs = Programs.FindPostgres();
        var peer = new PostgresPeer(run, programs, run.NewFolder("postgres"), options ?? new PostgresPeerOptions());
        if (Native.IsRoot) await ChildProcess.RunAsync("chown", [SystemUser, peer._folder], peer._folder);
        string[] init =
        [
            Path.Combine(programs, "initdb"), "-D", peer.DataFolder, "-A", "trust", "-U", User, "-E", "UTF8",
            "--locale=C", "-N",
        ];
        (string program, string[] arguments) = AsServerUser(init);
        await ChildProcess.RunAsync(program, arguments, peer._folder);
        await peer.StartAgainAsync();
        return peer;
    }

    /// <summary>Starts it on the data it has; recovers first when it was stopped like a crash.</summary>
    public async Task StartAgainAsync()
    {
        string[] server = [Path.Combine(_programs, "postgres"), "-D", DataFolder, .. Settings()];
        (string program, string[] arguments) = AsServerUser(server);
        _process = ChildProcess.Start(program, arguments, _folder, Native.SigInt);
        try
        {
            await _process.WaitUntilAsync(AnswersAsync, StartTimeout, _run.Cancel);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Ends it without a checkpoint, as its manual's "immediate" does: what is not in its log is gone.
    /// </summary>
    public async Task StopImmediatelyAsync()
    {
        if (_process is not { } process) return;
        await process.EndAsync(Native.SigQuit);
        await process.DisposeAsync();
        _process = null;
    }

    /// <summary>Stops it without waiting for its clients.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        await process.DisposeAsync();
    }

    // setpriv becomes the program it starts, so the process id stays the server's.
    private static (string Program, string[] Arguments) AsServerUser(string[] command) => Native.IsRoot
        ? ("setpriv", [$"--reuid={SystemUser}", $"--regid={SystemUser}", "--init-groups", .. command])
        : (command[0], command[1..]);

    // Sized as its manual advises for a server of its own; the log settings make loading quicker and nothing less safe.
    private string[] Settings()
    {
        long bufferMiB = _options.BufferMiB > 0
            ? _options.BufferMiB
            : Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (4L << 20), 128, 4096);
        long workMiB = Math.Min(512, bufferMiB);
        string[] settings =
        [
            "listen_addresses=", $"unix_socket_directories={_folder}", "fsync=on", "synchronous_commit=on",
            $"shared_buffers={bufferMiB}MB", $"max_connections={_options.MaxConnections}", "max_wal_size=8GB",
            "wal_level=minimal", "max_wal_senders=0", "wal_buffers=64MB", $"maintenance_work_mem={workMiB}MB",
            "checkpoint_timeout=30min",
        ];
        return [.. settings.SelectMany(s => new[] { "-c", s })];
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
