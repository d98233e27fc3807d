using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>The few system calls the base library does not offer.</summary>
internal static class Native
{
    public const int SigInt = 2;
    public const int SigQuit = 3;
    public const int SigKill = 9;
    public const int SigTerm = 15;
    public const int SigCont = 18;
    public const int SigStop = 19;

    /// <summary>Sends a signal to a process; nothing happens when it has ended.</summary>
    public static void Signal(int processId, int signal)
    {
        if (processId > 1) _ = kill(processId, signal);
    }

    /// <summary>Makes a file's content durable, as <c>fdatasync(2)</c> does.</summary>
    public static void SyncData(SafeFileHandle file)
    {
        if (fdatasync(file) != 0) throw new IOException($"fdatasync failed: errno {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Whether this process runs as root.</summary>
    public static bool IsRoot => geteuid() == 0;

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int sig);

    [DllImport("libc", SetLastError = true)]
    private static extern int fdatasync(SafeFileHandle fd);

    [DllImport("libc")]
    private static extern uint geteuid();
}
