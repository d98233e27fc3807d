using System.Net.WebSockets;
using System.Text;

namespace Catalog.Engine.Tests.Gateway.Hosting;

/// <summary>Behind TLS a client notices no difference, whichever way it comes in.</summary>
public sealed class TlsTests
{
    private const int Messages = 500;

    [Theory]
    [InlineData("/ws")]
    [InlineData("/http")]
    public async Task Requests_large_messages_and_the_close_work(string path)
    {
        await using TlsHost host = await TlsHost.StartAsync(MapEcho);
        using ClientWebSocket client = await host.ConnectAsync(path);
        foreach (int size in new[] { 1, 125, 126, 4_000, 60_000 })
        {
            string text = new('x', size);
            await client.SendTextAsync($$"""{"event":"echo","id":{{size}},"data":"{{text}}"}""");
            Assert.Equal($$"""{"event":"echo","id":{{size}},"data":"{{text}}"}""", await client.ReadTextAsync());
        }

        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "done", default);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 0);
    }

    [Theory]
    [InlineData("/ws")]
    [InlineData("/http")]
    public async Task A_broadcast_arrives_whole_and_in_order_also_for_who_reads_late(string path)
    {
        await using TlsHost host = await TlsHost.StartAsync(MapEcho);
        ClientWebSocket[] clients = [await host.ConnectAsync(path), await host.ConnectAsync(path)];
        foreach (ClientWebSocket client in clients)
        {
            await client.SendTextAsync("""{"event":"subscribe","data":{"topic":"news"}}""");
            await client.ReadTextAsync();
        }

        byte[] data = Encoding.UTF8.GetBytes($"\"{new string('x', 1_500)}\"");
        for (int i = 0; i < Messages; i++) Assert.True(host.Gateway.PublishRaw("news", "n", data).IsTaken);
        foreach (ClientWebSocket client in clients)
        {
            for (int i = 1; i <= Messages; i++)
                Assert.StartsWith($$"""{"event":"n","topic":"news","offset":{{i}},""", await client.ReadTextAsync());
            client.Dispose();
        }
    }

    [Fact]
    public async Task HTTP_2_on_the_same_address_is_untouched()
    {
        await using TlsHost host = await TlsHost.StartAsync(MapEcho);
        Assert.Equal("plain", await host.GetAsync("/plain"));
    }

    private static void MapEcho(WsGateway.Gateway gateway) => gateway.On(
        "echo", ChatJson.Default.String, ChatJson.Default.String, (_, text) => ValueTask.FromResult(text));
}
