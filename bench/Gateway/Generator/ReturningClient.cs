using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// A client that comes until it is let in: what it is told with 503 and Retry-After it waits, and then a random part of
/// a time that doubles with every refusal.
/// </summary>
internal sealed class ReturningClient(int port, int seed) : IDisposable
{
    private const int HeadBytes = 2048;
    private const int MostJitterSeconds = 8;
    private const string RetryAfter = "Retry-After:";

    // Too few ports for so many from one address, when the connections before still linger.
    private readonly IPAddress _from = IPAddress.Parse($"127.0.0.{2 + (seed % 8)}");
    private readonly Random _random = new(seed);
    private Socket? _socket;

    /// <summary>Comes until it is admitted or something goes wrong.</summary>
    public async Task ComeAsync(ArrivalTally tally, CancellationToken cancel)
    {
        try
        {
            for (int jitterSeconds = 1; ; jitterSeconds = Math.Min(2 * jitterSeconds, MostJitterSeconds))
            {
                string head = await AskAsync(cancel);
                if (head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
                {
                    tally.Admit();
                    return;
                }

                if (!head.StartsWith("HTTP/1.1 503", StringComparison.Ordinal))
                    throw new InvalidDataException(head.Split('\r')[0]);
                tally.Refuse();
                _socket!.Dispose();
                await Task.Delay(
                    TimeSpan.FromSeconds(SecondsOf(head) + (_random.NextDouble() * jitterSeconds)), cancel);
            }
        }
        catch (Exception e) when (e is SocketException or InvalidDataException or OperationCanceledException)
        {
            tally.Fail(e.Message);
        }
    }

    /// <summary>Goes, without a word.</summary>
    public void Dispose() => _socket?.Dispose();

    private static int SecondsOf(string head)
    {
        int at = head.IndexOf(RetryAfter, StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw new InvalidDataException("503 without Retry-After");
        string value = head[(at + RetryAfter.Length)..].Split('\r')[0];
        return int.Parse(value, CultureInfo.InvariantCulture);
    }

    private async Task<string> AskAsync(CancellationToken cancel)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Bind(new IPEndPoint(_from, 0));
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
        await _socket.SendAsync(WsClient.HandshakeOf("/ws"), cancel);
        byte[] head = new byte[HeadBytes];
        int count = 0;
        while (head.AsSpan(0, count).IndexOf("\r\n\r\n"u8) < 0)
        {
            int got = await _socket.ReceiveAsync(head.AsMemory(count), cancel);
            if (got == 0) throw new InvalidDataException("closed before the answer");
            count += got;
        }

        return Encoding.ASCII.GetString(head, 0, count);
    }
}
