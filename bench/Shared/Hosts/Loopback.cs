using System.Net;
using System.Net.Sockets;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>Ports of this machine.</summary>
internal static class Loopback
{
    // Below the ports the system gives to whoever connects: a server that is killed and started again finds its own
    // free, and nobody who tries to reach it meanwhile is connected with himself.
    private const int FirstPort = 12_000;
    private const int EndPort = 32_000;

    /// <summary>A port nobody listens on just now.</summary>
    public static int FreePort()
    {
        while (true)
        {
            int port = Random.Shared.Next(FirstPort, EndPort);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one will be free.
            }
        }
    }

    /// <summary>Whether somebody listens on a port.</summary>
    public static async Task<bool> AnswersAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
