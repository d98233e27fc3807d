using System.Net.WebSockets;
using Catalog.WsGateway;

namespace Catalog.Engine.Tests.Gateway;

public sealed class GatewayFlowTests
{
    [Theory]
    [InlineData("/ws")]
    [InlineData("/pipe")]
    [InlineData("/http")]
    public async Task A_room_is_twenty_lines(string path)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: MapRoom);
        using ClientWebSocket ann = await host.ConnectAsync(path);
        using ClientWebSocket bob = await host.ConnectAsync(path);
        foreach (ClientWebSocket socket in new[] { ann, bob })
        {
            await socket.SendTextAsync("""{"event":"subscribe","id":1,"data":{"topic":"room/7"}}""");
            string answer = await socket.ReadTextAsync();
            Assert.StartsWith("""{"event":"subscribed","id":1,"data":{"topic":"room/7","epoch":""", answer);
            Assert.EndsWith(""","offset":0,"recovery":"none"}}""", answer);
        }

        await ann.SendTextAsync("""{"event":"say","id":"x","data":{"room":"7","text":"hello"}}""");
        const string expected = """{"event":"said","topic":"room/7","offset":1,"data":{"room":"7","text":"hello"}}""";
        Assert.Equal(expected, await ann.ReadTextAsync());
        Assert.Equal("""{"event":"say","id":"x","data":5}""", await ann.ReadTextAsync());
        Assert.Equal(expected, await bob.ReadTextAsync());
        await ann.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default);
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 1);
    }

    [Theory]
    [InlineData("/ws")]
    [InlineData("/pipe")]
    [InlineData("/http")]
    public async Task Many_messages_arrive_in_order_and_once(string path)
    {
        const int count = 2_000;
        await using GatewayHost host = await GatewayHost.StartAsync(map: MapRoom);
        using ClientWebSocket socket = await host.ConnectAsync(path);
        await socket.SendTextAsync("""{"event":"subscribe","data":{"topic":"room/1"}}""");
        await socket.ReadTextAsync();
        for (int i = 0; i < count; i++) host.Gateway.PublishRaw("room/1", "n", "true"u8);
        for (int i = 1; i <= count; i++)
        {
            string expected = $$"""{"event":"n","topic":"room/1","offset":{{i}},"data":true}""";
            Assert.Equal(expected, await socket.ReadTextAsync());
        }
    }

    /// <summary>Its blocks are pinned, which counts as the oldest generation; arrays made for it begin young.</summary>
    [Fact]
    public async Task Connections_of_HTTP_take_their_memory_from_Kestrels_own_pool()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        Assert.Equal($"{GC.MaxGeneration}", await http.GetStringAsync("/memory"));
    }

    [Fact]
    public async Task Other_requests_reach_HTTP_untouched()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        Assert.Equal("plain", await http.GetStringAsync("/plain"));
        using var other = new HttpClient { BaseAddress = http.BaseAddress };
        using HttpResponseMessage wrong = await other.GetAsync("/ws");
        Assert.Equal(426, (int)wrong.StatusCode);
    }

    [Fact]
    public async Task The_server_closes_with_a_code()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway =>
            gateway.OnRaw("go", (connection, _) => connection.Close(CloseCode.Forbidden, "no")));
        using ClientWebSocket socket = await host.ConnectAsync();
        await socket.SendTextAsync("""{"event":"go"}""");
        Assert.Equal("close 4403 no", await socket.ReadTextAsync());
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 0);
    }

    private static void MapRoom(WsGateway.Gateway gateway)
    {
        gateway.Topic("room/*", topic => topic.HistoryMessages = 100);
        gateway.On("say", ChatJson.Default.Said, ChatJson.Default.Int32, (_, said) =>
        {
            gateway.Publish($"room/{said.Room}", "said", said, ChatJson.Default.Said);
            return ValueTask.FromResult(said.Text.Length);
        });
    }
}
