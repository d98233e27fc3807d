using System.Net.WebSockets;
using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.Gateway.Framing;
using Catalog.WsGateway.Compression;

namespace Catalog.Engine.Tests.Gateway.Compression;

public sealed class CompressedFlowTests
{
    private const string Offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

    [Fact]
    public async Task DotNets_client_speaks_compressed_in_both_directions()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.AllowCompression = true, MapEcho);
        using var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/ws"), default);
        for (int i = 0; i < 3; i++)
        {
            string data = $"\"{string.Concat(Enumerable.Repeat("no surprise ", 200 + i))}\"";
            await socket.SendTextAsync($$"""{"event":"echo","data":{{data}}}""");
            Assert.Equal($$"""{"event":"echoed","data":{{data}}}""", await socket.ReadTextAsync());
        }
    }

    [Fact]
    public async Task Large_messages_are_compressed_and_small_ones_are_not()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.AllowCompression = true, MapEcho);
        using var client = new RawClient(host.Port);
        string head = client.Upgrade(RawClient.Request(more: Offer));
        Assert.Contains("permessage-deflate; server_no_context_takeover; client_no_context_takeover\r\n", head);
        client.Send(ClientFrames.Text("""{"event":"echo","data":1}"""));
        Assert.Equal(0x81, client.ReadFrame()!.Value.First);
        client.Send(ClientFrames.Text($$"""{"event":"echo","data":"{{new string('x', 1000)}}"}"""));
        (int first, byte[] payload) = client.ReadFrame()!.Value;
        Assert.Equal(0xC1, first);
        Assert.True(payload.Length < 100);
    }

    [Fact]
    public async Task Without_agreement_a_compressed_message_is_an_error()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: MapEcho);
        using var client = new RawClient(host.Port);
        Assert.DoesNotContain("permessage-deflate", client.Upgrade(RawClient.Request(more: Offer)));
        client.Send(Deflated("""{"event":"echo","data":1}"""u8.ToArray()));
        Assert.Equal("close 1002", client.ReadText());
    }

    [Theory]
    [InlineData("a bomb", 1009)]
    [InlineData("not UTF-8", 1007)]
    [InlineData("not DEFLATE", 1007)]
    [InlineData("in fragments", 0)]
    public async Task Rfc7692_messages(string what, int code)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.AllowCompression = true, MapEcho);
        using var client = new RawClient(host.Port);
        client.Upgrade(RawClient.Request(more: Offer));
        byte[] good = Deflated("""{"event":"echo","data":1}"""u8.ToArray());
        client.Send(what switch
        {
            "a bomb" => Deflated(new byte[2_000_000]),
            "not UTF-8" => Deflated([0xFF, 0xFF]),
            "not DEFLATE" => ClientFrames.Frame(1, [0xFF, 0xFF], reserved: 4),
            _ => Fragments("""{"event":"echo","data":1}"""),
        });
        Assert.Equal(code == 0 ? """{"event":"echoed","data":1}""" : $"close {code}", client.ReadText());
    }

    private static byte[] Deflated(byte[] message)
    {
        var deflated = new ByteBuffer();
        MessageDeflater.Deflate(message, deflated);
        return ClientFrames.Frame(1, deflated.WrittenSpan, reserved: 4);
    }

    /// <summary>RSV1 on the first frame only, a ping between (RFC 7692 §6.1).</summary>
    private static byte[] Fragments(string text)
    {
        var deflated = new ByteBuffer();
        MessageDeflater.Deflate(Encoding.UTF8.GetBytes(text), deflated);
        ReadOnlySpan<byte> bytes = deflated.WrittenSpan;
        return
        [
            .. ClientFrames.Frame(1, bytes[..3], isFinal: false, reserved: 4),
            .. ClientFrames.Frame(0, bytes[3..7], isFinal: false),
            .. ClientFrames.Frame(0, bytes[7..]),
        ];
    }

    private static void MapEcho(WsGateway.Gateway gateway) =>
        gateway.OnRaw("echo", (connection, data) => connection.SendRaw("echoed", data));
}
