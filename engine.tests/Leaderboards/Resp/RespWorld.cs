using System.Net;
using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Leaderboards.Resp;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>The whole server in this process, with its port for clients of Redis.</summary>
internal sealed class RespWorld : IAsyncDisposable
{
    private static readonly (string Key, string Value)[] OnAnyPort =
        [("Catalog:Leaderboards:Resp:Enabled", "true"), ("Catalog:Leaderboards:Resp:Port", "0")];

    public RespWorld(string? folder = null, params (string Key, string Value)[] settings)
    {
        Host = new ShellHost(folder, null, [.. OnAnyPort, .. settings]);
        EndPoint = Host.Service<RespServer>().EndPoint ?? throw new InvalidOperationException("It does not listen.");
    }

    public ShellHost Host { get; }

    public IPEndPoint EndPoint { get; }

    public RespClient Connect() => new(EndPoint.Port);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
