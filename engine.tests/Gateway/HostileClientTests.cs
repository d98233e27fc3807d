using System.Collections.Concurrent;
using System.Net.WebSockets;
using Catalog.Engine.Tests.Gateway.Framing;

namespace Catalog.Engine.Tests.Gateway;

/// <summary>Clients that flood, never read, drip or vanish: a good one beside them notices nothing.</summary>
public sealed class HostileClientTests
{
    [Fact]
    public async Task Who_floods_is_sent_away_with_4429()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => (o.MessagesPerSecond, o.MessageBurst) = (10, 20), MapEcho);
        using var flood = new RawClient(host.Port);
        flood.Upgrade();
        byte[] message = ClientFrames.Text("""{"event":"echo","data":1}""");
        flood.Send([.. Enumerable.Repeat(message, 500).SelectMany(frame => frame)]);
        int answers = 0;
        string last;
        while ((last = flood.ReadText()).StartsWith("{", StringComparison.Ordinal)) answers++;
        Assert.Equal("close 4429", last);
        Assert.InRange(answers, 20, 60);
        await AssertServesAsync(host);
    }

    [Fact]
    public async Task Nonsense_counts_more_than_sense()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => (o.MessagesPerSecond, o.MessageBurst) = (1, 100), MapEcho);
        using var flood = new RawClient(host.Port);
        flood.Upgrade();
        byte[] message = ClientFrames.Text("""{"event":"nothing"}""");
        flood.Send([.. Enumerable.Repeat(message, 100).SelectMany(frame => frame)]);
        int answers = 0;
        string last;
        while ((last = flood.ReadText()).StartsWith("{", StringComparison.Ordinal)) answers++;
        Assert.Equal("close 4429", last);
        Assert.InRange(answers, 10, 12);
    }

    [Fact]
    public async Task Pings_are_limited_like_messages()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => (o.MessagesPerSecond, o.MessageBurst) = (10, 20), MapEcho);
        using var flood = new RawClient(host.Port);
        flood.Upgrade();
        flood.Send([.. Enumerable.Repeat(ClientFrames.Frame(9, "x"u8), 500).SelectMany(frame => frame)]);
        string last;
        while ((last = flood.ReadText()) == "pong x")
        {
        }

        Assert.Equal("close 4429", last);
    }

    [Fact]
    public async Task Who_never_reads_is_sent_away_and_delays_nobody()
    {
        const int messages = 4_000;
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.MaxQueuedBytes = 64 * 1024, MapEcho);
        RawClient[] sleepers = [.. Enumerable.Range(0, 20).Select(_ => new RawClient(host.Port, 4096))];
        foreach (RawClient sleeper in sleepers)
        {
            sleeper.Upgrade();
            sleeper.Send(ClientFrames.Text("""{"event":"subscribe","data":{"topic":"news"}}"""));
        }

        using ClientWebSocket reader = await host.ConnectAsync();
        await reader.SendTextAsync("""{"event":"subscribe","data":{"topic":"news"}}""");
        await reader.ReadTextAsync();
        await Wire.UntilAsync(() => host.Gateway.Topics.Find("news")!.SubscriberCount == sleepers.Length + 1);
        byte[] data = [(byte)'"', .. Enumerable.Repeat((byte)'x', 2_000), (byte)'"'];
        int last = 0;
        for (int i = 1; i <= messages; i++)
        {
            Assert.True(host.Gateway.PublishRaw("news", "n", data).IsTaken);
            Assert.StartsWith($$"""{"event":"n","topic":"news","offset":{{i}},""", await reader.ReadTextAsync());
            if (host.Gateway.SubscriberCount("news") > 1) last = i;
        }

        // Their queue, what the kernel may hold unsent, what a window lets through: not the megabytes it would take.
        if (OperatingSystem.IsLinux()) Assert.InRange(last, 30, 500);

        await Wire.UntilAsync(() => host.Gateway.Topics.Find("news")!.SubscriberCount == 1);
        foreach (RawClient sleeper in sleepers) sleeper.Dispose();
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 1);
    }

    [Fact]
    public async Task Who_drips_bytes_holds_nothing_up_and_does_not_stay()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(
            o => (o.HandshakeTimeout, o.PingInterval, o.PongTimeout) = (Ms(5000), Ms(1000), Ms(2000)), MapEcho);
        var drips = new List<RawClient>();
        for (int i = 0; i < 100; i++)
        {
            var head = new RawClient(host.Port);
            head.Send(RawClient.Request()[..(i % 30)]);
            var frame = new RawClient(host.Port);
            frame.Upgrade();
            frame.Send([0x81, 0xFE, 0x7F]); // a frame of 32 KiB, says its beginning
            drips.Add(head);
            drips.Add(frame);
        }

        await AssertServesAsync(host);
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount <= 100);
        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 0);
        foreach (RawClient drip in drips) drip.Dispose();
    }

    [Fact]
    public async Task A_slow_handler_holds_up_its_own_client_alone_and_in_order()
    {
        var gate = new TaskCompletionSource();
        await using GatewayHost host = await GatewayHost.StartAsync(map: gateway =>
        {
            MapEcho(gateway);
            gateway.On("wait", ChatJson.Default.String, async (_, _) => await gate.Task);
        });
        foreach (string path in new[] { "/ws", "/pipe", "/http" })
        {
            using ClientWebSocket slow = await host.ConnectAsync(path);
            await slow.SendTextAsync("""{"event":"wait","id":1,"data":""}""");
            for (int i = 2; i < 50; i++) await slow.SendTextAsync($$"""{"event":"echo","data":{{i}}}""");
            await AssertServesAsync(host);
            gate.TrySetResult();
            Assert.Equal("""{"event":"wait","id":1}""", await slow.ReadTextAsync());
            for (int i = 2; i < 50; i++)
                Assert.Equal($$"""{"event":"echoed","data":{{i}}}""", await slow.ReadTextAsync());
        }
    }

    [Fact]
    public async Task Independent_requests_overtake_each_other_up_to_a_bound()
    {
        var gates = new ConcurrentDictionary<int, TaskCompletionSource>();
        await using GatewayHost host = await GatewayHost.StartAsync(o => o.MaxConcurrentRequests = 3, gateway =>
            gateway.On("wait", ChatJson.Default.Int32, ChatJson.Default.Int32, async (_, number) =>
            {
                await gates.GetOrAdd(number, _ => new TaskCompletionSource()).Task;
                return number;
            }, isIndependent: true));
        foreach (string path in new[] { "/ws", "/pipe", "/http" })
        {
            gates.Clear();
            using ClientWebSocket client = await host.ConnectAsync(path);
            for (int i = 0; i < 5; i++) await client.SendTextAsync($$"""{"event":"wait","id":{{i}},"data":{{i}}}""");
            await client.SendTextAsync("""{"event":"subscribe","id":"s","data":{"topic":"t"}}""");
            await Wire.UntilAsync(() => gates.Count == 3);
            gates[1].SetResult(); // frees a place, but it is the third that the next message waits for
            Assert.Equal("""{"event":"wait","id":1,"data":1}""", await client.ReadTextAsync());
            Assert.Equal(3, gates.Count);
            gates[2].SetResult();
            Assert.Equal("""{"event":"wait","id":2,"data":2}""", await client.ReadTextAsync());
            await Wire.UntilAsync(() => gates.Count == 5);
            gates[4].SetResult();
            Assert.Equal("""{"event":"wait","id":4,"data":4}""", await client.ReadTextAsync());
            Assert.Contains("\"subscribed\",\"id\":\"s\"", await client.ReadTextAsync());
            foreach (int late in new[] { 0, 3 })
            {
                gates[late].SetResult();
                Assert.Equal($$"""{"event":"wait","id":{{late}},"data":{{late}}}""", await client.ReadTextAsync());
            }
        }
    }

    [Fact]
    public async Task A_client_that_breaks_the_protocol_hears_the_code()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(map: MapEcho);
        foreach (string path in new[] { "/ws", "/pipe", "/http" })
        {
            using var wrong = new RawClient(host.Port);
            wrong.Upgrade(RawClient.Request(path));
            wrong.Send(ClientFrames.Frame(3, "x"u8));
            Assert.Equal("close 1002", wrong.ReadText());
            Assert.Equal("end", wrong.ReadText());
        }

        await Wire.UntilAsync(() => host.Gateway.ConnectionCount == 0);
    }

    private static TimeSpan Ms(int count) => TimeSpan.FromMilliseconds(count);

    private static async Task AssertServesAsync(GatewayHost host)
    {
        using ClientWebSocket good = await host.ConnectAsync();
        await good.SendTextAsync("""{"event":"echo","data":"still here"}""");
        Assert.Equal("""{"event":"echoed","data":"still here"}""", await good.ReadTextAsync());
    }

    private static void MapEcho(WsGateway.Gateway gateway) =>
        gateway.OnRaw("echo", (connection, data) => connection.SendRaw("echoed", data));
}
