using System.Net.WebSockets;
using System.Text;

namespace Catalog.Engine.Tests.Gateway;

/// <summary>Short words for talking to a gateway.</summary>
internal static class Wire
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal static Task SendTextAsync(this ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    /// <summary>The next message as text; "close 1001 reason" when it is the end.</summary>
    internal static async Task<string> ReadTextAsync(this ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var bytes = new List<byte>();
        byte[] buffer = new byte[4096];
        while (true)
        {
            WebSocketReceiveResult result = await socket.ReceiveAsync(buffer, patience.Token);
            if (result.MessageType == WebSocketMessageType.Close)
                return $"close {(int)result.CloseStatus!} {result.CloseStatusDescription}".TrimEnd();
            bytes.AddRange(buffer.AsSpan(0, result.Count));
            if (result.EndOfMessage) return Encoding.UTF8.GetString([.. bytes]);
        }
    }

    /// <summary>Waits until something holds.</summary>
    internal static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds()) await Task.Delay(5, patience.Token);
    }
}
