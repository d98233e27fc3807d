using System.Net.Sockets;
using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway.Handshake;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Gateway.Handshake;

public sealed class HandshakeTests
{
    [Fact]
    public void The_accept_key_is_that_of_the_RFC() =>
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", HandshakeRules.AcceptOf("dGhlIHNhbXBsZSBub25jZQ=="));

    [Theory]
    [InlineData("§4.2.1-1 the method is GET", "GET ", "POST ", 405)]
    [InlineData("§4.2.1-1 HTTP is 1.1", "HTTP/1.1", "HTTP/1.0", 505)]
    [InlineData("§4.2.1-2 there is a Host", "Host: 127.0.0.1\r\n", "", 400)]
    [InlineData("§4.2.1-3 Upgrade says websocket", "Upgrade: websocket\r\n", "Upgrade: h2c\r\n", 426)]
    [InlineData("§4.2.1-3 there is an Upgrade", "Upgrade: websocket\r\n", "", 426)]
    [InlineData("§4.2.1-4 Connection says Upgrade", "keep-alive, Upgrade", "keep-alive", 426)]
    [InlineData("§4.2.1-5 the key is 16 bytes", "dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZQ==", 400)]
    [InlineData("§4.2.1-5 the key is base64", "dGhlIHNhbXBsZSBub25jZQ==", "!GhlIHNhbXBsZSBub25jZQ==", 400)]
    [InlineData("§4.2.1-6 the version is 13", "Version: 13", "Version: 8", 426)]
    [InlineData("§4.2.2-1 a foreign origin", "Upgrade:", "Origin: https://evil.test\r\nUpgrade:", 403)]
    [InlineData("§4.2.2-1 the same origin", "Upgrade:", "Origin: http://127.0.0.1\r\nUpgrade:", 101)]
    [InlineData("§4.2.2-1 a listed origin", "Upgrade:", "Origin: https://good.test\r\nUpgrade:", 101)]
    [InlineData("§4.2.1-3 case does not matter", "Upgrade: websocket", "uPGRADE: WebSocket", 101)]
    [InlineData("RFC 9112 §5.1 no space before the colon", "Upgrade:", "Upgrade :", 400)]
    [InlineData("as it should be", "", "", 101)]
    public void Rfc6455_handshake(string clause, string from, string to, int status)
    {
        string text = RawClient.Request();
        if (from.Length > 0) text = text.Replace(from, to, StringComparison.Ordinal);
        var options = new WsGateway.GatewayOptions { AllowedOrigins = { "https://good.test" } };
        byte[] head = System.Text.Encoding.Latin1.GetBytes(text);
        bool isRequest = UpgradeRequest.TryParse(head, out UpgradeRequest? request);
        Assert.True((isRequest ? HandshakeRules.Judge(request!, options).Status : 400) == status, clause);
    }

    [Theory]
    [InlineData("catalog.json", "catalog.json")]
    [InlineData("chat, catalog.msgpack, catalog.json", "catalog.msgpack")]
    [InlineData("chat", null)]
    [InlineData("ticket.abc, catalog.json", "catalog.json")]
    public async Task The_first_subprotocol_known_is_agreed_on(string offer, string? agreed)
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        foreach (string path in new[] { "/ws", "/pipe", "/http" })
        {
            using var client = new RawClient(host.Port);
            string head = client.Upgrade(RawClient.Request(path, $"Sec-WebSocket-Protocol: {offer}\r\n"));
            Assert.StartsWith("HTTP/1.1 101 Switching Protocols\r\n", head);
            Assert.Contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", head);
            if (agreed is null) Assert.DoesNotContain("Sec-WebSocket-Protocol", head);
            else Assert.Contains($"Sec-WebSocket-Protocol: {agreed}\r\n", head);
        }
    }

    [Fact]
    public async Task A_refusal_says_why_and_ends_the_connection()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var client = new RawClient(host.Port);
        string head = client.Upgrade(RawClient.Request(more: "Origin: https://evil.test\r\n"));
        Assert.StartsWith("HTTP/1.1 403 Forbidden\r\n", head);
        Assert.Contains("application/problem+json", head);
        client.ReadFrame();
        Assert.Equal(0, host.Gateway.ConnectionCount);
    }

    [Fact]
    public async Task A_handshake_may_come_byte_by_byte_with_frames_right_behind_it()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var client = new RawClient(host.Port);
        foreach (char one in RawClient.Request()) client.Send(one.ToString());
        client.ReadHead();
        using var eager = new RawClient(host.Port);
        byte[] ping = Framing.ClientFrames.Frame(9, "now"u8);
        eager.Send([.. System.Text.Encoding.ASCII.GetBytes(RawClient.Request()), .. ping]);
        eager.ReadHead();
        Assert.Equal("pong now", eager.ReadText());
    }

    [Fact]
    public async Task HTTP_may_come_byte_by_byte_too()
    {
        await using GatewayHost host = await GatewayHost.StartAsync();
        using var client = new RawClient(host.Port);
        foreach (char one in "GET /wsx HTTP/1.1\r\nHost: x\r\n\r\n") client.Send(one.ToString());
        Assert.StartsWith("HTTP/1.1 404", client.ReadHead());
    }

    [Fact]
    public async Task One_connection_too_many_is_told_to_come_back()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.MaxConnections = 1);
        using var first = new RawClient(host.Port);
        Assert.StartsWith("HTTP/1.1 101", first.Upgrade());
        using var second = new RawClient(host.Port);
        string head = second.Upgrade();
        Assert.StartsWith("HTTP/1.1 503", head);
        Assert.Contains("Retry-After: 5\r\n", head);
    }

    [Fact]
    public async Task Connecting_is_limited_in_rate()
    {
        // No time passes there: however long eight take, they are of one second.
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => o.MaxConnectsPerSecond = 3,
            services: static services => services.AddSingleton<TimeProvider>(new ManualTime()));
        string[] heads = [.. Enumerable.Range(0, 8).Select(_ =>
        {
            using var client = new RawClient(host.Port);
            return client.Upgrade();
        })];
        Assert.Equal(3, heads.TakeWhile(head => head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal)).Count());
        Assert.Contains(heads, head => head.Contains("Retry-After: 1\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_finish_the_handshake_is_cut_off()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => o.HandshakeTimeout = TimeSpan.FromMilliseconds(250));
        using var client = new RawClient(host.Port);
        client.Send("GET /ws HTTP/1.1\r\nHost: ");
        Assert.Equal("end", client.ReadText());
        using var endless = new RawClient(host.Port);
        try
        {
            endless.Send($"GET /ws HTTP/1.1\r\nX: {new string('x', 100_000)}");
        }
        catch (SocketException)
        {
            // The server need not wait for all of it.
        }

        Assert.Equal("end", endless.ReadText());
    }
}
