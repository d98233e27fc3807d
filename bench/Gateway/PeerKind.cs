using System.Globalization;
using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Gateway.Hosts;

namespace Catalog.Bench.Gateway;

/// <summary>A kind of server that is measured.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Dialect">How clients talk to it.</param>
/// <param name="Command">The command that runs it on a port.</param>
/// <param name="TellsAllocations">Whether it can tell how many bytes it allocated.</param>
internal sealed record PeerKind(
    string Name, Dialect Dialect, Func<int, string[]> Command, bool TellsAllocations = false)
{
    // As the server ships: on one processor a worker that spins for work takes the time of the one that has some.
    private static readonly string[] HostSettings = ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0"];

    /// <summary>Ours.</summary>
    public static PeerKind Catalog { get; } = Host("Catalog", "catalog", Dialect.Catalog);

    /// <summary>The others, the quickest first.</summary>
    public static IReadOnlyList<PeerKind> Peers { get; } =
    [
        new(
            $"Bun {NpmPackages.BunVersion}", Dialect.Plain, static port => [NpmPackages.Bun, .. Script("bun", port)]),
        Host("naive Kestrel", "naive", Dialect.Plain),
        Host("SignalR, JSON", "signalr", Dialect.SignalR),
        new($"ws {NpmPackages.WsVersion}", Dialect.Plain, static port => Node("ws", port)),
        new($"socket.io {NpmPackages.SocketIoVersion}", Dialect.SocketIo, static port => Node("socketio", port)),
    ];

    /// <summary>The command of one of the .NET servers, with settings of its own.</summary>
    public static string[] HostCommandLine(string kind, int port, params ReadOnlySpan<string> settings) =>
    [
        "env", .. HostSettings,
        "dotnet", Path.Combine(AppContext.BaseDirectory, "Catalog.Bench.dll"), HostCommand.Name, kind,
        $"--urls=http://127.0.0.1:{port}", "--hostBuilder:reloadConfigOnChange=false", .. settings,
    ];

    private static PeerKind Host(string name, string kind, Dialect dialect) =>
        new(name, dialect, port => HostCommandLine(kind, port), TellsAllocations: true);

    private static string[] Node(string script, int port) => ["node", "--expose-gc", .. Script(script, port)];

    private static string[] Script(string script, int port) =>
        [NpmPackages.PathOf($"{script}.mjs"), port.ToString(CultureInfo.InvariantCulture)];
}
