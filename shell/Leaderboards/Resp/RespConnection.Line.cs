using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>What bytes come and go through: the socket, or TLS on it.</content>
internal sealed partial class RespConnection
{
    // Bytes of a plain connection go the short way: no stream between.
    private SslStream? _secure;

    /// <summary>Agrees on TLS, where that is spoken.</summary>
    /// <returns>Whether there is a client to serve.</returns>
    private async Task<bool> SecureAsync()
    {
        if (_services.Tls.Server is not { } server) return true;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_services.Options.SignInSeconds));
        _secure = new SslStream(new NetworkStream(_socket, ownsSocket: false));
        try
        {
            await _secure.AuthenticateAsServerAsync(server, patience.Token);
            return true;
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
        {
            _services.Meters.NoteStranger();
            return false;
        }
    }

    private ValueTask<int> ReceiveAsync(Memory<byte> buffer) =>
        _secure is { } secure ? secure.ReadAsync(buffer) : _socket.ReceiveAsync(buffer, SocketFlags.None);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync()
    {
        ReadOnlyMemory<byte> rest = _chunk.Answers;
        if (_secure is { } secure)
        {
            if (!rest.IsEmpty) await secure.WriteAsync(rest);
        }
        else
        {
            while (!rest.IsEmpty) rest = rest[await _socket.SendAsync(rest, SocketFlags.None)..];
        }

        _chunk.ClearAnswers();
    }

    private async ValueTask CloseAsync()
    {
        if (_secure is { } secure) await secure.DisposeAsync();
        _socket.Dispose();
    }

    // A stream says with an exception of its own what a socket says with its own.
    private bool IsGone(Exception failure) =>
        failure is SocketException or ObjectDisposedException or OperationCanceledException
        || (_secure is not null && failure is IOException);
}
