using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// Straight to the socket: one system call that does not block, no task, no continuation. Only when the kernel's buffer
/// is full an asynchronous send of the rest is started. Kestrel's output pipe stays empty and unused.
/// </summary>
internal sealed class SocketOutbound : Outbound
{
    private readonly ConnectionContext? _context;
    private readonly Socket _socket;
    private readonly GatewayConnection _connection;
    private SocketAsyncEventArgs? _sending;

    /// <summary>
    /// Writes to a socket; <paramref name="context"/> is whose it is, if it is not the connection's own.
    /// </summary>
    internal SocketOutbound(Socket socket, GatewayConnection connection, ConnectionContext? context)
    {
        (_context, _socket, _connection) = (context, socket, connection);
        _socket.Blocking = false;
        UnsentLimit.Apply(socket);
    }

    internal override int TakenByResume =>
        _sending is { SocketError: SocketError.Success } done ? done.BytesTransferred : 0;

    internal override bool TryWrite(ReadOnlySpan<byte> bytes, out int taken)
    {
        try
        {
            taken = _socket.Send(bytes, SocketFlags.None, out SocketError error);
            if (error == SocketError.Success) return taken == bytes.Length;
            taken = 0;
            IsBroken = error is not (SocketError.WouldBlock or SocketError.TryAgain or SocketError.IOPending);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            (taken, IsBroken) = (0, true);
        }

        return false;
    }

    internal override void Resume(byte[] rest, int start, int count)
    {
        _sending ??= NewSending();
        try
        {
            _sending.SetBuffer(rest, start, count);
            if (!_socket.SendAsync(_sending)) OnSent();
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            IsBroken = true;
            _connection.Loop.PostWritable(_connection);
        }
    }

    internal override void Finish()
    {
        _sending?.Dispose();
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            IsBroken = true;
        }
    }

    internal override void Abort()
    {
        _sending?.Dispose();
        if (_context is not null) _context.Abort();
        else _socket.Dispose();
    }

    private SocketAsyncEventArgs NewSending()
    {
        var sending = new SocketAsyncEventArgs(true);
        sending.Completed += (_, _) => OnSent();
        return sending;
    }

    private void OnSent()
    {
        if (_sending!.SocketError != SocketError.Success) IsBroken = true;
        _connection.Loop.PostWritable(_connection);
    }
}
