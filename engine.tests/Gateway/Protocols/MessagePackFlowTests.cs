using System.Net.WebSockets;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.WsGateway.Protocols;

namespace Catalog.Engine.Tests.Gateway.Protocols;

public sealed class MessagePackFlowTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,false,null],"c":{"d":"x\ny","e":-5},"f":1.5,"g":18446744073709551615,"h":{}}""")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("[[[[1]]],{\"a\":[{}]}]")]
    public void Both_languages_say_the_same(string json)
    {
        var packed = new ByteBuffer();
        JsonToMessagePack.Write(System.Text.Encoding.UTF8.GetBytes(json), packed);
        Assert.True(InboundText.Current.TryTranslate(packed.WrittenSpan, out ReadOnlySpan<byte> back));
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(back));
    }

    [Theory]
    [InlineData("C1")]
    [InlineData("81A161")]
    [InlineData("8101C0")]
    [InlineData("CB7FF0000000000000")]
    [InlineData("C0C0")]
    [InlineData("DDFFFFFFFF")]
    public void What_is_not_MessagePack_or_cannot_be_said_in_JSON_is_told(string hex) =>
        Assert.False(InboundText.Current.TryTranslate(Convert.FromHexString(hex), out _));

    [Fact]
    public void Depth_is_bounded()
    {
        byte[] deep = [.. Enumerable.Repeat((byte)0x91, 100), 0xC0];
        Assert.False(InboundText.Current.TryTranslate(deep, out _));
    }

    [Fact]
    public async Task A_client_that_speaks_MessagePack_hears_the_same_as_one_that_speaks_JSON()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway =>
        {
            gateway.Topic("room/*", topic => topic.HistoryMessages = 10);
            gateway.On("say", ChatJson.Default.Said, ChatJson.Default.Int32, (_, said) =>
            {
                gateway.Publish($"room/{said.Room}", "said", said, ChatJson.Default.Said);
                return ValueTask.FromResult(said.Text.Length);
            });
        });
        host.Gateway.PublishRaw("room/7", "first", "{\"n\":1}"u8);
        using ClientWebSocket json = await host.ConnectAsync();
        using ClientWebSocket packed = await host.ConnectAsync(subprotocol: "catalog.msgpack");
        Assert.Equal("catalog.msgpack", packed.SubProtocol);
        string epoch = host.Gateway.Topics.Find("room/7")!.Epoch;
        string wish = $$$"""{"event":"subscribe","data":{"topic":"room/7","offset":0,"epoch":"{{{epoch}}}"}}""";
        await json.SendTextAsync(wish);
        await SendPackedAsync(packed, wish);
        await SendPackedAsync(packed, """{"event":"say","id":9,"data":{"room":"7","text":"hi"}}""");
        Assert.Equal("""{"event":"say","id":9,"data":2}""", (await ReadPackedAsync(packed, 4))[3]);
        Assert.Contains("\"recovery\":\"complete\"", await json.ReadTextAsync());
        Assert.Equal("""{"event":"first","topic":"room/7","offset":1,"data":{"n":1}}""", await json.ReadTextAsync());
        Assert.StartsWith("""{"event":"said","topic":"room/7","offset":2,""", await json.ReadTextAsync());
    }

    [Fact]
    public async Task The_other_kind_of_message_is_refused()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using ClientWebSocket json = await host.ConnectAsync();
        await json.SendAsync(new byte[] { 0xC0 }, WebSocketMessageType.Binary, true, default);
        Assert.StartsWith("close 1003", await json.ReadTextAsync());
        using ClientWebSocket packed = await host.ConnectAsync(subprotocol: "catalog.msgpack");
        await packed.SendTextAsync("{}");
        Assert.StartsWith("close 1003", await packed.ReadTextAsync());
    }

    private static Task SendPackedAsync(ClientWebSocket socket, string json)
    {
        var packed = new ByteBuffer();
        JsonToMessagePack.Write(System.Text.Encoding.UTF8.GetBytes(json), packed);
        return socket.SendAsync(packed.WrittenMemory.ToArray(), WebSocketMessageType.Binary, true, default);
    }

    private static async Task<List<string>> ReadPackedAsync(ClientWebSocket socket, int count)
    {
        var found = new List<string>();
        byte[] buffer = new byte[4096];
        for (int i = 0; i < count; i++)
        {
            WebSocketReceiveResult result = await socket.ReceiveAsync(buffer, default);
            Assert.Equal(WebSocketMessageType.Binary, result.MessageType);
            Assert.True(result.EndOfMessage);
            Assert.Equal(MessagePackType.Map, new MessagePackReader(buffer.AsSpan(0, result.Count)).PeekType());
            Assert.True(InboundText.Current.TryTranslate(buffer.AsSpan(0, result.Count), out ReadOnlySpan<byte> json));
            found.Add(System.Text.Encoding.UTF8.GetString(json));
        }

        return found;
    }
}
