using System.Net.Sockets;

namespace Catalog.WsGateway.Connections;

/// <summary>
/// Reads from the socket itself: waits with a receive of no bytes, which needs no buffer, and then takes what is there
/// into a buffer of the thread. What a busy handler leaves over is kept until it is done.
/// </summary>
internal sealed class SocketInbound : Inbound, IThreadPoolWorkItem
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>After so many the thread is for others, too: who sends without end must not keep it.</summary>
    private const int ReceivesPerTurn = 16;

    [ThreadStatic]
    private static byte[]? _buffer;

    private readonly Socket _socket;
    private readonly GatewayConnection _connection;
    private readonly SocketAsyncEventArgs _waiting;
    private byte[]? _left;
    private volatile bool _isCanceled;

    internal SocketInbound(Socket socket, GatewayConnection connection, byte[]? left)
    {
        (_socket, _connection, _left) = (socket, connection, left);
        _waiting = new WaitingArgs(this);
    }

    internal override void Start()
    {
        if (TryTakeLeft() && (Wait() || Receive())) return;
        if (!_connection.TryAwaitHandler()) _connection.StopReading();
    }

    internal override void Cancel()
    {
        _isCanceled = true;
        _socket.Dispose();
    }

    internal override void Release()
    {
        _socket.Dispose();
        _waiting.Dispose();
    }

    /// <summary>Waits for input; false when there is some already, or the socket is no more.</summary>
    private bool Wait()
    {
        try
        {
            return _socket.ReceiveAsync(_waiting);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            _isCanceled = true;
            return false;
        }
    }

    private void OnReadable()
    {
        if (!Receive() && !_connection.TryAwaitHandler()) _connection.StopReading();
    }

    void IThreadPoolWorkItem.Execute() => OnReadable();

    /// <summary>
    /// Takes what is there until there is nothing, and waits, or makes way for others and comes back; false when
    /// reading is over for now.
    /// </summary>
    private bool Receive()
    {
        byte[] buffer = _buffer ??= new byte[BufferBytes];
        int receives = 0;
        do
        {
            if (++receives > ReceivesPerTurn)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return true;
            }

            if (_isCanceled || _waiting.SocketError != SocketError.Success) return false;
            if (!TryReceive(buffer, out int count)) return false;
            if (count > 0 && !_connection.Take(buffer.AsSpan(0, count), out int used))
            {
                if (used < count) _left = buffer[used..count];
                return false;
            }
        }
        while (!Wait());
        return true;
    }

    /// <summary>Receives without waiting; a count of none says that there was nothing. False at the end.</summary>
    private bool TryReceive(byte[] buffer, out int count)
    {
        try
        {
            count = _socket.Receive(buffer, SocketFlags.None, out SocketError error);
            return error == SocketError.Success ? count > 0 : error == SocketError.WouldBlock;
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            count = 0;
            return false;
        }
    }

    /// <summary>Takes what was left over; false when something is left over again, or reading is over.</summary>
    private bool TryTakeLeft()
    {
        if (_left is not { } left) return true;
        _left = null;
        bool goesOn = _connection.Take(left, out int used);
        if (used < left.Length) _left = left[used..];
        return goesOn;
    }

    /// <summary>The wait's state, without a delegate.</summary>
    private sealed class WaitingArgs(SocketInbound owner) : SocketAsyncEventArgs(true)
    {
        protected override void OnCompleted(SocketAsyncEventArgs e) => owner.OnReadable();
    }
}
