using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Peers;

namespace Catalog.Bench.Gateway;

/// <summary>The peers that come from npm: installed once, into a folder of this machine's temporary files.</summary>
internal static class NpmPackages
{
    public const string BunVersion = "1.4.5";
    public const string WsVersion = "8.23.0";
    public const string SocketIoVersion = "4.8.4";

    private static readonly string[] Scripts = ["bun.mjs", "ws.mjs", "socketio.mjs", "settle.mjs"];

    private static string Folder { get; } = Path.Combine(
        Path.GetTempPath(), $"catalog-bench-npm-{BunVersion}-{WsVersion}-{SocketIoVersion}");

    /// <summary>The program.</summary>
    public static string Bun => PathOf("node_modules/.bin/bun");

    /// <summary>Where a file of the folder lies.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Installs them, unless they are there, and puts our scripts beside them.</summary>
    /// <exception cref="PeerMissingException">Node.js is not installed.</exception>
    public static async Task InstallAsync()
    {
        string npm = Programs.Find("npm", "npm");
        Directory.CreateDirectory(Folder);
        string done = PathOf("installed");
        if (!File.Exists(done))
        {
            BenchRun.Say("  installing the peers from npm");
            await File.WriteAllTextAsync(PathOf("package.json"), """{"private":true}""");
            string[] packages = [$"bun@{BunVersion}", $"ws@{WsVersion}", $"socket.io@{SocketIoVersion}"];
            await ChildProcess.RunAsync(npm, ["install", "--no-audit", "--no-fund", .. packages], Folder);
            await File.WriteAllTextAsync(done, "");
        }

        // A module finds its packages from where it lies.
        foreach (string script in Scripts)
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Gateway", "Peers", script), PathOf(script), true);
    }
}
