using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace Catalog.Engine.Tests.Gateway.Topics;

/// <summary>
/// Clients cut at random during a storm of messages, the server restarted in the middle: each sees each message of a
/// durable topic exactly once and in order.
/// </summary>
public sealed partial class ResumeStormTests
{
    private const int Clients = 300;
    private const int Messages = 1_200;

    private readonly ListHistory _journal = new() { PageSize = 200 };
    private readonly string?[] _doing = new string?[Clients];
    private volatile int _port;

    [Fact]
    public async Task Everybody_sees_everything_once()
    {
        GatewayHost host = await StartAsync();
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(RunClientAsync)];
        for (int i = 1; i <= Messages; i++)
        {
            _journal.Publish(host.Gateway);
            if (i % 10 == 0) await Task.Delay(1);
            if (i != Messages / 2) continue;
            await host.DisposeAsync();
            host = await StartAsync();
        }

        Task all = Task.WhenAll(clients);
        if (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(180))) != all) Assert.Fail(Describe(host));
        await all;
        await host.DisposeAsync();
    }

    /// <summary>Who is still waiting, at which server and for what: what a storm that does not end is about.</summary>
    private string Describe(GatewayHost host) =>
        $"Not done, the server being at port {host.Port}: " + string.Join("; ", _doing.Where(text => text is not null));

    private async Task<GatewayHost> StartAsync()
    {
        GatewayHost host = await GatewayHost.StartAsync(
            o => (o.MaxReplayBytes, o.MessagesPerSecond) = (10_000_000, 0),
            gateway => gateway.Topic("d", topic => (topic.History, topic.HistoryMessages) = (_journal, 64)));
        _port = host.Port;
        return host;
    }

    private async Task RunClientAsync(int seed)
    {
        var random = new Random(seed);
        int last = 0;
        while (last < Messages)
        {
            try
            {
                last = await RunConnectionAsync(random, last, seed);
            }
            catch (WebSocketException)
            {
                await Task.Delay(random.Next(30)); // the server is between two lives
            }
        }

        _doing[seed] = null;
    }

    private async Task<int> RunConnectionAsync(Random random, int last, int seed)
    {
        using var socket = new ClientWebSocket();
        int port = _port;
        _doing[seed] = $"{seed} connects to {port}";
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws"), default);
        await socket.SendTextAsync(
            $$$"""{"event":"subscribe","data":{"topic":"d","offset":{{{last}}},"epoch":"{{{_journal.Epoch}}}"}}""");
        int until = last + random.Next(1, 300);
        while (last < Math.Min(until, Messages))
        {
            string text;
            _doing[seed] = $"{seed} has {last} of {port}";
            try
            {
                text = await socket.ReadTextAsync();
            }
            catch (WebSocketException)
            {
                return last;
            }

            if (text.StartsWith("close", StringComparison.Ordinal)) return last;
            Assert.DoesNotContain("\"recovery\":\"gap\"", text);
            if (!text.StartsWith("{\"event\":\"n\"", StringComparison.Ordinal)) continue;
            int offset = int.Parse(Offset().Match(text).Groups[1].Value);
            Assert.Equal(last + 1, offset);
            last = offset;
        }

        socket.Abort();
        return last;
    }

    [GeneratedRegex("\"offset\":(\\d+)")]
    private static partial Regex Offset();
}
