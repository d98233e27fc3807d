using System.Net.WebSockets;
using System.Threading.Channels;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>A connection and what it has yet to be sent.</summary>
internal sealed class NaiveMember(WebSocket socket)
{
    private readonly Channel<byte[]> _waiting =
        Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(byte[] message) => _waiting.Writer.TryWrite(message);

    public void End() => _waiting.Writer.TryComplete();

    public async Task SendAllAsync()
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync())
                while (_waiting.Reader.TryRead(out byte[]? message))
                    await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default);
        }
        catch (WebSocketException)
        {
            // The receiving side notices, too.
        }
    }
}
