using System.Net.Sockets;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// Has a socket take no more than it can soon send. Linux would take up to four megabytes from us for each client that
/// never reads: a thousand of them cost the loop seconds of copying, and the kernel gigabytes, before a queue of ours
/// was asked (bench: load gateway-abuse). What is on its way to a client that reads is not limited by this.
/// </summary>
internal static class UnsentLimit
{
    private const int Tcp = 6;
    private const int NotSentLowAt = 25;

    /// <summary>As much as one write gathers.</summary>
    private const int Bytes = 64 * 1024;

    /// <summary>Sets it, where there is such a thing.</summary>
    internal static void Apply(Socket socket)
    {
        if (!OperatingSystem.IsLinux()) return;
        Span<byte> value = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(value, Bytes);
        try
        {
            socket.SetRawSocketOption(Tcp, NotSentLowAt, value);
        }
        catch (SocketException)
        {
            // A socket of another kind, or one that is gone already.
        }
    }
}
