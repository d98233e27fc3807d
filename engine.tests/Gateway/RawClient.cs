using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catalog.Engine.Tests.Gateway;

/// <summary>A client that says what it is told, byte by byte, right or wrong.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly List<byte> _received = [];

    internal RawClient(int port, int receiveBufferBytes = 0)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBufferBytes > 0) Socket.ReceiveBufferSize = receiveBufferBytes;
        Socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        Socket.Connect(IPAddress.Loopback, port);
    }

    internal Socket Socket { get; }

    internal static string Request(string target = "/ws", string more = "") =>
        $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
        + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n";

    internal void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[Socket.Send(bytes)..];
    }

    internal void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a handshake and returns the head of the answer.</summary>
    internal string Upgrade(string? request = null)
    {
        Send(request ?? Request());
        return ReadHead();
    }

    internal string ReadHead()
    {
        while (true)
        {
            string text = Encoding.Latin1.GetString([.. _received]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                _received.RemoveRange(0, end + 4);
                return text[..(end + 4)];
            }

            Assert.True(Receive(), "the server closed");
        }
    }

    /// <summary>The next frame as opcode and payload; null at the end of the connection.</summary>
    internal (int First, byte[] Payload)? ReadFrame()
    {
        while (true)
        {
            if (_received.Count >= 2)
            {
                int size = _received[1] & 127;
                int header = size == 126 ? 4 : size == 127 ? 10 : 2;
                if (_received.Count >= header)
                {
                    long length = size;
                    if (header > 2) length = 0;
                    for (int i = 2; i < header; i++) length = (length << 8) | _received[i];
                    if (_received.Count >= header + length)
                    {
                        var frame = (_received[0], _received.GetRange(header, (int)length).ToArray());
                        _received.RemoveRange(0, header + (int)length);
                        return frame;
                    }
                }
            }

            if (!Receive()) return null;
        }
    }

    /// <summary>The next message as text, "close 1001" for a close frame, "end" at the end.</summary>
    internal string ReadText() => ReadFrame() switch
    {
        null => "end",
        (0x88, var body) => $"close {(body.Length < 2 ? 1005 : (body[0] << 8) | body[1])}",
        (0x89, _) => "ping",
        (0x8A, var body) => $"pong {Encoding.UTF8.GetString(body)}",
        (_, var payload) => Encoding.UTF8.GetString(payload),
    };

    public void Dispose() => Socket.Dispose();

    private bool Receive()
    {
        try
        {
            int count = Socket.Receive(_buffer);
            _received.AddRange(_buffer.AsSpan(0, count));
            return count > 0;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false;
        }
    }
}
