using System.Net;
using System.Net.Sockets;

namespace Catalog.Bench.Shared.Http;

/// <summary>One connection, one request at a time, never blocking on its answer. Not thread-safe.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int FirstBufferBytes = 4096;
    private const int SendPatienceUs = 1000;

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _count;

    /// <summary>Connects to a port of this machine.</summary>
    public HttpConnection(int port)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
        Socket.Blocking = false;
    }

    /// <summary>The socket.</summary>
    public Socket Socket { get; }

    /// <summary>When the request under way was due, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    public long DueAt { get; set; }

    /// <summary>Closes it.</summary>
    public void Dispose() => Socket.Dispose();

    /// <summary>Sends a request.</summary>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public void Send(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            int sent = Socket.Send(request, SocketFlags.None, out SocketError error);
            if (error == SocketError.WouldBlock) Socket.Poll(SendPatienceUs, SelectMode.SelectWrite);
            else if (error != SocketError.Success) throw new SocketException((int)error);
            request = request[Math.Max(0, sent)..];
        }
    }

    /// <summary>Takes what has come; whether the answer is whole. The body is valid until the next call.</summary>
    /// <exception cref="SocketException">The connection is broken.</exception>
    public bool TryReceive(out int status, out ReadOnlySpan<byte> body)
    {
        if (_count == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int got = Socket.Receive(_buffer.AsSpan(_count), SocketFlags.None, out SocketError error);
        if (error == SocketError.WouldBlock)
        {
            status = 0;
            body = default;
            return false;
        }

        if (error != SocketError.Success || got == 0)
            throw new SocketException((int)(error == SocketError.Success ? SocketError.ConnectionReset : error));
        _count += got;
        if (!ResponseParser.TryParse(_buffer.AsSpan(0, _count), out status, out body)) return false;
        _count = 0;
        return true;
    }
}
