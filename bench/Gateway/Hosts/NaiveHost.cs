using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>
/// What one writes first: System.Net.WebSockets on Kestrel, a channel and a sending loop a connection. The honest
/// baseline of the same runtime.
/// </summary>
internal static class NaiveHost
{
    private const int BufferBytes = 4096;

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        WebApplication app = builder.Build();
        var room = new NaiveRoom();
        app.UseWebSockets();
        app.Map("/ws", async context =>
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            await ServeAsync(socket, room);
        });
        return app;
    }

    private static async Task ServeAsync(WebSocket socket, NaiveRoom room)
    {
        var member = new NaiveMember(socket);
        Task sending = member.SendAllAsync();
        byte[] buffer = new byte[BufferBytes];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult got = await socket.ReceiveAsync(buffer.AsMemory(), default);
                if (got.MessageType == WebSocketMessageType.Close) break;
                Take(buffer.AsSpan(0, got.Count), member, room);
            }
        }
        catch (WebSocketException)
        {
            // Gone without a word, as clients go.
        }

        room.Leave(member);
        member.End();
        await sending;
    }

    private static void Take(ReadOnlySpan<byte> message, NaiveMember member, NaiveRoom room)
    {
        if (message.SequenceEqual("join"u8))
        {
            room.Join(member);
            member.Post("joined"u8.ToArray());
            return;
        }

        room.Publish(message.ToArray());
    }
}
