using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Catalog.Bench.Shared.Hosts;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// A WebSocket client that is a descriptor and a counter. It greets blocking, one message at a time; from then on it
/// never waits. Not thread-safe.
/// </summary>
internal sealed class WsClient : IDisposable
{
    private const int PatienceMs = 30_000;

    // A process may have 28,000 connections to one port from one address, fewer when old ones linger.
    private const int ClientAddresses = 8;

    private static int _lastAddress;

    private readonly FrameCounter _counter;

    /// <summary>Connects to a port of this machine.</summary>
    public WsClient(int port, FrameCounter counter)
    {
        _counter = counter;
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true, ReceiveTimeout = PatienceMs, SendTimeout = PatienceMs,
        };
        int address = 1 + ((Interlocked.Increment(ref _lastAddress) & int.MaxValue) % ClientAddresses);
        Socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{address}"), 0));
        Socket.Connect(IPAddress.Loopback, port);
        Handle = (int)Socket.Handle;
    }

    /// <summary>The socket.</summary>
    public Socket Socket { get; }

    /// <summary>Its descriptor.</summary>
    public int Handle { get; }

    /// <summary>Messages that were delivered to it so far.</summary>
    public long Seen { get; set; }

    /// <summary>Whether the server has not closed it.</summary>
    public bool IsConnected => !Socket.Poll(0, SelectMode.SelectRead) || Socket.Available > 0;

    /// <summary>Closes it.</summary>
    public void Dispose() => Socket.Dispose();

    /// <summary>A request for the upgrade.</summary>
    public static byte[] HandshakeOf(string path) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");

    /// <summary>Asks for the upgrade.</summary>
    public void SendHandshake(string path) => Socket.Send(HandshakeOf(path));

    /// <summary>Reads the answer's head, and nothing behind it.</summary>
    public string ReadHead()
    {
        byte[] buffer = new byte[4096];
        while (true)
        {
            int count = Socket.Receive(buffer, SocketFlags.Peek);
            if (count == 0) throw new SocketException((int)SocketError.ConnectionReset);
            int end = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
            if (end < 0) continue;
            Fill(buffer.AsSpan(0, end + 4));
            return Encoding.ASCII.GetString(buffer, 0, end);
        }
    }

    /// <summary>Reads the answer to the handshake.</summary>
    /// <exception cref="InvalidOperationException">It is a refusal.</exception>
    public void ReadHandshake()
    {
        string head = ReadHead();
        if (!head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            throw new InvalidOperationException($"The handshake was refused: {head}");
    }

    /// <summary>Says something.</summary>
    public void SendText(string text) => Socket.Send(ClientFrame.Text(text));

    /// <summary>Reads one message and nothing behind it.</summary>
    public string ReadText()
    {
        Span<byte> header = stackalloc byte[10];
        Fill(header[..2]);
        long length = header[1] & 0x7f;
        if (length == 126)
        {
            Fill(header[2..4]);
            length = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        }

        byte[] payload = new byte[length];
        Fill(payload);
        return Encoding.UTF8.GetString(payload);
    }

    /// <summary>Takes what has come without waiting; how many deliveries ended in it, -1 when it is over.</summary>
    public int Receive(byte[] buffer)
    {
        int count = NativeSocket.Receive(Handle, buffer);
        if (count <= 0) return count;
        int found = _counter.Count(buffer.AsSpan(0, count));
        if (_counter.IsClosed) return -1;
        for (int pings = _counter.TakePings(); pings > 0; pings--) Send(ClientFrame.Pong);
        return found;
    }

    /// <summary>Sends bytes whole, waiting for room if need be.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int sent = NativeSocket.Send(Handle, bytes);
            if (sent < 0) throw new SocketException((int)SocketError.ConnectionReset);
            if (sent == 0) Socket.Poll(1000, SelectMode.SelectWrite);
            bytes = bytes[sent..];
        }
    }

    private void Fill(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int count = Socket.Receive(buffer);
            if (count == 0) throw new SocketException((int)SocketError.ConnectionReset);
            buffer = buffer[count..];
        }
    }
}
