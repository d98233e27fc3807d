using System.Net.WebSockets;

namespace Catalog.Engine.Tests.Gateway.Relay;

/// <summary>What is a client's own goes through a relay as the client's own.</summary>
public sealed class RelayLineTests
{
    [Fact]
    public async Task Requests_are_served_behind_under_the_clients_name()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using ClientWebSocket nobody = await world.ConnectAsync();
        await nobody.SendTextAsync("""{"event":"who","id":"a","data":"x"}""");
        Assert.Equal("""{"event":"who","id":"a","data":"nobody"}""", await nobody.ReadTextAsync());
        await nobody.SendTextAsync("""{"event":"nothing","id":2}""");
        Assert.Equal(
            """{"event":"error","id":2,"data":{"code":"unknown_event","message":"There is no such event."}}""",
            await nobody.ReadTextAsync());
        using ClientWebSocket ada = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("ada"));
        await ada.SendTextAsync("""{"event":"who","id":3,"data":"x"}""");
        Assert.Equal("""{"event":"who","id":3,"data":"ada"}""", await ada.ReadTextAsync());
    }

    [Fact]
    public async Task Who_types_and_who_is_there_is_told_through_a_relay()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static gateway => gateway.Topic(
            "room", static topic => topic.Presence = topic.Typing = true));
        using ClientWebSocket ada = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("ada"));
        using ClientWebSocket bob = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("bob"));
        foreach (ClientWebSocket client in new[] { ada, bob })
        {
            await client.SendTextAsync("""{"event":"subscribe","id":1,"data":{"topic":"room"}}""");
            Assert.Contains("\"subscribed\"", await client.ReadTextAsync());
            Assert.Contains("\"joined\"", await client.ReadTextAsync());
        }

        await bob.SendTextAsync("""{"event":"typing","id":2,"data":{"topic":"room"}}""");
        Assert.Equal("""{"event":"typing","id":2}""", await bob.ReadTextAsync());
        Assert.Contains("\"joined\"", await ada.ReadTextAsync());
        Assert.Equal(
            """{"event":"typing","topic":"room","offset":3,"data":{"userId":"bob"}}""", await ada.ReadTextAsync());
        await ada.SendTextAsync("""{"event":"typing","id":3,"data":{"topic":"elsewhere"}}""");
        Assert.Contains("\"not_subscribed\"", await ada.ReadTextAsync());
    }

    [Fact]
    public async Task A_ticket_in_a_message_signs_in_and_one_that_is_not_good_does_not()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using ClientWebSocket client = await world.ConnectAsync();
        await client.SendTextAsync("""{"event":"who","id":1,"data":"x"}""");
        Assert.Contains("nobody", await client.ReadTextAsync());
        await client.SendTextAsync(
            $$$"""{"event":"auth","id":2,"data":{"ticket":"{{{world.Booth.Ticket("ada")}}}"}}""");
        Assert.Equal("""{"event":"auth","id":2,"data":{"userId":"ada"}}""", await client.ReadTextAsync());
        await client.SendTextAsync("""{"event":"who","id":3,"data":"x"}""");
        Assert.Contains("ada", await client.ReadTextAsync());
        WebSocketException refused =
            await Assert.ThrowsAsync<WebSocketException>(() => world.ConnectAsync("?ticket=stolen"));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_speaks_MessagePack_is_understood()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using ClientWebSocket client = await world.ConnectAsync(subprotocol: "catalog.msgpack");
        byte[] request =
            [0x83, 0xA5, .. "event"u8, 0xA3, .. "who"u8, 0xA2, .. "id"u8, 7, 0xA4, .. "data"u8, 0xA1, 0x78];
        await client.SendAsync(request, WebSocketMessageType.Binary, true, default);
        byte[] answer = new byte[100];
        ValueWebSocketReceiveResult result = await client.ReceiveAsync(answer.AsMemory(), default);
        Assert.Equal(
            [0x83, 0xA5, .. "event"u8, 0xA3, .. "who"u8, 0xA2, .. "id"u8, 7, 0xA4, .. "data"u8, 0xA6, .. "nobody"u8],
            answer[..result.Count]);
    }

    [Fact]
    public async Task Topics_that_are_not_shared_are_the_clients_own_and_the_gateway_behind_decides()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(static gateway => gateway.Topic(
            "private", topic => topic.Authorize = (connection, _) => connection.Identity is not null));
        using ClientWebSocket nobody = await world.ConnectAsync();
        await nobody.SendTextAsync("""{"event":"subscribe","id":1,"data":{"topic":"private"}}""");
        Assert.Contains("\"forbidden\"", await nobody.ReadTextAsync());
        using ClientWebSocket ada = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("ada"));
        await ada.SendTextAsync("""{"event":"subscribe","id":1,"data":{"topic":"private"}}""");
        Assert.Contains("\"subscribed\"", await ada.ReadTextAsync());
        world.Upstream.PublishRaw("private", "n", "1"u8);
        Assert.Equal("""{"event":"n","topic":"private","offset":1,"data":1}""", await ada.ReadTextAsync());
        await world.KillUpstreamAsync();
        Assert.Matches("^close 1012 reconnect in [0-9]+ ms$", await ada.ReadTextAsync());
    }

    [Fact]
    public async Task Who_only_listens_and_is_signed_in_survives_a_restart_behind_and_asks_again()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using ClientWebSocket ada = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("ada"));
        await ada.SendTextAsync("""{"event":"who","id":1,"data":"x"}""");
        Assert.Contains("ada", await ada.ReadTextAsync());
        await world.KillUpstreamAsync();
        await world.StartUpstreamAsync();
        await ada.SendTextAsync("""{"event":"who","id":2,"data":"x"}""");
        Assert.Equal("""{"event":"who","id":2,"data":"ada"}""", await ada.ReadTextAsync());
    }

    [Fact]
    public async Task Who_is_thrown_out_behind_is_thrown_out()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using ClientWebSocket ada = await world.ConnectAsync("?ticket=" + world.Booth.Ticket("ada"));
        world.Booth.TakeBack("ada");
        await ada.SendTextAsync("""{"event":"who","id":1,"data":"x"}""");
        string last;
        while (!(last = await ada.ReadTextAsync()).StartsWith("close", StringComparison.Ordinal))
            Assert.DoesNotContain("ada", last);
        Assert.StartsWith("close 4401", last);
    }

    [Fact]
    public async Task A_line_nobody_uses_is_given_up_and_made_again()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(
            MapWho, options => options.LineIdleTime = TimeSpan.FromMilliseconds(50));
        await Wire.UntilAsync(() => world.Upstream.ConnectionCount == 2);
        using ClientWebSocket client = await world.ConnectAsync();
        for (int i = 0; i < 2; i++)
        {
            await client.SendTextAsync("""{"event":"who","id":1,"data":"x"}""");
            Assert.Contains("nobody", await client.ReadTextAsync());
            await Wire.UntilAsync(() => world.Upstream.ConnectionCount == 2);
        }
    }

    [Fact]
    public async Task A_line_ends_with_its_client()
    {
        await using RelayWorld world = await RelayWorld.StartAsync(MapWho);
        using (ClientWebSocket client = await world.ConnectAsync())
        {
            await client.SendTextAsync("""{"event":"who","id":1,"data":"x"}""");
            await client.ReadTextAsync();
            Assert.Equal(3, world.Upstream.ConnectionCount);
        }

        await Wire.UntilAsync(() => world.Upstream.ConnectionCount == 2);
    }

    private static void MapWho(WsGateway.Gateway gateway) => gateway.On(
        "who", ChatJson.Default.String, ChatJson.Default.String,
        static (connection, _) => ValueTask.FromResult(connection.Identity?.UserId ?? "nobody"));
}
