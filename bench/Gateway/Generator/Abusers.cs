using System.Net;
using System.Net.Sockets;
using Catalog.Bench.Gateway.Hosts;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>Clients as no server wants them, by the thousand. Each ends when the server has ended it.</summary>
internal sealed class Abusers(int port)
{
    private const int BulkBytes = 8 * 1024;
    private const int TinyBuffer = 2304;
    private static readonly TimeSpan TricklePause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BulkPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Arrivals = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SilencePatience = TimeSpan.FromSeconds(20);

    /// <summary>Runs so many of a kind, one after the other a millisecond apart.</summary>
    public static async Task RunAsync(int count, Func<CancellationToken, Task> abuse, CancellationToken cancel)
    {
        var all = new List<Task>(count);
        for (int i = 0; i < count; i++)
        {
            all.Add(abuse(cancel));
            await Task.Delay(Arrivals, cancel);
        }

        await Task.WhenAll(all);
    }

    /// <summary>Slow loris: the request comes byte by byte and never to its end.</summary>
    public async Task TrickleAsync(CancellationToken cancel)
    {
        using Socket socket = await ConnectAsync(cancel);
        byte[] request = WsClient.HandshakeOf("/ws");
        try
        {
            await socket.SendAsync(request.AsMemory(0, 10), cancel);
            for (int at = 10; ; at = Math.Min(at + 1, request.Length - 2))
            {
                await Task.Delay(TricklePause, cancel);
                if (await socket.SendAsync(request.AsMemory(at, 1), cancel) == 0 || IsEnded(socket)) return;
            }
        }
        catch (SocketException)
        {
            // Sent away.
        }
    }

    /// <summary>Sends as fast as it is let, far above its allowance.</summary>
    public async Task FloodAsync(CancellationToken cancel)
    {
        using Socket socket = await UpgradeAsync(0, cancel);
        byte[] frame = ClientFrame.Text("""{"event":"none"}""");
        byte[] frames = new byte[64 * frame.Length];
        for (int i = 0; i < frames.Length; i += frame.Length) frame.CopyTo(frames, i);
        try
        {
            while (!IsEnded(socket))
            {
                await socket.SendAsync(frames, cancel);
                await Task.Yield(); // a send that has room does not wait, and there are others
            }
        }
        catch (SocketException)
        {
            // Sent away.
        }
    }

    /// <summary>Half open: was there once, and never says anything again, not even to a ping.</summary>
    public async Task GoSilentAsync(CancellationToken cancel)
    {
        using Socket socket = await UpgradeAsync(0, cancel);
        byte[] buffer = new byte[256];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(SilencePatience);
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) > 0)
            {
                // The ping, which stays without an answer.
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Sent away.
        }
    }

    /// <summary>Subscribe to large messages, which one of them publishes, and never read.</summary>
    public async Task NeverReadAsync(int count, CancellationToken cancel)
    {
        var sockets = new List<Socket>(count);
        byte[] join = ClientFrame.Text($$$"""{"event":"subscribe","data":{"topic":"{{{CatalogHost.Bulk}}}"}}""");
        byte[] bulk = ClientFrame.Text(
            $$"""{"event":"{{CatalogHost.Bulk}}","data":"{{new string('x', BulkBytes)}}"}""");
        try
        {
            for (int i = 0; i < count; i++)
            {
                sockets.Add(await UpgradeAsync(TinyBuffer, cancel));
                await sockets[^1].SendAsync(join, cancel);
            }

            using Socket publisher = await UpgradeAsync(0, cancel);
            while (sockets.Exists(one => !IsGone(one)))
            {
                await publisher.SendAsync(bulk, cancel);
                await Task.Delay(BulkPause, cancel);
            }
        }
        finally
        {
            foreach (Socket socket in sockets) socket.Dispose();
        }
    }

    // Without reading: what the server closed is seen by an error, once it answers what we send with a reset.
    private static bool IsGone(Socket socket)
    {
        try
        {
            return socket.Poll(0, SelectMode.SelectError) || socket.Send(ClientFrame.Pong, SocketFlags.None) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static bool IsEnded(Socket socket) => socket.Poll(0, SelectMode.SelectError)
        || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);

    private async Task<Socket> ConnectAsync(CancellationToken cancel, int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0) socket.ReceiveBufferSize = receiveBuffer;
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
        return socket;
    }

    private async Task<Socket> UpgradeAsync(int receiveBuffer, CancellationToken cancel)
    {
        Socket socket = await ConnectAsync(cancel, receiveBuffer);
        await socket.SendAsync(WsClient.HandshakeOf("/ws"), cancel);
        byte[] head = new byte[2048];
        int count = 0;
        while (head.AsSpan(0, count).IndexOf("\r\n\r\n"u8) < 0)
        {
            int got = await socket.ReceiveAsync(head.AsMemory(count), cancel);
            if (got == 0) throw new SocketException((int)SocketError.ConnectionReset);
            count += got;
        }

        return socket;
    }
}
