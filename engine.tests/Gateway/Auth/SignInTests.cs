using System.Net.WebSockets;
using Catalog.WsGateway.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Gateway.Auth;

public sealed class SignInTests
{
    private readonly TicketBooth _booth = new();

    [Theory]
    [InlineData("/ws?ticket=t1")]
    [InlineData("/http?ticket=t1")]
    public async Task A_ticket_in_the_query_is_good_once(string target)
    {
        _booth.Tickets["t1"] = new GatewayIdentity("ann");
        await using GatewayHost host = await StartAsync();
        using ClientWebSocket socket = await host.ConnectAsync(target);
        await socket.SendTextAsync("""{"event":"who"}""");
        Assert.Equal("""{"event":"you","data":"ann"}""", await socket.ReadTextAsync());
        using var again = new RawClient(host.Port);
        Assert.StartsWith("HTTP/1.1 401", again.Upgrade(RawClient.Request(target)));
    }

    [Fact]
    public async Task A_ticket_may_come_as_a_subprotocol()
    {
        _booth.Tickets["t2"] = new GatewayIdentity("bob");
        await using GatewayHost host = await StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("ticket.t2");
        socket.Options.AddSubProtocol("catalog.json");
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/ws"), default);
        Assert.Equal("catalog.json", socket.SubProtocol);
        await socket.SendTextAsync("""{"event":"who"}""");
        Assert.Equal("""{"event":"you","data":"bob"}""", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task A_ticket_may_come_in_the_first_message()
    {
        _booth.Tickets["t3"] = new GatewayIdentity("eve");
        await using GatewayHost host = await StartAsync();
        using ClientWebSocket socket = await host.ConnectAsync();
        await socket.SendTextAsync("""{"event":"auth","id":1,"data":{"ticket":"t3"}}""");
        await socket.SendTextAsync("""{"event":"who"}""");
        Assert.Equal("""{"event":"auth","id":1,"data":{"userId":"eve"}}""", await socket.ReadTextAsync());
        Assert.Equal("""{"event":"you","data":"eve"}""", await socket.ReadTextAsync());
    }

    [Theory]
    [InlineData("""{"event":"who"}""", "close 4401 not signed in")]
    [InlineData("""{"event":"auth","data":{"ticket":"wrong"}}""", "close 4401 the ticket is not good")]
    public async Task Without_a_good_ticket_it_ends(string message, string close)
    {
        await using GatewayHost host = await StartAsync();
        using ClientWebSocket socket = await host.ConnectAsync();
        await socket.SendTextAsync(message);
        Assert.Contains("\"code\":\"unauthorized\"", await socket.ReadTextAsync());
        Assert.Equal(close, await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Who_does_not_sign_in_in_time_is_sent_away()
    {
        await using GatewayHost host = await StartAsync(authMs: 250);
        using ClientWebSocket socket = await host.ConnectAsync();
        Assert.Equal("close 4401 not signed in in time", await socket.ReadTextAsync());
    }

    [Fact]
    public async Task Whose_time_runs_out_is_looked_at_again()
    {
        DateTimeOffset soon = DateTimeOffset.UtcNow.AddMilliseconds(300);
        _booth.Tickets["t4"] = new GatewayIdentity("kim", soon);
        _booth.Renewals["kim"] = new GatewayIdentity("kim", soon, "renewed");
        await using GatewayHost host = await StartAsync();
        using ClientWebSocket socket = await host.ConnectAsync("/ws?ticket=t4");
        Assert.Equal("close 4401 signed in no longer", await socket.ReadTextAsync());
        Assert.Empty(_booth.Renewals);
    }

    [Fact]
    public async Task Where_nobody_has_to_sign_in_those_who_do_are_looked_at_again_when_told_so()
    {
        _booth.Tickets["t5"] = new GatewayIdentity("liz");
        await using GatewayHost host = await StartAsync(isRequired: false);
        using ClientWebSocket liz = await host.ConnectAsync("/ws?ticket=t5");
        using ClientWebSocket nobody = await host.ConnectAsync();
        await nobody.SendTextAsync("""{"event":"subscribe","id":1,"data":{"topic":"news"}}""");
        Assert.Contains("subscribed", await nobody.ReadTextAsync(), StringComparison.Ordinal);
        host.Gateway.Recheck("ann");
        host.Gateway.Recheck("liz");
        Assert.Equal("close 4401 signed in no longer", await liz.ReadTextAsync());
        host.Gateway.PublishRaw("news", "on", default);
        Assert.Contains("\"on\"", await nobody.ReadTextAsync(), StringComparison.Ordinal);
    }

    private Task<GatewayHost> StartAsync(bool isRequired = true, int authMs = 60_000) => GatewayHost.StartAsync(
        o => (o.AuthTimeout, o.RequireSignIn) = (TimeSpan.FromMilliseconds(authMs), isRequired),
        gateway => gateway.OnRaw("who", (connection, _) =>
            connection.Send("you", connection.Identity!.UserId, ChatJson.Default.String)),
        services => services.AddSingleton<IGatewayAuthenticator>(_booth));
}
