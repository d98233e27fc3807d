using System.Net.WebSockets;
using System.Runtime.InteropServices;
using Catalog.WsGateway;
using Catalog.WsGateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Gateway;

/// <summary>
/// A real server with the gateway at /ws, on sockets of its own, at /pipe, taken over before HTTP, and at /http,
/// upgraded.
/// </summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHost(WebApplication app) => _app = app;

    internal WsGateway.Gateway Gateway => _app.Services.GetRequiredService<WsGateway.Gateway>();

    internal int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    internal T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    internal static async Task<GatewayHost> StartAsync(
        Action<GatewayOptions>? configure = null, Action<WsGateway.Gateway>? map = null,
        Action<IServiceCollection>? services = null, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCatalogGateway(configure);
        services?.Invoke(builder.Services);
        builder.WebHost.UseCatalogGateway("/ws");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.UseCatalogGateway("/pipe")));
        WebApplication app = builder.Build();
        app.MapCatalogGateway("/http", map);
        app.MapGet("/plain", () => "plain");
        app.MapGet("/memory", (HttpContext one) => $"{GenerationOf(one.Features.Get<IConnectionTransportFeature>()!)}");
        await app.StartAsync();
        return new GatewayHost(app);
    }

    /// <summary>Which generation the memory belongs to that answers are written into.</summary>
    private static int GenerationOf(IConnectionTransportFeature connection)
    {
        Memory<byte> memory = connection.Transport.Output.GetMemory();
        return MemoryMarshal.TryGetArray(memory, out ArraySegment<byte> block) ? GC.GetGeneration(block.Array!) : -1;
    }

    internal async Task<ClientWebSocket> ConnectAsync(string path = "/ws", string? subprotocol = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (subprotocol is not null) socket.Options.AddSubProtocol(subprotocol);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{Port}{path}"), default);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }
}
