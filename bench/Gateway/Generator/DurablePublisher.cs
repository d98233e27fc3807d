using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Catalog.Bench.Gateway.Hosts;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// Publishes numbers to the durable topic, one after the other, and goes on with the next when the server was away:
/// what was under way then may be on the topic or not.
/// </summary>
internal sealed class DurablePublisher(int port, int perSecond)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private volatile bool _isStopped;
    private long _published;

    /// <summary>Numbers that were sent.</summary>
    public long PublishedCount => Volatile.Read(ref _published);

    /// <summary>Publishes no more.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Publishes until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!_isStopped)
        {
            try
            {
                using ClientWebSocket socket = await ConnectAsync(port, cancel);
                await PublishAsync(socket, cancel);
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancel); // all it sent was taken
            }
            catch (WebSocketException)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    /// <summary>How many of the last numbers that were sent nobody saw.</summary>
    public long LostCount(DurableReader[] readers) => PublishedCount - readers.Max(r => r.LastNumber);

    /// <summary>The topic's last message, as the server tells a new subscriber.</summary>
    public static async Task<long> LastOffsetAsync(int port, CancellationToken cancel)
    {
        using ClientWebSocket socket = await ConnectAsync(port, cancel);
        await SendAsync(
            socket, $$$"""{"event":"subscribe","id":1,"data":{"topic":"{{{CatalogHost.Durable}}}"}}""", cancel);
        byte[] buffer = new byte[1024];
        ValueWebSocketReceiveResult got = await socket.ReceiveAsync(buffer.AsMemory(), cancel);
        using var answer = JsonDocument.Parse(buffer.AsMemory(0, got.Count));
        return answer.RootElement.GetProperty("data").GetProperty("offset").GetInt64();
    }

    private async Task PublishAsync(ClientWebSocket socket, CancellationToken cancel)
    {
        TimeSpan interval = TimeSpan.FromSeconds(1.0 / perSecond);
        while (!_isStopped)
        {
            string number = (PublishedCount + 1).ToString(CultureInfo.InvariantCulture);
            Interlocked.Increment(ref _published);
            await SendAsync(socket, $$"""{"event":"{{CatalogHost.Durable}}","data":{{number}}}""", cancel);
            await Task.Delay(interval, cancel);
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(int port, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws"), cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static ValueTask SendAsync(ClientWebSocket socket, string text, CancellationToken cancel) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, cancel);
}
