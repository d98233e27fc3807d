using System.Runtime.InteropServices;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>
/// Receives and sends without waiting, by the descriptor. The base library's socket does the same and then some; a load
/// generator that is to be quicker than every server makes millions of these calls.
/// </summary>
internal static class NativeSocket
{
    private const int DoNotWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int WouldBlock = 11;

    /// <summary>What has come: a count, 0 when nothing is there yet, -1 when the connection is no more.</summary>
    public static int Receive(int handle, byte[] buffer)
    {
        nint count = recv(handle, buffer, buffer.Length, DoNotWait);
        if (count > 0) return (int)count;
        return count < 0 && Marshal.GetLastPInvokeError() == WouldBlock ? 0 : -1;
    }

    /// <summary>Sends what fits: a count, 0 when nothing does, -1 when the connection is no more.</summary>
    public static int Send(int handle, ReadOnlySpan<byte> bytes)
    {
        nint sent = send(handle, in bytes[0], bytes.Length, DoNotWait | NoSignal);
        if (sent >= 0) return (int)sent;
        return Marshal.GetLastPInvokeError() == WouldBlock ? 0 : -1;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint recv(int fd, byte[] buffer, nint length, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern nint send(int fd, in byte first, nint length, int flags);
}
