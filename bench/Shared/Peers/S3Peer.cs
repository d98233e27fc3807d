using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Shared.Peers;

/// <summary>
/// A private server that speaks S3 (the npm package s3rver) with one bucket, on a free loopback port, gone with its
/// data when disposed. It can be killed and started again on the same data.
/// </summary>
internal sealed class S3Peer : IAsyncDisposable
{
    /// <summary>The only key it knows, and that key's secret.</summary>
    public const string Key = "S3RVER";

    /// <summary>The bucket.</summary>
    public const string Bucket = "catalog-bucket";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private readonly BenchRun _run;
    private readonly string _node;
    private readonly string _script;
    private ChildProcess? _process;

    private S3Peer(BenchRun run, string node, string script)
    {
        _run = run;
        _node = node;
        _script = script;
        Folder = run.NewFolder("s3");
    }

    /// <summary>Where it keeps its objects.</summary>
    public string Folder { get; }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; } = Loopback.FreePort();

    /// <summary>Where clients begin.</summary>
    public string Endpoint => $"http://127.0.0.1:{Port}";

    /// <summary>Starts it.</summary>
    /// <param name="run">The run it belongs to.</param>
    /// <param name="script">The package's program.</param>
    /// <exception cref="PeerMissingException">Node is not installed.</exception>
    public static async Task<S3Peer> StartAsync(BenchRun run, string script)
    {
        var peer = new S3Peer(run, Programs.Find("node", "nodejs"), script);
        await peer.StartAsync();
        return peer;
    }

    /// <summary>Starts it, again after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        // Where a page of a listing ends it says with DES, which OpenSSL 3 has among the old ciphers only.
        string[] arguments =
        [
            "--openssl-legacy-provider", _script, "-d", Folder, "-a", "127.0.0.1", "-p", $"{Port}", "--silent",
            "--no-vhost-buckets", "--configure-bucket", Bucket,
        ];
        _process = ChildProcess.Start(_node, arguments, Folder);
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

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        await process.KillAsync();
        await process.DisposeAsync();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();
}
