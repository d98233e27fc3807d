using System.Net.WebSockets;
using Catalog.Bench.Shared.Hosts;
using Catalog.WsGateway;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Gateway.Relay;

/// <summary>A gateway, which can be stopped and started again where it was, and a relay in front of it.</summary>
internal sealed class RelayWorld : IAsyncDisposable
{
    internal const string Secret = "a secret only relay and gateway have";

    private readonly int _port = Loopback.FreePort();
    private readonly Action<WsGateway.Gateway> _map;
    private GatewayHost? _upstream;
    private GatewayHost _relay = null!;

    private RelayWorld(Action<WsGateway.Gateway> map) => _map = map;

    /// <summary>Tickets and tokens of the gateway behind.</summary>
    internal TokenBooth Booth { get; } = new();

    internal WsGateway.Gateway Upstream => _upstream!.Gateway;

    internal WsGateway.Gateway Front => _relay.Gateway;

    internal int FrontPort => _relay.Port;

    internal WsGateway.Relay.Relay Relay => _relay.Service<WsGateway.Relay.Relay>();

    internal static async Task<RelayWorld> StartAsync(
        Action<WsGateway.Gateway> map, Action<RelayOptions>? configure = null, Action<GatewayOptions>? front = null)
    {
        var world = new RelayWorld(map);
        await world.StartUpstreamAsync();
        world._relay = await GatewayHost.StartAsync(
            options =>
            {
                options.MessagesPerSecond = 0;
                front?.Invoke(options);
            },
            services: services => services.AddCatalogRelay(options =>
            {
                options.Upstream = new Uri($"ws://127.0.0.1:{world._port}/ws");
                options.Secret = Secret;
                options.SharedTopics.Add("shared*");
                options.MaxReconnectPause = TimeSpan.FromMilliseconds(100);
                configure?.Invoke(options);
            }));
        return world;
    }

    internal async Task StartUpstreamAsync() => _upstream = await GatewayHost.StartAsync(
        options =>
        {
            (options.RequireSignIn, options.MaxReplayBytes) = (false, 10_000_000);
            (options.MessagesPerSecond, options.MaxSubscriptions) = (1, 1); // no limit for relays
        },
        gateway =>
        {
            gateway.AcceptRelays(Secret, Booth, identity => Booth.TokenOf(identity));
            _map(gateway);
        },
        services => services.AddSingleton<IGatewayAuthenticator>(Booth), _port);

    /// <summary>Cuts all connections, as a process does that is killed.</summary>
    internal async Task KillUpstreamAsync()
    {
        await _upstream!.DisposeAsync();
        _upstream = null;
    }

    internal Task<ClientWebSocket> ConnectAsync(string query = "", string? subprotocol = null) =>
        _relay.ConnectAsync("/ws" + query, subprotocol);

    internal Task<ClientWebSocket> ConnectBehindAsync() => _upstream!.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        if (_upstream is not null) await _upstream.DisposeAsync();
    }
}
