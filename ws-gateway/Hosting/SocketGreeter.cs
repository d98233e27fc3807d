using System.Net.Sockets;
using System.Text;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Handshake;

namespace Catalog.WsGateway.Hosting;

/// <summary>Looks at what a socket says first, without taking it, and serves it if it is the gateway's.</summary>
internal sealed class SocketGreeter(Gateway gateway, string path, bool noDelay)
{
    private readonly byte[] _prefix = Encoding.ASCII.GetBytes($"GET {path}");

    /// <summary>True when the socket is HTTP's, untouched; otherwise it was taken, or ended.</summary>
    internal async Task<bool> IsForHttpAsync(Socket socket, CancellationToken ends)
    {
        socket.NoDelay = noDelay;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ends);
        deadline.CancelAfter(gateway.Options.HandshakeTimeout);
        var readiness = new SocketReadiness(socket);
        try
        {
            if (!await IsOursAsync(socket, readiness, deadline.Token)) return true;
        }
        catch (OperationCanceledException) when (socket.Available == 0)
        {
            if (!ends.IsCancellationRequested) return true; // Silent so far, as browsers are that connect ahead.
            socket.Dispose();
            return false;
        }

        await ServeAsync(socket, readiness, deadline.Token);
        return false;
    }

    /// <summary>Counts a socket whose request did not come to its end in time.</summary>
    internal void CountTimeout() => gateway.CountHandshakeTimeout();

    private async ValueTask<bool> IsOursAsync(Socket socket, SocketReadiness readiness, CancellationToken cancel)
    {
        const int firstPauseMs = 5;
        byte[] start = new byte[_prefix.Length + 1];
        for (int pauseMs = firstPauseMs; ; pauseMs *= 2)
        {
            await readiness.WaitAsync(cancel);
            int count = socket.Receive(start, SocketFlags.Peek);
            int compared = Math.Min(count, _prefix.Length);
            if (count == 0 || !start.AsSpan(0, compared).SequenceEqual(_prefix.AsSpan(0, compared))) return false;
            if (count == start.Length) return start[^1] is (byte)' ' or (byte)'?';

            // What has come lies in the kernel and makes every wait return at once, so this one is timed.
            await Task.Delay(pauseMs, cancel);
        }
    }

    private async ValueTask ServeAsync(Socket socket, SocketReadiness readiness, CancellationToken cancel)
    {
        byte[] buffer = new byte[gateway.Options.MaxHandshakeBytes];
        int count = 0;
        int end;
        while ((end = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await readiness.WaitAsync(cancel);
            int received = socket.Receive(buffer.AsSpan(count), SocketFlags.None);
            if (received == 0) // the end, or no room is left
            {
                socket.Dispose();
                return;
            }

            count += received;
        }

        HandshakeVerdict verdict = new(400, "This is not a request.");
        GatewayIdentity? identity = null;
        if (UpgradeRequest.TryParse(buffer.AsSpan(0, end + 2), out UpgradeRequest? request))
            (verdict, identity) = await gateway.JudgeAsync(request);
        byte[] answer = HandshakeAnswer.ToBytes(verdict);
        if (verdict.IsAccepted)
        {
            byte[]? left = end + 4 < count ? buffer[(end + 4)..count] : null;
            gateway.Begin(new HandshakeAgreement(verdict.Variant, identity), socket, left, answer);
            return;
        }

        socket.Send(answer);
        socket.Shutdown(SocketShutdown.Send);
        socket.Dispose();
    }
}
