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

    private readonly ChildProcess _process;

    private PostgresPeer(ChildProcess process, string socketFolder)
    {
        _process = process;
        ConnectionString =
            $"Host={socketFolder};Username={User};Database=postgres;Maximum Pool Size=64;Timeout=30;" +
            "Command Timeout=600;Include Error Detail=true";
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a cluster and starts it.</summary>
    /// <exception cref="PeerMissingException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresPeer> StartAsync(BenchRun run)
    {
        string programs = Programs.FindPostgres();
        string folder = run.NewFolder("postgres");
        string data = Path.Combine(folder, "data");
        if (Native.IsRoot) await ChildProcess.RunAsync("chown", [SystemUser, folder], folder);
        string[] init =
        [
            Path.Combine(programs, "initdb"), "-D", data, "-A", "trust", "-U", User, "-E", "UTF8", "--locale=C", "-N",
        ];
        (string program, string[] arguments) = AsServerUser(init);
        await ChildProcess.RunAsync(program, arguments, folder);
        (program, arguments) = AsServerUser([Path.Combine(programs, "postgres"), "-D", data, .. Settings(folder)]);
        ChildProcess process = ChildProcess.Start(program, arguments, folder, Native.SigInt);
        var peer = new PostgresPeer(process, folder);
        try
        {
            await process.WaitUntilAsync(peer.AnswersAsync, StartTimeout, run.Cancel);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it without waiting for its clients.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _process.DisposeAsync();
    }

    // setpriv becomes the program it starts, so the process id stays the server's.
    private static (string Program, string[] Arguments) AsServerUser(string[] command) => Native.IsRoot
        ? ("setpriv", [$"--reuid={SystemUser}", $"--regid={SystemUser}", "--init-groups", .. command])
        : (command[0], command[1..]);

    // Sized as its manual advises for a server of its own; the log settings make loading quicker and nothing less safe.
    private static string[] Settings(string socketFolder)
    {
        long bufferMiB = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (4L << 20), 128, 4096);
        string[] settings =
        [
            "listen_addresses=", $"unix_socket_directories={socketFolder}", "fsync=on", "synchronous_commit=on",
            $"shared_buffers={bufferMiB}MB", "max_connections=100", "max_wal_size=8GB", "wal_level=minimal",
            "max_wal_senders=0", "wal_buffers=64MB", "maintenance_work_mem=512MB", "checkpoint_timeout=30min",
        ];
        return [.. settings.SelectMany(s => new[] { "-c", s })];
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
